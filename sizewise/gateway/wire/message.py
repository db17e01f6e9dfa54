"""The message of a reply, put together from the pieces in which it came."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from openai.types.chat.chat_completion_chunk import ChoiceDelta, ChoiceDeltaToolCall

_THINKING = ("reasoning_content", "reasoning")
"""Fields in which a stream shows thinking. DeepSeek and older vLLM have the first, vLLM and
OpenRouter the second, and some send both with one text.
Sources: https://api-docs.deepseek.com/guides/thinking_mode_api_example_streaming,
https://docs.vllm.ai/en/v0.11.2/features/reasoning_outputs/"""


@dataclass
class ReceivedMessage:
    """A message as far as it came: its text, the thinking before it, what stands instead of it."""

    text: list[str] = field(default_factory=list)
    thinking: list[str] = field(default_factory=list)
    refusal: list[str] = field(default_factory=list)
    """The words in which the model declines, where its provider marks them."""
    calls: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Calls of tools by their place: a call has a name at once, and its arguments bit by bit."""

    def call(self, pieces: Iterable[ChoiceDeltaToolCall]) -> None:
        """Take pieces of calls of tools."""
        for piece in pieces:
            named = piece.model_dump(exclude_none=True)
            said = named.pop("function", {})
            place = named.pop("index", len(self.calls))  # who sends each call at once may tell none
            call = self.calls.setdefault(place, {"function": {}})
            so_far = call["function"].get("arguments", "")
            arguments = {"arguments": so_far + said.get("arguments", "")}
            call.update(named, function={**call["function"], **said, **arguments})

    def as_json(self) -> dict[str, Any]:
        """The message as an answer without streaming has it."""
        message: dict[str, Any] = {"role": "assistant", "content": "".join(self.text)}
        if self.thinking:
            message["reasoning_content"] = "".join(self.thinking)
        if self.refusal:
            message["refusal"] = "".join(self.refusal)
        if self.calls:
            message["tool_calls"] = list(self.calls.values())
        return message


def thinking_of(delta: ChoiceDelta) -> str:
    """The thinking in a piece, where the stream shows it; else nothing."""
    told = (getattr(delta, name, None) for name in _THINKING)
    return next((readable(each) for each in told if each and isinstance(each, str)), "")


def readable(text: str | None) -> str:
    """A text as it can be shown and written: JSON may hold halves of a character."""
    return (text or "").encode("utf-8", "replace").decode()
