"""Whether some pieces are one stream, and whether it came to its last count."""

from collections.abc import Sequence

from sizewise.sizing.cost.response.pasted import objects_in
from sizewise.sizing.cost.response.piece import ResponsePiece

_EVENTS = {"message_start": False, "message_delta": True, "message_stop": True}
"""Anthropic's events that count, and whether the count is the last one."""


def one_stream(pieces: Sequence[ResponsePiece]) -> bool:
    """Whether pieces without a name are chunks of one answer: only the last of them ends it.

    Numbers alone may follow the end.
    """
    ends = [_ends(piece) for piece in pieces]
    ended = ends.index(True) if True in ends else len(ends)
    return ends[:1] == [False] and not any(end is not None for end in ends[ended + 1 :])


def rest_of_message(pieces: Sequence[ResponsePiece]) -> bool:
    """Whether pieces without a name are events of one Anthropic message."""
    events = [piece.event for piece in pieces]
    return all(event in _EVENTS for event in events) and events.count("message_start") <= 1


def ends_early(pieces: Sequence[ResponsePiece]) -> bool:
    """Whether no piece has the last count: what was written after it is in none of them."""
    ends = [_ends(piece) for piece in pieces]
    return False in ends and not any(end is not False for end in ends)


def _ends(piece: ResponsePiece) -> bool | None:
    """Whether its count is the last one of a stream; none where the piece does not say."""
    if piece.event in _EVENTS:
        return _EVENTS[piece.event]
    response = piece.response
    if response.get("object") == "chat.completion.chunk":
        choices = objects_in(response.get("choices"))
        return not choices or any(each.get("finish_reason") for each in choices)
    if candidates := objects_in(response.get("candidates")):
        if any(each.get("finishReason", each.get("finish_reason")) for each in candidates):
            return True
        return False if any("content" in each for each in candidates) else None
    if "generation" in response:
        return bool(response.get("stop_reason"))
    return None
