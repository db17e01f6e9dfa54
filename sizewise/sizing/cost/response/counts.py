"""The numbers of a usage object, each asked for by its way, in whatever case its maker writes."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import Any

from sizewise.ground import limits
from sizewise.ground.written import grouped
from sizewise.sizing.cost.response.pasted import objects_in
from sizewise.sizing.cost.response.refused import BillError

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class UsageCounts:
    """The numbers of a usage object; it remembers which of them were asked for.

    A way is written in small letters: `prompt_tokens_details.cached_tokens` finds
    `promptTokensDetails.cachedTokens` too. In a list of kinds, such as Gemini's modalities and the
    times that a cache keeps, a kind is a step of the way. A list of numbers by name, one object for
    each request, is their sum; in any other list of objects the place is a step.
    """

    def __init__(self, found: Mapping[str, Any], name: str) -> None:
        self.name = name
        self.camel_case = any(_HUMP.search(key) for key in found)
        self._as_found = found
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
        return start in self._places

    @cached_property
    def _places(self) -> frozenset[str]:
        """Every way, and each place on it."""
        within = {way.rpartition(".")[0] for way in self._found}
        return frozenset(self._found).union(
            *(accumulate(way.split("."), "{}.{}".format) for way in within)
        )

    def listed(self, way: str) -> list["UsageCounts"]:
        """Every object of the list at the end of that way, as counts of its own."""
        here: Any = self._as_found
        for step in way.split("."):
            here = here.get(step) if isinstance(here, dict) else None
        return [UsageCounts(each, f"{self.name}.{way}") for each in objects_in(here)]

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
        if isinstance(here, float) and here.is_integer():
            here = int(here)  # Cohere's SDK writes 5.0
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

    def says(self, way: str) -> bool:
        """Whether `true` stands at the end of that way."""
        return self._found.get(way) is True

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
        here, said = f"{way}{small(key)}", f"{written}{key}"
        inner = _of_list(value) if isinstance(value, list) else value
        if isinstance(inner, dict) and inner:
            yield from _leaves(inner, f"{here}.", f"{said}.")
        else:
            yield here, said, inner


def small(key: str) -> str:
    """A name in snake_case, however it was written."""
    return key if key.islower() else _HUMP.sub("_", key).lower()


def _of_list(listed: list[Any]) -> Any:
    """What a list of objects says by name; any other list as it is."""
    if not listed or not all(isinstance(each, dict) for each in listed):
        return listed
    return _by_kind(listed) or _summed(listed) or {str(at): each for at, each in enumerate(listed)}


def _by_kind(listed: list[dict[str, Any]]) -> dict[str, int] | None:
    """Objects of a word and a number each, such as `{"modality": "AUDIO", "tokenCount": 5}`.

    A number of 0 may be left out.
    """
    kinds: dict[str, int] = {}
    for each in listed:
        said = [value for value in each.values() if value is not None]
        words = [value for value in said if isinstance(value, str)]
        numbers = [value for value in said if type(value) is int]
        if len(words) != 1 or len(numbers) != len(said) - 1 or len(numbers) > 1:
            return None
        kinds[words[0]] = kinds.get(words[0], 0) + sum(numbers)
    return kinds


def _summed(listed: list[dict[str, Any]]) -> dict[str, int] | None:
    """Objects of whole numbers alone, as the Agents SDK writes one for each request."""
    if not all(type(value) is int for each in listed for value in each.values()):
        return None
    sums: dict[str, int] = {}
    for name, value in (pair for each in listed for pair in each.items()):
        sums[name] = sums.get(name, 0) + value
    return sums
