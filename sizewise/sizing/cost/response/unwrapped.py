"""One response out of what it came in: a batch file's line, an event of a stream, a list of them.

The usage of a stream comes in pieces, and each number that comes later stands for the earlier one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sizewise.ground.written import grouped
from sizewise.sizing.cost.response.pasted import JsonObject
from sizewise.sizing.cost.response.piece import METRICS, ResponsePiece, piece_of
from sizewise.sizing.cost.response.refused import BillError
from sizewise.sizing.cost.response.streamed import ends_early, one_stream, rest_of_message

SHAPES = (
    "OpenAI chat and responses, Anthropic messages, Gemini, Bedrock Converse and InvokeModel, "
    "Cohere, Ollama, the AI SDK of Vercel, lines of batch files, and streams with their last event"
)
"""What can be read, in words."""

_ANSWERS = ("candidates", "choices")
"""Where any chunk of Gemini's and of OpenAI's may tell of a search."""


def unwrapped(found: Iterable[JsonObject]) -> ResponsePiece:
    """The one response of some objects. Raises BillError for none, for several, and for a stream
    without its last count.
    """
    pieces = _counted_once([piece_of(each) for each in found])
    counted = [each for each in pieces if each.usage]
    if not counted:
        raise BillError(
            "usage",
            "This response counts no tokens: it needs a `usage` object with the numbers, which "
            f"comes with a finished call. Sizewise reads {SHAPES}.",
        )
    _must_be_one(counted)
    if ends_early(counted):
        raise BillError(
            "usage",
            "This stream ends before its last count, so nobody can tell what it cost. Paste it "
            "with its last event.",
        )
    return _together(pieces, counted)


def _counted_once(pieces: list[ResponsePiece]) -> list[ResponsePiece]:
    """Without Bedrock's metrics where the maker itself counts too."""
    if not any(each.usage and each.name != METRICS for each in pieces):
        return pieces
    return [replace(each, usage={}) if each.name == METRICS else each for each in pieces]


def _together(pieces: Sequence[ResponsePiece], counted: Sequence[ResponsePiece]) -> ResponsePiece:
    response: JsonObject = {}
    usage: JsonObject = {}
    answers: dict[str, list[Any]] = {name: [] for name in _ANSWERS}
    for each in pieces:
        response |= _said(each.response, response)
        usage |= _said(each.usage, usage)
        for name, whole in answers.items():
            listed = each.response.get(name)
            whole += listed if isinstance(listed, list) else []
    response |= {name: whole for name, whole in answers.items() if whole}
    batch = any(each.batch for each in pieces)
    return ResponsePiece(response, counted[0].name, usage, batch)


def _said(later: JsonObject, before: JsonObject) -> JsonObject:
    """What the later piece says; its null takes nothing away."""
    return {name: v for name, v in later.items() if v is not None or name not in before}


def _must_be_one(counted: Sequence[ResponsePiece]) -> None:
    ids = {_id(each.response) for each in counted} - {None}
    loose = [each for each in counted if _id(each.response) is None]
    several = len(ids)
    if not rest_of_message(loose):
        several += 1 if one_stream(loose) else len(loose)
    if several > 1 or (len(counted) > 1 and any(each.batch for each in counted)):
        raise BillError(
            "response",
            f"This text holds {grouped(len(counted))} responses. Paste one of them: each call has "
            "a bill of its own.",
        )


def _id(response: JsonObject) -> str | None:
    named = response.get("id", response.get("responseId", response.get("response_id")))
    return named if isinstance(named, str) else None
