"""A reply in one piece, from an address that takes no notice of a wish for a stream."""

from collections.abc import Iterable
from typing import Any

import openai
from openai.types.chat import ChatCompletionChunk


class NoReply(Exception):
    """JSON that is no reply of a model: `told` is what it says."""

    def __init__(self, told: Any) -> None:
        self.told = told
        super().__init__()


def is_unstreamed(stream: openai.Stream[ChatCompletionChunk]) -> bool:
    """Whether the answer calls itself JSON, as a whole one does and a stream does not."""
    kind = stream.response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return bool(kind == "application/json")


def in_one_piece(
    stream: openai.Stream[ChatCompletionChunk],
) -> Iterable[ChatCompletionChunk]:
    """The whole reply as the one chunk of a stream, or the chunks of a stream that calls itself
    JSON. Raises NoReply for any other JSON, and APIError for an error that calls itself well.
    """
    stream.response.read()
    try:
        told = stream.response.json()
    except ValueError:
        return stream
    match told:
        case {"error": error} if error:
            raise openai.APIError("", stream.response.request, body=error)
        case {"choices": [*choices]} if choices:
            parts = [{**each, "delta": each["message"]} for each in choices]
            return [ChatCompletionChunk.construct(**{**told, "choices": parts})]
    raise NoReply(told)
