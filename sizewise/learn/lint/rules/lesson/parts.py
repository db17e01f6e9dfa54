"""T01: five to seven parts."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson

RULE = Rule(
    "T01",
    "Five to seven parts",
    "A part is what one screen and one sitting hold; more of them are seldom finished.",
    sources.CLARK_MAYER,
)

_FEWEST_PARTS, _MOST_PARTS = 5, 7


def _parts(read: ReadLesson) -> Iterator[Finding]:
    parts = len(read.lesson.parts)
    if not _FEWEST_PARTS <= parts <= _MOST_PARTS:
        fix = f"Cut or join parts until there are {_FEWEST_PARTS} to {_MOST_PARTS}."
        yield read.finding(RULE, HEAD, f"The lesson has {parts} parts.", fix)


CHECKS: tuple[LessonCheck, ...] = (_parts,)
