"""T06: something to try away from the page."""

from sizewise.learn.finding import Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import LessonCheck, has_block

RULE = Rule(
    "T06",
    "Something to try away from the page",
    "What was done once on one's own work is kept.",
    sources.CLARK_MAYER,
)


CHECKS: tuple[LessonCheck, ...] = (
    has_block("try-it", RULE, "No block try-it gives something to do.", "Add one near the end."),
)
