"""L24 and L29: can everybody read it?"""

import re
from collections.abc import Iterator

from sizewise.ground.written import number, shortlist
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Bank, Check, SeenItem, each_item
from sizewise.learn.lint.reading import grade, word_count
from sizewise.learn.lookup.acronym import (
    explained_by,
    unexplained,
)

_HARDEST = 9
_FEWEST_WORDS = 30
"""In a shorter text one long word moves the grade by a year."""


def _grade_fits(seen: SeenItem) -> Iterator[Finding]:
    text = seen.prose
    found = grade(text) if word_count(text) >= _FEWEST_WORDS else None
    if found is not None and found > _HARDEST:
        why = f"The item reads like school grade {number(found, 1)}, above {_HARDEST}."
        yield seen.finding("L24", "W", "item", why, "Use shorter sentences and shorter words.")


def _acronyms_explained(bank: Bank) -> Iterator[Finding]:
    known = explained_by(word.term for word in bank.glossary)
    for seen in bank.items:
        if strange := unexplained(seen.everything, known):
            why = f"Nothing explains {shortlist(strange)}."
            fix = "Add it to content/glossary.yaml, or write it out the first time."
            yield seen.finding("L24", "W", "item", why, fix)


_PICTURE = re.compile(r"!\[[^\[\]]*+\]\(|<img\b", re.IGNORECASE)
_TEXT_PICTURE = re.compile(r"\b(?:code|table|terminal|spreadsheet)\b", re.IGNORECASE)


def _pictures_have_words(seen: SeenItem) -> Iterator[Finding]:
    if not _PICTURE.search(seen.item.stem):
        return
    if seen.item.alt is None:
        fix = "Write alt: what the picture shows that is needed to answer."
        yield seen.finding("L29", "W", "alt", "The picture has no words.", fix)
    elif found := _TEXT_PICTURE.search(seen.item.alt):
        why = f"The picture shows {found[0]}, which is text."
        fix = (
            "Write it as a code block or a Markdown table, so that it can be read aloud and copied."
        )
        yield seen.finding("L29", "W", "stem", why, fix)


CHECKS: tuple[Check, ...] = (
    each_item(_grade_fits),
    _acronyms_explained,
    each_item(_pictures_have_words),
)
