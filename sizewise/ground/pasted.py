"""JSON that somebody pasted: its value, or what keeps us from reading it."""

import json
import re
from collections import Counter
from itertools import accumulate
from typing import Any

from sizewise.ground import limits

_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|([\[{\]}])', re.DOTALL)
"""A text in quotes, perhaps one that never ends, or a bracket outside of all texts."""
_STEP = {"": 0, "[": 1, "{": 1, "]": -1, "}": -1}
"""How much deeper it is behind each of these."""


class NotReadable(ValueError):
    """What is wrong, as a clause for a sentence: "nests more than 100 deep"."""


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises NotReadable.

    A field that stands twice is refused: one of its values would be lost without a word.
    """
    if deeper_than(text, limits.JSON_DEPTH):
        raise NotReadable(f"nests more than {limits.JSON_DEPTH} lists and objects in one another")
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotReadable(f"is no JSON: {error.msg} at {where}") from error
    except NotReadable:
        raise
    except ValueError:  # Python refuses to read thousands of digits
        raise NotReadable("holds a number that is too long") from None


def deeper_than(text: str, most: int) -> bool:
    """Whether more lists and objects stand inside one another than that, without reading them."""
    steps = map(_STEP.__getitem__, _BRACKET.findall(text))
    return max(accumulate(steps), default=0) > most


def _once(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(fields)
    if len(found) < len(fields):
        [(twice, _)] = Counter(name for name, _ in fields).most_common(1)
        raise NotReadable(f"has the field {json.dumps(twice)[:40]} twice")
    return found
