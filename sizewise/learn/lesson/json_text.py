"""A reply as JSON: its value, and everything that keeps a program from reading it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sizewise.ground.pasted import deeper_than

DEEPEST = 50
"""How many lists and objects may stand inside one another."""

LARGEST = 2**53 - 1
"""The largest whole number that every program keeps exactly (RFC 8259, section 6)."""

JsonKey = str | int
"""A step into a value: a field's name, or a place in a list from 0."""


class Flaw(NamedTuple):
    """One thing that is wrong with a reply: where, in words, and what."""

    place: str
    what: str


@dataclass(frozen=True)
class Read:
    """What came of a reply: its value, none when it is no JSON, and its flaws so far."""

    value: Any
    flaws: tuple[Flaw, ...]
    whole: bool
    """Whether there is a value; JSON's own `null` is one."""


class _Table(dict[str, Any]):
    """An object that remembers the fields it was given twice."""

    twice: tuple[str, ...] = ()


class _NoNumber(Exception):
    """NaN or Infinity stands where a number is meant."""


def read(reply: str) -> Read:
    """The value of a reply, and what is wrong with its writing."""
    text, fenced = _without_fence(reply)
    if not text.strip():
        return Read(None, (*fenced, Flaw(WHOLE, "It is empty.")), whole=False)
    if deeper_than(text, DEEPEST):
        deep = f"Lists and objects stand more than {DEEPEST} deep inside one another."
        return Read(None, (*fenced, Flaw(WHOLE, deep)), whole=False)
    try:
        value = _loaded(text)
    except json.JSONDecodeError as error:
        return Read(None, (*fenced, _malformed(error)), whole=False)
    except _NoNumber as word:
        what = f"{word} is no number in JSON. Write null, or leave the field out."
        return Read(None, (*fenced, Flaw(WHOLE, what)), whole=False)
    return Read(value, (*fenced, *_careless(value)), whole=True)


WHOLE = "The whole reply"
"""The place of what belongs to no single field."""

_FENCE = re.compile(r"(`{3,}+|~{3,}+)[^\n`]*+\n")  # `+`: a long run is not tried at every length


def _without_fence(reply: str) -> tuple[str, tuple[Flaw, ...]]:
    bare = reply.strip()
    fence = _FENCE.match(bare)
    if fence is None or not bare[fence.end() :].endswith(fence[1]):
        return reply, ()
    what = "A code fence stands around the JSON. People like it; a program stops at its first line."
    inside = bare[fence.end() :].removesuffix(fence[1]).rstrip(" \t").removesuffix("\n")
    return inside, (Flaw(WHOLE, what),)


def _loaded(text: str) -> Any:
    return json.loads(
        text, object_pairs_hook=_table, parse_int=_whole_number, parse_constant=_no_number
    )


def _table(pairs: list[tuple[str, Any]]) -> _Table:
    table = _Table(pairs)
    names = Counter(name for name, _ in pairs)
    table.twice = tuple(name for name, times in names.items() if times > 1)
    return table


def _whole_number(digits: str) -> int:
    # Python refuses thousands of digits; what is too large is told either way.
    return int(digits) if len(digits) <= 400 else int(digits[:400])


def _no_number(word: str) -> Any:
    raise _NoNumber(word)


def _careless(value: Any) -> Iterator[Flaw]:
    """JSON that is allowed, and that programs read differently."""
    for keys, each in _all(value, ()):
        for name in getattr(each, "twice", ()):
            what = f"The field {name_of(name)} stands twice. Programs keep one and drop the other."
            yield Flaw(place_of(keys), what)
        if _too_large(each):
            what = f"{shown(each)} is too large: many programs cannot keep such a number."
            yield Flaw(place_of(keys), what)


def _too_large(value: Any) -> bool:
    number = type(value) in (int, float)
    return number and (abs(value) > LARGEST if type(value) is int else abs(value) == float("inf"))


def _all(value: Any, keys: tuple[JsonKey, ...]) -> Iterator[tuple[tuple[JsonKey, ...], Any]]:
    """A value and everything inside it, each with the way to it."""
    yield keys, value
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _all(each, (*keys, key))


