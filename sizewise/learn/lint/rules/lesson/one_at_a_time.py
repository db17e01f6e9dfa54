"""T04: one computing block a part."""

from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import LessonCheck, ReadLesson

RULE = Rule(
    "T04",
    "One computing block a part",
    "Two things to move at once split the attention that each of them needs.",
    sources.SWELLER,
)


def _one_at_a_time(read: ReadLesson) -> Iterator[Finding]:
    for part in read.lesson.parts:
        moving = [kind for kind in read.kinds(part) if BLOCKS[kind].COMPUTES]
        if len(moving) > 1:
            why = f"The part has {len(moving)} computing blocks: {shortlist(moving)}."
            yield read.finding(RULE, part.anchor, why, "Keep one, or give the other its own part.")


CHECKS: tuple[LessonCheck, ...] = (_one_at_a_time,)
