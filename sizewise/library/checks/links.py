"""Where the links of a text lead: to https://, or to a page of the app."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import parse_qs, urlsplit

from sizewise import ROOT
from sizewise.ground.ids import Condition, Verbatim
from sizewise.library.checks.prose import without_code
from sizewise.library.checks.references import Known
from sizewise.library.read.place import Said
from sizewise.library.read.tree import Page
from sizewise.library.read.words import Words, nearest

_LINK = re.compile(r"(?P<picture>!\[[^\[\]]*)?\]\(\s*<?(?P<target>[^)\s>]*)")
_NOTED_BELOW = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)", re.M)
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
                elif not picture and (astray := _astray(target, known)):
                    page.report(line, each.place, *astray, "W")


def _targets(text: str) -> Iterator[tuple[int, str, bool]]:
    for found in _LINK.finditer(text):
        yield found.start(), found["target"], found["picture"] is not None
    for found in _NOTED_BELOW.finditer(text):
        yield found.start(), found["target"], False


def _unsafe(target: str) -> Words | None:
    scheme = _SCHEME.match(target)
    if scheme and scheme.group().lower() != "https:":
        return f"a link starts with {scheme.group()}", "link to https:// only"
    return None


def _astray(target: str, known: Known) -> Words | None:
    """What is wrong with a link into the app; nothing with one that a fact ends."""
    if _SCHEME.match(target) or "{{" in target:
        return None
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    name = parts.path.removeprefix("/").removesuffix("/")
    if parts.netloc or name not in _pages() or not (parts.path or parts.query):
        what = f"the link to `{target[:60]}` leads to no page of the app"
        return (
            what,
            f"{nearest(name, _pages() - {''})}; addresses of other sites start with https://",
        )
    asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return _no_lesson(asked.get("lesson"), asked.get("part"), known)


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
