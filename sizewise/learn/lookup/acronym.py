"""Acronyms: which a text uses, and which of them nobody explains."""

import re
from collections.abc import Collection, Iterable, Mapping

_ACRONYM = re.compile(r"(?<![\w$-])([A-Z]{2,6})(?:s\b|\b)(?![\w-])")
_BEFORE_OR_IN_BRACKETS = re.compile(r"(?<=\()[A-Z]{2,6}(?=s?\))|\b[A-Z]{2,6}(?=s? \()")

_WORD = "a word of everyday life, known without its long form"
_PLACE = "a country or a union, known by these letters"
_UNIT = "a unit of measure, as everybody writes it"
_CLOCK = "the clock's halves"
_LOUD = "an ordinary word, in capitals to be heard"

UNDERSTOOD: Mapping[str, str] = {
    **dict.fromkeys(("OK", "TV", "PC", "CD", "ID", "USB"), _WORD),
    **dict.fromkeys(("US", "UK", "EU", "UN"), _PLACE),
    **dict.fromkeys(("KB", "MB", "GB", "TB"), _UNIT),
    **dict.fromkeys(("AM", "PM"), _CLOCK),
    **dict.fromkeys(("AND", "OR", "NOT", "EXCEPT", "LEAST", "BEST", "ALL"), _LOUD),
}
"""Capitals that need no entry in the glossary, each with the reason."""


def acronyms(text: str) -> list[str]:
    """Every run of 2 to 6 capitals that stands alone, in order; a plural's s is left out."""
    return _ACRONYM.findall(text)


def explained_by(terms: Iterable[str]) -> frozenset[str]:
    """The acronyms that a glossary with these terms explains."""
    return frozenset(name for term in terms for name in acronyms(term))


def unexplained(text: str, known: Collection[str]) -> list[str]:
    """The acronyms of a text that are neither known, nor understood, nor explained in place.

    In place means in brackets behind the words they stand for, or with these in brackets.
    """
    told = {*known, *UNDERSTOOD, *_BEFORE_OR_IN_BRACKETS.findall(text)}
    return sorted({name for name in acronyms(text) if name not in told})
