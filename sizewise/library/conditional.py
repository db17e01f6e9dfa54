"""Text that stands only while a condition holds.

`{{holds answers gpt-4o-mini}}It is{{otherwise}}It was{{end}} small.` The part after `{{otherwise}}`
may be left out; then nothing stands there when the condition does not hold.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_MARK = re.compile(r"\{\{\s*(?P<word>holds|otherwise|end)\b(?P<condition>[^{}]*)\}\}")


class Stretch(NamedTuple):
    """A stretch of text, and the condition under which it is read."""

    text: str
    condition: str | None = None
    """None where it is always read."""
    wanted: bool = True
    """Whether the condition has to hold, or not to hold."""
    position: int = 0
    """Where the condition stands."""


class Region(NamedTuple):
    """A place of a text that depends on a condition."""

    position: int
    condition: str
    otherwise: bool
    """Whether something is said when the condition does not hold."""


class Misplaced(ValueError):
    """A mark that stands where it cannot; says where, what is wrong and what to write."""

    def __init__(self, position: int, what: str, fix: str) -> None:
        super().__init__(f"{what}, {fix}")
        self.position, self.what, self.fix = position, what, fix


def chosen(template: str, holds: Callable[[str], bool]) -> str:
    """The text that is read: only stretches whose condition is as they want it. Raises Misplaced
    and whatever `holds` raises.
    """
    if "{{" not in template:
        return template
    return "".join(
        each.text
        for each in _stretches(template)
        if each.condition is None or holds(each.condition) == each.wanted
    )


def regions(template: str) -> Iterator[Region]:
    """Every place of a text that depends on a condition. Raises Misplaced."""
    stretches = [each for each in _stretches(template) if each.condition is not None]
    spoken = {each.position for each in stretches if not each.wanted}
    for each in stretches:
        if each.wanted:
            yield Region(each.position, each.condition or "", each.position in spoken)


def without_marks(template: str) -> str:
    """The text with blanks where marks stood: all else keeps its place."""
    return _MARK.sub(lambda mark: " " * len(mark.group()), template)


def _stretches(template: str) -> Iterator[Stretch]:
    at, now = 0, Stretch("")
    for mark in _MARK.finditer(template):
        yield now._replace(text=template[at : mark.start()])
        at, now = mark.end(), _after(mark, now)
    if now.condition is not None:
        raise Misplaced(
            now.position, "a text that depends on a condition never ends", "write {{end}}"
        )
    yield now._replace(text=template[at:])


def _after(mark: re.Match[str], now: Stretch) -> Stretch:
    """What is read after a mark."""
    word, condition = mark["word"], mark["condition"].strip()
    open_already = now.condition is not None
    if word == "holds" and open_already:
        raise Misplaced(mark.start(), "a condition stands inside of another", "end that one first")
    if word == "holds":
        return Stretch("", condition, position=mark.start())
    if not open_already or (word == "otherwise" and not now.wanted):
        fix = "write {{holds …}} before it, with a condition"
        raise Misplaced(mark.start(), f"{{{{{word}}}}} belongs to no condition", fix)
    return now._replace(wanted=False) if word == "otherwise" else Stretch("")
