"""One word of a file as the value its field wants; anything else is a problem in plain words."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from sizewise.ground.ids import Formula
from sizewise.library.read import quotes
from sizewise.library.read.place import Place
from sizewise.library.read.scalar import kind
from sizewise.library.read.tree import Listing, Node, Scalar

LARGEST_POWER = 30
"""Numbers have no more digits than this before or after the point: printing them must not hang."""

_POWER_TOO_LARGE = re.compile(r"[eE][-+]?0*[0-9]{4}")

_TRUE = {"true", "True", "TRUE"}


WRITE = "write a text"
"""What to do where a text is missing that must be there."""


def is_nothing(node: Node) -> bool:
    """Whether a value was left empty; an empty text in quotes was meant so."""
    return isinstance(node, Scalar) and not node.quoted and kind(node.text) == "nothing"


def text(node: Node, place: Place) -> Any:
    """A text: in quotes, or a plain word that YAML takes for nothing else; days pass as written.

    A formula may be a bare number; everywhere else that is a slip.
    """
    if not isinstance(node, Scalar):
        return _not_one_word(node, place, "a text")
    bare = ("text", "day", *(("whole", "number") if place.marker == Formula() else ()))
    if not node.quoted and kind(node.text) not in bare:
        if kind(node.text) == "nothing":
            fix = WRITE if place.needed else f"{WRITE} or leave the line out"
            return place.report(node.line, "is empty", fix)
        what = f"YAML takes `{node.text}` for {_mistaken(node.text)}, not for a text"
        return place.report(node.line, what, f'write it in quotes: "{node.text}"')
    place.hear(node)
    return node.text


def whole(node: Node, place: Place) -> Any:
    """A whole number."""
    word = _plain(node, place, "a whole number", "1200")
    if not isinstance(word, str):
        return word
    fits = kind(word) == "whole" and len(word) <= LARGEST_POWER
    return int(word) if fits else _no(node, place, "a whole number", "1200")


def number(node: Node, place: Place) -> Any:
    """An exact number, digit by digit as written."""
    word = _plain(node, place, "a number", "0.15")
    if not isinstance(word, str):
        return word
    fits = kind(word) in ("whole", "number") and not _POWER_TOO_LARGE.search(word)
    value = Decimal(word) if fits else None
    small = value is not None and abs(value.adjusted()) <= LARGEST_POWER
    return value if small else _no(node, place, "a number", "0.15")


def truth(node: Node, place: Place) -> Any:
    """True or false, in these words only."""
    word = _plain(node, place, "true or false", "true")
    if not isinstance(word, str):
        return word
    return word in _TRUE if kind(word) == "truth" else _no(node, place, "true or false", "true")


def day(node: Node, place: Place) -> Any:
    """A day of the calendar, as YYYY-MM-DD."""
    if not isinstance(node, Scalar):
        return _not_one_word(node, place, "a day")
    try:
        return date.fromisoformat(node.text if kind(node.text) == "day" else "")
    except ValueError:
        return _no(node, place, "a day of the calendar", "2026-11-21")


def _plain(node: Node, place: Place, wanted: str, example: str) -> Any:
    if not isinstance(node, Scalar):
        return _not_one_word(node, place, wanted)
    if node.quoted and kind(node.text) != "text":
        what = f'"{node.text}" in quotes is a text, and {wanted} is meant'
        return place.report(node.line, what, f"write {node.text} without quotes")
    return _no(node, place, wanted, example) if node.quoted else node.text


def _no(node: Node, place: Place, wanted: str, example: str) -> Any:
    word = node.text if isinstance(node, Scalar) else ""
    what = f"`{_short(word)}` is not {wanted}" if word else f"is empty, and {wanted} is meant"
    fix = f"write {wanted}" if wanted == "true or false" else f"write {wanted}, such as {example}"
    return place.report(node.line, what, quotes.NO_QUOTES if quotes.opens(word) else fix)


def _not_one_word(node: Node, place: Place, wanted: str) -> Any:
    found = "a list" if isinstance(node, Listing) else "keys with values"
    fix = f"write {wanted} on the line of the key; text that holds `: ` or braces needs quotes"
    return place.report(node.line, f"has {found}, and {wanted} is meant", fix)


def _mistaken(word: str) -> str:
    if kind(word) == "truth" or word.isalpha():
        return "true or false"
    return "a number" if kind(word) in ("whole", "number") else "a number or a time"


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:37]}..."
