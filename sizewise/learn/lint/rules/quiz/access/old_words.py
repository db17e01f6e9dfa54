"""L31: the words are those of today."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.old_words import old_words

RULE = Rule(
    "L31",
    "The words are those of today",
    "A word that a learner has never heard is a riddle of its own.",
    sources.PLAIN,
)


def _words_of_today(seen: SeenItem) -> Iterator[Finding]:
    for old, plain in old_words("\n".join((seen.everything, *seen.item.hints))):
        yield seen.finding(RULE, "W", "item", f"It says {old!r}.", f"Say {plain!r}.")


CHECKS: tuple[LintCheck, ...] = (each_item(_words_of_today),)
