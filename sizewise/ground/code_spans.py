"""Where Markdown shows code: between two runs of as many backticks, in fences, and far indented."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

_RUN = re.compile("`+")
_FENCE = re.compile(
    r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<fence>`{3,}+(?=[^`]*$)|~{3,}+)", re.M
)
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_MAY_BE_BLOCK = re.compile(r"~~~|```|\n(?: {4}| {0,3}\t)")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of code, its backticks or fences included, from left to right.

    Code is indented by four spaces behind an empty line, and nowhere in a list, whose paragraphs
    are indented too. Source: CommonMark 0.31, 4.4, 4.5 and 6.1.
    """
    at = 0
    for start, end in _blocks(text) if _MAY_BE_BLOCK.search(text) else ():
        yield from _inline(text, at, start)
        yield start, end
        at = end
    yield from _inline(text, at, len(text))


def _inline(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The code in backticks between two places.

    The runs are found once and looked up by their length, for a pattern that looks for the second
    run of each first one reads a text of backticks over and over.
    """
    runs = [found.span() for found in _RUN.finditer(text, begin, stop)]
    starts = defaultdict[int, list[int]](list)
    for start, end in runs:
        starts[end - start].append(start)
    done = 0
    for start, end in runs:
        same = starts[end - start]
        place = bisect_right(same, start)
        if start >= done and place < len(same):
            done = same[place] + end - start
            yield start, done


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The lines of code, without the end of the last one; an open fence goes on to the end.

    What is indented at the very beginning is no code: Streamlit takes the spaces there away.
    """
    fence, begun, at = "", 0, 0
    any_text, may_begin, in_list = False, False, False
    for line in text.split("\n"):
        end, bare = at + len(line), line.strip()
        indented = _INDENTED.match(line) is not None
        opening = None if indented and not in_list else _FENCE.match(line)
        if fence:
            if _closes(bare, fence):
                yield begun, end
                fence, may_begin, any_text = "", True, True
        elif opening:
            fence, begun = opening["fence"], at + opening.start("fence")
        elif bare and indented and may_begin and not in_list:
            yield at, end
        elif bare:
            goes_on = in_list and not (may_begin and not line[0].isspace())
            in_list = _ITEM.match(line) is not None or goes_on
            any_text, may_begin = any_text or not indented, False
        else:
            may_begin = any_text
        at = end + 1
    if fence:
        yield begun, len(text)


def _closes(bare: str, fence: str) -> bool:
    run = bare.lstrip("> \t")
    return len(run) >= len(fence) and not run.strip(fence[0])
