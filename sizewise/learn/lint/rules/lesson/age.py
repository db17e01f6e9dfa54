"""T08: facts and text were looked at not long ago."""

from collections.abc import Iterator
from datetime import timedelta

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson

RULE = Rule(
    "T08",
    "Facts and text were looked at not long ago",
    "A lesson on models ages; somebody must have read it again.",
    sources.OWN,
)

_FACTS_LAST = timedelta(days=90)
_READING_LASTS = timedelta(days=365)


def _fresh(read: ReadLesson) -> Iterator[Finding]:
    head = read.lesson.head
    for name, day in (("facts_as_of", head.facts_as_of), ("reviewed", head.reviewed)):
        if day > read.today:
            yield read.finding(RULE, HEAD, f"{name} lies in the future: {day}.", "Write today.")
    if read.today - head.facts_as_of > _FACTS_LAST:
        why = f"The facts were last checked on {head.facts_as_of}."
        yield read.finding(RULE, HEAD, why, "Check them, then write today into facts_as_of.")
    if read.today - head.reviewed > _READING_LASTS:
        why = f"Nobody has read the lesson since {head.reviewed}."
        yield read.finding(RULE, HEAD, why, "Read it as a learner would, then set reviewed.")


CHECKS: tuple[LessonCheck, ...] = (_fresh,)
