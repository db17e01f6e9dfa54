"""The numbers of a usage object, each asked for by its way, in whatever case its maker writes."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sizewise.ground import limits
from sizewise.ground.written import grouped
from sizewise.sizing.cost.response.refused import BillError

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class UsageCounts:
    """The numbers of a usage object; it remembers which of them were asked for.

    A way is written in small letters: `prompt_tokens_details.cached_tokens` finds
    `promptTokensDetails.cachedTokens` too. In a list of kinds, such as Gemini's modalities and the
    times that a cache keeps, a kind is a step of the way.
    """

    def __init__(self, found: Mapping[str, Any], name: str) -> None:
        self.name = name
        self.camel_case = any(_HUMP.search(key) for key in found)
        self._found: dict[str, Any] = {}
        self._written: dict[str, str] = {}
        self._asked: set[str] = set()
        for way, written, value in _leaves(found, "", ""):
            self._found[way] = value
            self._written[way] = written

    def has(self, way: str) -> bool:
        """Whether something stands there."""
        return way in self._found

    def holds(self, start: str) -> bool:
        """Whether anything stands at that way or behind it."""
        return any(way == start or way.startswith(f"{start}.") for way in self._found)

    def needed(self, way: str) -> int:
        """The number at the end of that way. Raises BillError when there is none."""
        if self._found.get(way) is None:
            raise self._wrong(way, "is missing")
        return self.given(way)

    def given(self, *ways: str) -> int:
        """The number at the end of the first of those ways that has one; 0 when none does."""
        numbers = [self._whole(way) for way in ways]
        return next((number for number in numbers if number), 0)

    def _whole(self, way: str) -> int:
        self._asked.add(way)
        here = self._found.get(way)
        if here is None:
            return 0
        if isinstance(here, bool) or not isinstance(here, int) or here < 0:
            raise self._wrong(way, f"must be a whole number, not {json.dumps(here)[:40]}")
        if here > limits.CALL_TOKENS:
            most = grouped(limits.CALL_TOKENS)
            raise self._wrong(way, f"must be at most {most}, which no call reaches")
        return here

    def word(self, way: str) -> str:
        """The text at the end of that way; empty when there is none."""
        said = self._found.get(way)
        return said if isinstance(said, str) else ""

    def amount(self, way: str) -> Decimal | None:
        """The number at the end of that way, perhaps with decimals."""
        said = self._found.get(way)
        if isinstance(said, bool) or not isinstance(said, int | float):
            return None
        amount = Decimal(str(said))
        return amount if amount.is_finite() and 0 <= amount < limits.CALL_TOKENS else None

    def unasked(self) -> Iterator[tuple[str, str, Any]]:
        """Numbers above 0 that nobody asked for: the way, the same as written, the number."""
        for way, value in self._found.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if number and value > 0 and way not in self._asked:
                yield way, f"{self.name}.{self._written[way]}", value

    def _wrong(self, way: str, what: str) -> BillError:
        field = f"{self.name}.{self._written.get(way, way)}"
        return BillError(field, f"`{field}` {what}.")


def _leaves(found: Mapping[str, Any], way: str, written: str) -> Iterator[tuple[str, str, Any]]:
    for key, value in found.items():
        here, said = f"{way}{_small(key)}", f"{written}{key}"
        inner = _by_kind(value) if isinstance(value, list) else value
        if isinstance(inner, dict) and inner:
            yield from _leaves(inner, f"{here}.", f"{said}.")
        else:
            yield here, said, inner


def _small(key: str) -> str:
    return _HUMP.sub("_", key).lower()


def _by_kind(listed: list[Any]) -> Any:
    """A list of a word and a number each, such as `{"modality": "AUDIO", "tokenCount": 5}`."""
    kinds: dict[str, Any] = {}
    for each in listed:
        words = [v for v in each.values() if isinstance(v, str)] if isinstance(each, dict) else []
        numbers = [v for v in each.values() if isinstance(v, int)] if words else []
        if len(words) != 1 or len(numbers) != 1:
            return listed
        kinds[words[0]] = kinds.get(words[0], 0) + numbers[0]
    return kinds or listed
