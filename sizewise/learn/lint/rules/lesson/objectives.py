"""T07: objectives start with a verb."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson
from sizewise.learn.lint.words import plain, word_set

RULE = Rule(
    "T07",
    "Objectives start with a verb",
    "An aim that names no doing cannot be checked by a quiz.",
    sources.MAGER,
)

_VERBS = word_set(
    """
    act add answer apply argue ask avoid build budget calculate check choose compare compute count
    cut decide defend define describe design draw escalate estimate evaluate explain find give
    judge keep list make match measure move name notice order place plan predict prepare price
    protect prove rate read recognise reduce route say sketch sort spot state take tell test turn
    use weigh work write
    """
)


def _verbs_first(read: ReadLesson) -> Iterator[Finding]:
    for objective in read.lesson.head.objectives:
        first = plain(objective).split()[0].lower()
        if first not in _VERBS:
            fix = "Start with what the learner can do: choose, explain, work out, check."
            why = f"“{objective}” does not start with a verb that a quiz can check."
            yield read.finding(RULE, HEAD, why, fix)


CHECKS: tuple[LessonCheck, ...] = (_verbs_first,)
