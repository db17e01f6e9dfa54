"""T09: the words are those of today."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.old_words import old_words
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson

RULE = Rule(
    "T09",
    "The words are those of today",
    "A word that a learner has never heard is a riddle of its own.",
    sources.PLAIN,
)


def _words_of_today(read: ReadLesson) -> Iterator[Finding]:
    for old, plain in old_words(read.text):
        yield read.finding(RULE, HEAD, f"The lesson says {old!r}.", f"Say {plain!r}.")


CHECKS: tuple[LessonCheck, ...] = (_words_of_today,)
