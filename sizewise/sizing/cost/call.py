"""One call, put together: where its tokens go."""

from dataclasses import dataclass
from typing import Literal

from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.images.pixels import Detail
from sizewise.sizing.catalogue.images.rule import ImageRule
from sizewise.sizing.tokens.image import image_tokens
from sizewise.sizing.tokens.messages import Message, message_tokens
from sizewise.sizing.tokens.tokenizer import CountStatus, Tokenizer
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.tools import tool_tokens
from sizewise.sizing.tokens.usage import Usage, UsageError

PartName = Literal[
    "system", "tools", "history", "question", "images", "frame", "answer", "reasoning"
]
"""Where tokens of a call go; the first six are input, the last two output."""

OUTPUT_PARTS: tuple[PartName, ...] = ("answer", "reasoning")
"""The parts that are billed as output."""


class ImageRuleUnknown(Plain, LookupError):
    """No source says how that model turns a picture into tokens."""

    field = "images"


@dataclass(frozen=True)
class Picture:
    """A picture of a call: its size in pixels, and how closely the model looks."""

    width: int
    height: int
    detail: Detail = "high"


@dataclass(frozen=True)
class Call:
    """What one call sends and what it is expected to bring back.

    `turns` is the conversation so far, oldest first; its last message is the new question.
    `expected_output` counts the visible answer only, and `reasoning` what the model thinks on top,
    both in tokens. Raises UsageError when one of them is negative.
    """

    system: str = ""
    turns: tuple[Message, ...] = ()
    tools_json: str = ""
    images: tuple[Picture, ...] = ()
    expected_output: int = 0
    reasoning: int = 0

    def __post_init__(self) -> None:
        for field in ("expected_output", "reasoning"):
            tokens = getattr(self, field)
            if tokens < 0:
                raise UsageError(field, f"{field} tokens cannot be negative: {grouped(tokens)}")

    @property
    def messages(self) -> tuple[Message, ...]:
        """Every message that is sent, the system's first."""
        return (Message("system", self.system), *self.turns) if self.system else self.turns


@dataclass(frozen=True)
class CallPart:
    """Tokens of one part, and how sure the number is."""

    part: PartName
    tokens: int
    status: CountStatus


def parts(call: Call, tokenizer: Tokenizer, images: ImageRule | None) -> tuple[CallPart, ...]:
    """Where the call's tokens go, in the order of `Part`; parts of no tokens included.

    The frame is what marks each message and opens the reply. Raises ToolsError, TextTooLong,
    ImageEmpty, and ImageRuleUnknown when the call has pictures and the model has no rule.
    """
    name, status = tokenizer.encoding, tokenizer.status
    system, history, question = _words(call, name)
    frame = message_tokens(call.messages, name) - system - history - question
    return (
        CallPart("system", system, status),
        CallPart("tools", tool_tokens(call.tools_json, name), "estimate"),
        CallPart("history", history, status),
        CallPart("question", question, status),
        CallPart("images", _image_tokens(call, images), _image_status(images)),
        CallPart("frame", frame, status),
        CallPart("answer", call.expected_output, "estimate"),
        CallPart("reasoning", call.reasoning, "estimate"),
    )


def usage_of(made_of: tuple[CallPart, ...]) -> Usage:
    """The call's usage: all its input, and its output with the reasoning inside."""
    tokens = {each.part: each.tokens for each in made_of}
    output = sum(tokens[part] for part in OUTPUT_PARTS)
    return Usage(sum(tokens.values()) - output, output=output, reasoning=tokens["reasoning"])


def _words(call: Call, encoding_name: str) -> tuple[int, int, int]:
    counts = [count(turn.content, encoding_name) for turn in call.turns]
    return count(call.system, encoding_name), sum(counts[:-1]), sum(counts[-1:])


def _image_tokens(call: Call, rule: ImageRule | None) -> int:
    if not call.images:
        return 0
    if rule is None:
        raise ImageRuleUnknown("No source says how many tokens a picture has on this model.")
    return sum(image_tokens(each.width, each.height, each.detail, rule) for each in call.images)


def _image_status(rule: ImageRule | None) -> CountStatus:
    return "exact" if rule is not None and rule.exact else "estimate"
