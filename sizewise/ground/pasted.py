"""JSON that somebody pasted: its values, or what keeps us from reading it."""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import Any, NoReturn

from sizewise.ground import limits

_BRACKET = re.compile(r'"(?>(?:[^"\\]++|\\.)*)"?|([\[{\]}])', re.DOTALL)
"""A text in quotes, perhaps one that never ends, or a bracket outside of all texts."""
_STEP = {"": 0, "[": 1, "{": 1, "]": -1, "}": -1}
"""How much deeper it is behind each of these."""
_SPACE = re.compile(r"[ \t\n\r]*+")
_CURLY = "“”„‟‘’‚‛«»"
_WRITTEN_IN_PYTHON = re.compile(
    r"""'(?>(?:[^'\\\n]++|\\.)*)'|"(?>(?:[^"\\\n]++|\\.)*)"|\b(?:True|False|None)\b"""
)
_SIGN = re.compile(r'\\U[0-9a-fA-F]{8}|\\.|"', re.DOTALL)
_AS_JSON = {"True": "true", "False": "false", "None": "null"}


class NotReadable(ValueError):
    """What is wrong, as a clause for a sentence: "nests more than 100 deep"."""


class NotJson(NotReadable):
    """A text that breaks the rules of JSON, with the place: line and column, from 1."""

    def __init__(self, why: str, line: int, column: int) -> None:
        self.line, self.column = line, column
        super().__init__(f"is no JSON: {why} at line {line}, column {column}")


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises NotReadable.

    A field that stands twice is refused: one of its values would be lost without a word.
    """
    found = read_values(text, most=2)
    if len(found) != 1:
        raise NotJson("more text follows behind its end" if found else "it is empty", 1, 1)
    return found[0]


def read_values(text: str, most: int | None = None) -> list[Any]:
    """The values of a text that holds several, one behind another, as lines of JSON do.

    Nothing is read behind the first `most`. Raises NotReadable.
    """
    if deeper_than(text, limits.JSON_DEPTH):
        raise NotReadable(f"nests more than {limits.JSON_DEPTH} lists and objects in one another")
    try:
        return list(islice(_values(text), most))
    except json.JSONDecodeError as error:
        raise NotJson(_why(error), error.lineno, error.colno) from None
    except NotReadable:
        raise
    except ValueError:  # Python refuses to read thousands of digits
        raise NotReadable("holds a number that is too long") from None


def _values(text: str) -> Iterator[Any]:
    reader = json.JSONDecoder(object_pairs_hook=_once)
    at = _after_space(text, 0)
    while at < len(text):
        value, at = reader.raw_decode(text, at)
        yield value
        at = _after_space(text, at)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def python_as_json(text: str) -> str:
    """A dict as Python prints it, in JSON's words; what is none comes back changed or not."""
    return _WRITTEN_IN_PYTHON.sub(lambda found: _in_json(found.group()), text)


def _in_json(written: str) -> str:
    if written in _AS_JSON:
        return _AS_JSON[written]
    return f'"{_SIGN.sub(_sign_in_json, written[1:-1])}"'


def _sign_in_json(found: re.Match[str]) -> str:
    sign = found.group()
    if sign[:2] == "\\U" and int(sign[2:], 16) <= sys.maxunicode:
        return chr(int(sign[2:], 16))
    return {'"': '\\"', "\\'": "'", "\\x": "\\u00"}.get(sign, sign)


def _why(error: json.JSONDecodeError) -> str:
    """What the reader of JSON complains about, in plain words."""
    here = error.doc[error.pos : error.pos + 1]
    if error.msg.startswith("Unterminated"):
        return "a text opens with a quote and never closes"
    if not here:
        return "it ends too early"
    if here in _CURLY:
        return "a curly quote stands where a straight one is needed"
    if here == "'":
        return "a single quote stands where a double one is needed"
    if here in "]}" and error.doc[: error.pos].rstrip().endswith(","):
        return "a comma stands before a closing bracket"
    return next((words for said, words in _PLAIN_WORDS if said in error.msg), "a sign is wrong")


_PLAIN_WORDS = (
    ("property name", "a name in double quotes is missing"),
    ("':' delimiter", "a colon is missing"),
    ("',' delimiter", "a comma or a closing bracket is missing"),
    ("control character", "a line ends inside a text in quotes"),
    ("escape", "a backslash starts no known sign"),
    ("trailing comma", "a comma stands before a closing bracket"),
    ("Expecting value", "a value is missing, or is no text in quotes and no number"),
)


def deeper_than(text: str, most: int) -> bool:
    """Whether more lists and objects stand inside one another than that, without reading them."""
    if text.count("[") + text.count("{") <= most:  # also in quotes: far quicker than looking
        return False
    steps = map(_STEP.__getitem__, _BRACKET.findall(text))
    return max(accumulate(steps), default=0) > most


def _once(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(fields)
    if len(found) < len(fields):
        _refuse_twice(fields)
    return found


def _refuse_twice(fields: list[tuple[str, Any]]) -> NoReturn:
    [(twice, _)] = Counter(name for name, _ in fields).most_common(1)
    raise NotReadable(f"has the field {json.dumps(twice)[:40]} twice")