def place_of(keys: tuple[JsonKey, ...]) -> str:
    """The way to a value in words: `items, number 2, price`."""
    said = [f"number {key + 1}" if isinstance(key, int) else _printable(key, 40) for key in keys]
    return ", ".join(said) or WHOLE


def name_of(field: str) -> str:
    """A field's name in quotes, short enough to read."""
    return f"“{_printable(field, 40)}”"


def shown(value: Any) -> str:
    """A value as JSON, short enough to read."""
    infinite = isinstance(value, float) and abs(value) == float("inf")
    return "This number" if infinite else _printable(json.dumps(value, ensure_ascii=False), 60)


def _printable(text: str, most: int) -> str:
    # Half of a surrogate pair, which \ud800 makes, cannot be sent to a screen.
    sound = text.encode("utf-8", "replace").decode("utf-8") or "(empty)"
    return sound if len(sound) <= most else f"{sound[: most - 1]}…"


def _snippet(rest: str) -> str:
    return _printable(" ".join(rest[:99].split()), 30)


def _at_the_bracket(error: json.JSONDecodeError) -> json.JSONDecodeError:
    """The same error; Python 3.13 stops at a comma before a bracket, older ones behind it."""
    if not error.msg.startswith("Illegal trailing comma"):
        return error
    behind = error.doc[error.pos + 1 :].lstrip()
    return json.JSONDecodeError(error.msg, error.doc, len(error.doc) - len(behind))


def _malformed(error: json.JSONDecodeError) -> Flaw:
    error = _at_the_bracket(error)
    place = f"Line {error.lineno}, character {error.colno}"
    rest = error.doc[error.pos :].lstrip()
    if "Extra data" in error.msg:
        return Flaw(place, f"The JSON has ended, and more follows: {_snippet(rest)}")
    if rest[:1] == "\ufeff":
        return Flaw(place, "An invisible mark (a byte order mark) stands before the JSON.")
    if not rest:
        return Flaw(place, "It breaks off here. Was it cut at the longest reply allowed?")
    before = error.doc[: error.pos].strip()
    if not before and "Expecting value" in error.msg and rest[0].isalpha():
        return Flaw(place, _opening(rest))
    return Flaw(place, _slip(error, before, rest))


def _opening(rest: str) -> str:
    for word, right in _PYTHON.items():
        if rest.startswith(word):
            return f"{word} is Python. JSON writes {right}."
    return f"It begins with words, not with JSON: {_snippet(rest)}"


_PYTHON = {"True": "true", "False": "false", "None": "null"}


def _slip(error: json.JSONDecodeError, before: str, rest: str) -> str:
    """What one wrong sign means."""
    if rest[0] in "}]" and before.endswith(","):
        return f"A comma stands before {rest[0]}. After the last entry there is none."
    if rest[0] == "'":
        return "Names and texts stand in double quotes, not in single ones."
    if rest.startswith(("//", "/*", "#")):
        return "JSON has no comments. Leave this one out."
    if "Expecting value" in error.msg:
        return _no_value(rest)
    return next((said for piece, said in _SLIPS.items() if piece in error.msg), _UNREADABLE)


def _no_value(rest: str) -> str:
    for word, right in _PYTHON.items():
        if rest.startswith(word):
            return f"{word} is Python. JSON writes {right}."
    return f"A value is missing, or a text has no quotes: {_snippet(rest)}"


_UNREADABLE = "This is no JSON."

_SLIPS = {
    "property name": "A field’s name is missing, or it has no double quotes.",
    "':' delimiter": "A colon is missing between a field’s name and its value.",
    "',' delimiter": "A comma is missing, or a text’s closing quote stands too early.",
    "Unterminated string": "A text begins here and never ends. Was the reply cut?",
    "Invalid control character": "A line end or a tab stands inside a text. Write \\n or \\t.",
    "escape": "A backslash stands before a character that JSON does not know. Write it twice.",
}
"""A piece of Python's message, and what it means."""
