"""Where Markdown shows code: between two runs of as many backticks."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

_RUN = re.compile("`+")


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each code span, its backticks included, from left to right.

    The runs are found once and looked up by their length, for a pattern that looks for the second
    run of each first one reads a text of backticks over and over. Source: CommonMark 0.31, 6.1.
    """
    runs = [found.span() for found in _RUN.finditer(text)]
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
