"""One response out of what it came in: a batch file's line, an event of a stream, a list of them.

The usage of a stream comes in pieces, and each number that comes later stands for the earlier one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sizewise.ground.written import grouped
from sizewise.sizing.cost.response.pasted import JsonObject
from sizewise.sizing.cost.response.refused import BillError

USAGE = ("usage", "usageMetadata", "usage_metadata", "token_usage")
"""How makers call the object with the numbers."""

SHAPES = (
    "OpenAI chat and responses, Anthropic messages, Gemini, Bedrock Converse, lines of their batch "
    "files, and streams with their last event"
)
"""What can be read, in words."""

_COUNTS = (
    *("prompt_tokens", "promptTokens", "prompt_token_count", "promptTokenCount"),
    *("input_tokens", "inputTokens"),
)
"""What a usage object counts first, by which one is known that comes alone."""
_WRAPPERS = ("response", "result", "message", "body", "modelOutput", "response_metadata")
_BATCH_MARKS = ("custom_id", "recordId", "key")
_DEEPEST = 5
_STREAMED = ("message_start", "message_delta")


@dataclass(frozen=True)
class Unwrapped:
    """A response, the name and the content of its usage object, and whether a batch file had it."""

    response: JsonObject
    name: str
    usage: JsonObject
    batch: bool


def unwrapped(found: Iterable[JsonObject]) -> Unwrapped:
    """The one response of some objects. Raises BillError for none and for several."""
    cores = [_core(each) for each in found]
    counted = [each for each in cores if each.usage]
    if not counted:
        raise BillError(
            "usage",
            "This response counts no tokens: it needs a `usage` object with the numbers, which "
            f"comes with a finished call. Sizewise reads {SHAPES}.",
        )
    _must_be_one(counted)
    response: JsonObject = {}
    usage: JsonObject = {}
    for each in cores:
        response |= _said(each.response, response)
        usage |= _said(each.usage, usage)
    return Unwrapped(response, counted[0].name, usage, any(each.batch for each in cores))


def _said(later: JsonObject, before: JsonObject) -> JsonObject:
    """What the later piece says; its null takes nothing away."""
    return {name: v for name, v in later.items() if v is not None or name not in before}


def _must_be_one(counted: list[Unwrapped]) -> None:
    ids = {_id(each.response) for each in counted} - {None}
    loose = [each for each in counted if _id(each.response) is None]
    streamed = all(each.response.get("type") in _STREAMED for each in loose)
    several = len(ids) + (0 if streamed else len(loose))
    if several > 1 or (len(counted) > 1 and any(each.batch for each in counted)):
        raise BillError(
            "response",
            f"This text holds {grouped(len(counted))} responses. Paste one of them: each call has "
            "a bill of its own.",
        )


def _id(response: JsonObject) -> str | None:
    named = response.get("id", response.get("responseId", response.get("response_id")))
    return named if isinstance(named, str) else None


def _core(found: JsonObject) -> Unwrapped:
    """The innermost object that may be the response, from its wrappers."""
    batch = False
    for _ in range(_DEEPEST):
        name = next((name for name in USAGE if isinstance(found.get(name), dict)), None)
        if name and found[name]:
            return Unwrapped(found, name, found[name], batch)
        if any(count in found for count in _COUNTS):
            return Unwrapped(found, USAGE[0], found, batch)
        within = next(
            (found[each] for each in _WRAPPERS if isinstance(found.get(each), dict)), None
        )
        if within is None:
            break
        batch = batch or any(mark in found for mark in _BATCH_MARKS)
        found = _named_as(within, found)
    return Unwrapped(found, USAGE[0], {}, batch)


def _named_as(within: JsonObject, around: JsonObject) -> JsonObject:
    """The inner object, with the model that the outer one names."""
    named: dict[str, Any] = {name: around[name] for name in ("model",) if name in around}
    return {**named, **within}
