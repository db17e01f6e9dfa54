"""Where the links of a text lead: to https://, or to a page of the app."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit

from sizewise import ROOT
from sizewise.ground.ids import Condition, Verbatim
from sizewise.library.checks.prose import without_code
from sizewise.library.checks.references import Known
from sizewise.library.read.place import Said
from sizewise.library.read.tree import Page
from sizewise.library.read.words import Words, nearest

_BRACKET = re.compile(r"(?P<opening>!?\[)|\]")
_ESCAPED = re.compile(r"\\[\\\[\]!]")
_TITLE = r"""(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\))"""
_WITHOUT_SPACES = r"(?!<)(?>(?:[^()\s\\]++|\\\S|\([^()\s]*+\))*)"
_TARGET = re.compile(
    rf"\(\s*+(?:<(?P<pointed>[^<>\n]*)>|(?P<target>{_WITHOUT_SPACES}))(?:\s++{_TITLE})?\s*+\)"
)
_NOTED_BELOW = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*+\n?[ \t]*+"
    rf"(?:<(?P<pointed>[^<>\n]*)>|(?P<target>(?!<)\S++))(?:[ \t]++{_TITLE})?[ \t]*+$",
    re.M,
)
"""Where a link leads that says its target further below. With more words behind it, it is a text
that somebody says, and `[^1]:` is a footnote. Source: CommonMark 0.31, 4.7.
"""
_NO_PROSE = (Verbatim(), Condition())
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_links(said: Iterable[Said], page: Page, known: Known) -> None:
    """Report links that are not safe, and warn of those that lead to no page, lesson or part: their
    text can be read all the same.
    """
    for each in said:
        if each.marker not in _NO_PROSE and ("](" in each.text or "]:" in each.text):
            for position, target, picture in _targets(without_code(each.text)):
                line = each.line_at(position)
                if unsafe := _unsafe(target):
                    page.report(line, each.place, *unsafe)
                elif not picture and (astray := _astray(target, known, page.file)):
                    page.report(line, each.place, *astray, "W")


def _targets(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where each link or picture ends its words, its target, and whether it is a picture.

    A target with a space or an open bracket in it makes no link, nor a bracket behind a backslash.
    Source: CommonMark 0.31, 6.3.
    """
    plain, openings = _ESCAPED.sub("__", text), list[str]()
    for bracket in _BRACKET.finditer(plain):
        if bracket["opening"]:
            openings.append(bracket["opening"])
        elif openings:
            opening = openings.pop()
            if found := _TARGET.match(plain, bracket.end()):
                yield bracket.start(), _target(found), opening == "!["
    for found in _NOTED_BELOW.finditer(plain):
        yield found.start(), _target(found), False


def _target(found: re.Match[str]) -> str:
    return found["target"] if found["pointed"] is None else str(found["pointed"])


def _unsafe(target: str) -> Words | None:
    scheme = _SCHEME.match(target)
    if scheme and scheme.group().lower() != "https:":
        return f"a link starts with {scheme.group()}", "link to https:// only"
    return None


def _astray(target: str, known: Known, file: str) -> Words | None:
    """What is wrong with a link of a file into the app; nothing with one that a fact ends."""
    if _SCHEME.match(target) or "{{" in target:
        return None
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    name = parts.path.removeprefix("/").removesuffix("/")
    if parts.netloc or name not in _pages() or not (parts.path or parts.query):
        what = f"the link to `{target[:60]}` leads to no page of the app"
        if target.startswith("#"):
            return what, _as_part(target[1:], PurePosixPath(file).stem, known)
        return (
            what,
            f"{nearest(name, _pages() - {''})}; addresses of other sites start with https://",
        )
    asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return _no_lesson(asked.get("lesson"), asked.get("part"), known)


def _as_part(anchor: str, name: str, known: Known) -> str:
    """How to write a link to a part of the lesson of that name, or of some lesson."""
    anchors = known.parts.get(name)
    if not anchors:
        return f"write /lesson?lesson=NAME&part={anchor} with the lesson's name"
    part = next(iter(get_close_matches(anchor, anchors, n=1)), None)
    return f"write /lesson?lesson={name}&part={part}" if part else nearest(anchor, anchors)


def _no_lesson(lesson: str | None, part: str | None, known: Known) -> Words | None:
    lessons = known.names["lesson"]
    if lesson is None or lessons is None:
        return None
    if lesson not in lessons:
        return f"a link leads to no lesson: `{lesson}`", nearest(lesson, lessons)
    anchors = known.parts.get(lesson)
    if part is None or not anchors or part in anchors:
        return None
    return f"a link leads to no part of {lesson}: `{part}`", nearest(part, anchors)


@cache
def _pages() -> frozenset[str]:
    """The addresses of all pages below the server's; that of the course map is empty."""
    names = {path.stem for path in (ROOT / "pages").glob("*.py")}
    return frozenset({*names, ""} - {"home", "__init__"})
