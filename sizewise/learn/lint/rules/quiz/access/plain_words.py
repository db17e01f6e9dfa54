"""L24: the words are for the age."""

from collections.abc import Iterator

from sizewise.ground.written import number, shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, each_item
from sizewise.learn.lint.reading import grade, word_count
from sizewise.learn.lookup.acronym import explained_by, unexplained

RULE = Rule(
    "L24",
    "The words are for the age",
    "An item should measure its subject, not reading.",
    sources.GRADE,
)

_HARDEST = 9
_FEWEST_WORDS = 30
"""In a shorter text one long word moves the grade by a year."""


def _grade_fits(seen: SeenItem) -> Iterator[Finding]:
    text = seen.prose
    found = grade(text) if word_count(text) >= _FEWEST_WORDS else None
    if found is not None and found > _HARDEST:
        why = f"The item reads like school grade {number(found, 1)}, above {_HARDEST}."
        yield seen.finding(RULE, "W", "item", why, "Use shorter sentences and shorter words.")


def _acronyms_explained(bank: Bank) -> Iterator[Finding]:
    known = explained_by(word.term for word in bank.glossary)
    for seen in bank.items:
        if strange := unexplained(seen.everything, known):
            why = f"Nothing explains {shortlist(strange)}."
            fix = "Add it to content/glossary.yaml, or write it out the first time."
            yield seen.finding(RULE, "W", "item", why, fix)


CHECKS: tuple[LintCheck, ...] = (
    each_item(_grade_fits),
    _acronyms_explained,
)
