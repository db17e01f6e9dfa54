"""T05: a mistake is named and repaired."""

from sizewise.learn.finding import Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import LessonCheck, has_block

RULE = Rule(
    "T05",
    "A mistake is named and repaired",
    "A wrong idea stays until it is named beside the better one.",
    sources.REFUTATION,
)


CHECKS: tuple[LessonCheck, ...] = (
    has_block(
        "mistake-or-better",
        RULE,
        "No block mistake-or-better names a mistake.",
        "Add one with the mistake that the lesson repairs.",
    ),
)
