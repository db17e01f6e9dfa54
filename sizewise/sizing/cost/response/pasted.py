"""The objects in a pasted text: JSON, lines of it, events of a stream, a dict as Python prints it.

What stands around them is blanked out sign by sign, so that every place stays where it is.
"""

import re
from collections.abc import Iterator
from typing import Any

from sizewise.ground import limits
from sizewise.ground.pasted import NotJson, NotReadable, python_as_json, read_values
from sizewise.ground.written import grouped
from sizewise.sizing.cost.response.refused import BillError

JsonObject = dict[str, Any]
"""An object of JSON."""

MOST_OBJECTS = 50_000
"""Objects of a text: a stream has one for each token or so."""
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$", re.MULTILINE)
_EVENT = re.compile(
    r"^[ \t]*(?:(?:event|id|retry):[^\n]*|data:[ \t]*\[DONE\][^\n]*|data:|:[^\n]*)", re.MULTILINE
)
_ODD = "[\ufeff\u00a0\u200b\u2060\u2028]"
_ODD_SPACE = re.compile(f'"(?>(?:[^"\\\\]++|\\\\.)*)"?|{_ODD}', re.DOTALL)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_PRINTED = re.compile(r"\s*[A-Za-z_][\w.]*\([^{\[]*=")
"""How Python prints an object that is no dict: `ChatCompletion(id=...`."""


def as_object(value: Any) -> JsonObject:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(value: Any) -> list[JsonObject]:
    """Every object of the value if it is a list, else none."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def objects(pasted: str) -> list[JsonObject]:
    """Every object of the text, in order; those of a list one by one. Raises BillError."""
    if len(pasted) > limits.RESPONSE_CHARACTERS:
        most = f"A response here has at most {grouped(limits.RESPONSE_CHARACTERS)}"
        raise BillError("response", f"This text has {grouped(len(pasted))} characters. {most}.")
    values = _values(pasted)
    found = list(_flat(values))
    if not found:
        raise BillError("response", "Paste the whole response, from its first { to its last }.")
    if max(len(values), len(found)) > MOST_OBJECTS:
        most = f"This text holds more than {grouped(MOST_OBJECTS)} objects"
        raise BillError("response", f"{most}. Paste one.")
    return found


def _flat(values: list[Any]) -> Iterator[JsonObject]:
    for value in values:
        within = value if isinstance(value, list) else [value]
        yield from (each for each in within if isinstance(each, dict))


def _values(pasted: str) -> list[Any]:
    if _PRINTED.match(pasted):
        raise BillError(
            "response",
            "This is an object as Python prints it. Print `response.model_dump_json()` and paste "
            "that.",
        )
    text = _bare(pasted)
    try:
        return read_values(text, MOST_OBJECTS + 1)
    except NotReadable as error:
        return _as_python(text, error)


def _as_python(text: str, error: NotReadable) -> list[Any]:
    try:
        if not isinstance(error, NotJson) or "'" not in text:
            raise error
        return read_values(python_as_json(text), MOST_OBJECTS + 1)
    except NotReadable:
        advice = ""
        if "curly" in str(error):
            advice = " Copy it from where the program printed it: a word processor changes quotes."
        raise BillError("response", f"This text {error}.{advice}", _place(error)) from error


def _place(error: NotReadable) -> tuple[int, int] | None:
    return (error.line, error.column) if isinstance(error, NotJson) else None


def _bare(pasted: str) -> str:
    """The text with all blanked out that stands around its objects, and odd spaces made spaces."""
    text = _FENCE.sub(_blank, _ANSI.sub(_blank, pasted))
    if re.search(r"^[ \t]*data:", text, re.MULTILINE):
        text = _EVENT.sub(_blank, text)
    if re.search(_ODD, text):  # far quicker than looking at every text in quotes
        text = _ODD_SPACE.sub(lambda found: found[0] if found[0][0] == '"' else " ", text)
    starts = [at for at in (text.find("{"), text.find("[")) if at >= 0]
    if not starts:
        return text
    first, end = min(starts), max(text.rfind("}"), text.rfind("]")) + 1
    end = end if end > first else len(text)
    return re.sub(r"[^\n]", " ", text[:first]) + text[first:end]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
