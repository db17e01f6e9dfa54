"""Which columns of a table hold numbers: they end at one edge, digits below digits."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import zip_longest

_ASIDE = re.compile(
    r"<small.*?</small>|<span class=\"(?:only-heard|pill[^\"]*)\".*?</span>", re.DOTALL
)
"""What stands beside a number in its cell and says something of it."""
_TAG = re.compile(r"<[^>]*>")
_STARTS = re.compile(r"[^\w\s]{0,3}\s?\d")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"[^\W\d_] \d{4}\b|\d{4}-\d\d-\d\d")
_UNIT, _UNITS = 9, 2
"""A number has at most two words beside it, of at most so many letters: `3 of 4`, `12 seconds`."""


def of_numbers(rows: Iterable[Sequence[str]]) -> frozenset[int]:
    """The places, from 0, of columns of numbers; a few cells may say that none is known."""
    columns = zip_longest(*rows, fillvalue="")
    return frozenset(place for place, cells in enumerate(columns) if _numbers(cells))


def _numbers(cells: Sequence[str]) -> bool:
    said = [unescape(_TAG.sub("", _ASIDE.sub("", cell))).strip() for cell in cells]
    known = [each for each in said if re.search(r"\d", each)]
    words = [each for each in said if each not in known]
    enough = bool(known) and len(known) >= len(words)
    return enough and all(map(is_number, known)) and all(map(_stands_for_none, words))


def is_number(text: str) -> bool:
    """Whether a cell says one number, or several of a kind: `$0.15 / $0.60`, `62% (55 to 68)`."""
    words = _WORD.findall(text)
    return (
        _STARTS.match(text) is not None
        and _MONTH.search(text) is None
        and len(words) <= _UNITS
        and all(len(word) <= _UNIT for word in words)
    )


def _stands_for_none(text: str) -> bool:
    return len(_WORD.findall(text)) <= _UNITS
