"""What may stand around a typed number: a currency, a percent sign, the unit that is asked for."""

import re
from collections.abc import Mapping
from decimal import Decimal

_DOLLARS = frozenset({"$", "us$", "usd", "dollar", "dollars"})
_CENTS = frozenset({"¢", "ct", "cent", "cents"})
_PERCENT = frozenset({"%", "percent", "pct"})
_TIMES = frozenset({"x", "×", "times"})
_SHORT: Mapping[str, str] = {
    "s": "seconds", "sec": "seconds", "secs": "seconds", "min": "minutes", "mins": "minutes",
    "tok": "tokens", "toks": "tokens", "pp": "percentage points", "h": "hours",
}  # fmt: skip
_MANY: Mapping[str, int] = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mio": 10**6, "mn": 10**6, "million": 10**6,
    "millions": 10**6, "bn": 10**9, "billion": 10**9, "billions": 10**9,
}  # fmt: skip
_TIME = re.compile(r"(second|minute|hour)s?\b", re.IGNORECASE)
"""Where one of these is asked for, an m is a minute and no million."""
_AMOUNTS = _DOLLARS | _CENTS | _PERCENT | _TIMES
_OF = re.compile(r"\b(?:a|an|per|each|of|for|in)\b|/", re.IGNORECASE)
"""What comes behind one of these says of what, or how often."""
_LINKS = frozenset({"a", "an", "per", "each", "of", "the", "in", "/", "~", "≈", "=", "about"})
_WORD = re.compile(r"us\$|[^\W\d_]+|[^\w\s.]")


def is_amount(unit: str) -> bool:
    """Whether money, a share or a ratio is asked for, of which people write thousandths."""
    return bool(_words(_OF.split(unit)[0]) & _AMOUNTS)


def factor(around: str, unit: str | None) -> Decimal | None:
    """What a number is multiplied with for the words and signs around it; none if they do not fit.

    `unit` is what is asked for, in words. Without one dollars, times and per cent fit as they
    stand; an empty one is that of a plain number, to which 50% is a half.
    """
    many, asked = Decimal(1), _words(unit or "")
    for word in _WORD.findall(around.replace("per cent", "percent")):
        word = "min" if word == "m" and _TIME.match(unit or "") else word
        if word in _MANY and not _one(word) & asked:
            many *= _MANY[word]
        elif (share := _share(word, asked, unit)) is not None:
            many *= share
        elif word not in _LINKS:
            return None
    return many


def _share(word: str, asked: frozenset[str], unit: str | None) -> Decimal | None:
    """What one word does to the number: nothing when it is the unit; none when it does not fit."""
    if not unit and word in _DOLLARS | _TIMES:
        return Decimal(1)
    if not unit and word in _PERCENT:
        return Decimal(1) if unit is None else Decimal("0.01")
    if word in _CENTS:
        return Decimal("0.01") if not unit or asked & _DOLLARS else None
    return Decimal(1) if _one(word) & asked else None


def _words(unit: str) -> frozenset[str]:
    """Every word that says a unit, its signs too."""
    return frozenset().union(*(_one(word) for word in _WORD.findall(unit.lower())))


def _one(word: str) -> frozenset[str]:
    """A word, its singular, and all that mean the same."""
    known = _SHORT.get(word, word)
    said = frozenset({each.removesuffix("s") for each in known.split()} | {word})
    for same in (_DOLLARS, _PERCENT | {"percentage", "point"}, _TIMES):
        if said & same and word not in ("point", "points"):
            return said | same
    return said
