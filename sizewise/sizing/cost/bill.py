"""A pasted API response: what the call used, as its maker counted it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal

from sizewise.ground import limits
from sizewise.ground.pasted import NotReadable, read_json
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped
from sizewise.sizing.tokens.tokens import clean
from sizewise.sizing.tokens.usage import Usage, UsageError

ResponseFormat = Literal[
    "OpenAI chat completions", "OpenAI responses", "Anthropic messages", "Gemini"
]
"""Whose response it is."""


class BillError(Plain, ValueError):
    """A response that cannot be read; `field` is the place, such as `usage.prompt_tokens`.

    The message is meant for the learner.
    """

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


@dataclass(frozen=True)
class Bill:
    """What a response says: whose shape it has, the model it names (or none), the usage, its day.

    `made_on` is the day in UTC on which the maker sent it; none when the response does not say.
    """

    shape: ResponseFormat
    model: str | None
    usage: Usage
    made_on: date | None = None


def read_bill(pasted: str) -> Bill:
    """The usage of a pasted response, or of its `usage` object alone.

    The makers count differently, and here all is brought to one way: cached tokens within the
    input, reasoning within the output. Anthropic leaves cache reads and writes out of
    `input_tokens`, so they are added; Gemini leaves thoughts out of `candidatesTokenCount` and tool
    results out of `promptTokenCount`, so they are added too. Raises BillError.
    """
    response = _object(pasted)
    response = _inside(response.get("response"), response)
    name = "usageMetadata" if "usageMetadata" in response else "usage"
    counts = _Counts(_inside(response.get(name), response), name)
    shape = _shape(counts)
    try:
        return Bill(shape, _model(response), _READERS[shape](counts), _made_on(response))
    except UsageError as error:
        raise BillError(error.field, f"This response does not add up: {error}.") from None


@dataclass(frozen=True)
class _Counts:
    """The numbers of a usage object, each asked for by its way."""

    found: Mapping[str, Any]
    name: str

    def has(self, key: str) -> bool:
        return key in self.found

    def needed(self, key: str) -> int:
        if self.found.get(key) is None:
            raise self._wrong(key, "is missing")
        return self.given(key)

    def given(self, *keys: str) -> int:
        """The number at the end of that way; 0 when the response leaves it out."""
        here: Any = self.found
        for key in keys:
            here = here.get(key) if isinstance(here, dict) else None
        if here is None:
            return 0
        if isinstance(here, bool) or not isinstance(here, int) or here < 0:
            raise self._wrong(".".join(keys), f"must be a whole number, not {_short(here)}")
        if here > limits.CALL_TOKENS:
            most = f"{grouped(limits.CALL_TOKENS)}"
            raise self._wrong(".".join(keys), f"must be at most {most}, which no call reaches")
        return here

    def _wrong(self, way: str, what: str) -> BillError:
        field = f"{self.name}.{way}"
        return BillError(field, f"`{field}` {what}.")


def _openai_chat(counts: _Counts) -> Usage:
    return Usage(
        counts.needed("prompt_tokens"),
        counts.given("prompt_tokens_details", "cached_tokens"),
        counts.given("completion_tokens"),
        counts.given("completion_tokens_details", "reasoning_tokens"),
        counts.given("prompt_tokens_details", "cache_write_tokens"),
    )


def _openai_responses(counts: _Counts) -> Usage:
    return Usage(
        counts.needed("input_tokens"),
        counts.given("input_tokens_details", "cached_tokens"),
        counts.given("output_tokens"),
        counts.given("output_tokens_details", "reasoning_tokens"),
        counts.given("input_tokens_details", "cache_write_tokens"),
    )


def _anthropic(counts: _Counts) -> Usage:
    read = counts.given("cache_read_input_tokens")
    written = counts.given("cache_creation_input_tokens")
    return Usage(
        counts.needed("input_tokens") + read + written,
        read,
        counts.given("output_tokens"),
        counts.given("output_tokens_details", "thinking_tokens"),
        written,
    )


def _gemini(counts: _Counts) -> Usage:
    thoughts = counts.given("thoughtsTokenCount")
    return Usage(
        counts.needed("promptTokenCount") + counts.given("toolUsePromptTokenCount"),
        counts.given("cachedContentTokenCount"),
        counts.given("candidatesTokenCount") + thoughts,
        thoughts,
    )


_READERS: Mapping[ResponseFormat, Callable[[_Counts], Usage]] = {
    "OpenAI chat completions": _openai_chat,
    "OpenAI responses": _openai_responses,
    "Anthropic messages": _anthropic,
    "Gemini": _gemini,
}


def _shape(counts: _Counts) -> ResponseFormat:
    if counts.has("promptTokenCount"):
        return "Gemini"
    if counts.has("prompt_tokens"):
        return "OpenAI chat completions"
    if not counts.has("input_tokens"):
        raise BillError(
            counts.name,
            "This response counts no tokens: it needs a `usage` (or `usageMetadata`) object, "
            "which comes with every finished call.",
        )
    # Only OpenAI gives a total and tells the kinds of input apart.
    openai = counts.has("total_tokens") or counts.has("input_tokens_details")
    return "OpenAI responses" if openai else "Anthropic messages"


def _object(pasted: str) -> Mapping[str, Any]:
    if len(pasted) > limits.RESPONSE_CHARACTERS:
        most = f"A response here has at most {grouped(limits.RESPONSE_CHARACTERS)}"
        raise BillError("response", f"This text has {grouped(len(pasted))} characters. {most}.")
    try:
        found = read_json(pasted)
    except NotReadable as error:
        raise BillError("response", f"This text {error}.") from error
    if not isinstance(found, dict):
        raise BillError("response", "Paste the whole response, from its first { to its last }.")
    return found


def _inside(found: Any, otherwise: Mapping[str, Any]) -> Mapping[str, Any]:
    return found if isinstance(found, dict) else otherwise


def _model(response: Mapping[str, Any]) -> str | None:
    named = response.get("model", response.get("modelVersion"))
    return clean(named) if isinstance(named, str) else None


_MADE = ("created", "created_at", "createTime")
"""Where OpenAI's two shapes and Gemini write the moment of the answer; Anthropic writes none."""


def _made_on(response: Mapping[str, Any]) -> date | None:
    """The day of the answer: seconds since 1970, or ISO 8601. Nonsense counts as not said."""
    said = next((response[name] for name in _MADE if name in response), None)
    try:
        if isinstance(said, str):
            return datetime.fromisoformat(said).astimezone(UTC).date()
        # bool is a number to Python, and no moment to anybody
        if isinstance(said, bool) or not isinstance(said, (int, float)):
            return None
        return datetime.fromtimestamp(said, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _short(value: Any) -> str:
    return json.dumps(value)[:40]
