"""What has come of a call so far: a picture of its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Event, TokenProbability
from sizewise.sizing.tokens.usage import Usage


@dataclass(frozen=True)
class StreamedReply:
    """A reply as far as it came."""

    place: int = 0
    """Who is served before, this one included; 0 when it is this one's turn."""
    source: str = ""
    request: Mapping[str, Any] = field(default_factory=dict)
    """What was sent, as JSON has it."""
    first: float | None = None
    """Time to first token in seconds."""
    thought: bool = False
    """Whether the stream shows thinking: the first token is then the first of that."""
    text: str = ""
    refused: bool = False
    """Whether the model declines in it, as its provider marks it."""
    tokens: tuple[TokenProbability, ...] = ()
    at: float = 0.0
    """Seconds until the newest piece."""
    usage: Usage | None = None
    estimated: bool = False
    finish_reason: str = ""
    response: Mapping[str, Any] = field(default_factory=dict)
    """What came back, as JSON has it."""
    failure: Failure | None = None
    retried: tuple[Failure, ...] = ()
    """What failed before."""
    stopped: bool = False
    """Whether the learner ended it."""

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return bool(self.finish_reason or self.failure or self.stopped)

    @property
    def speed(self) -> float | None:
        """Tokens a second once it writes: tokens after the first, over the time since the first.

        Thinking that the stream hides was over when the first came, and does not count.
        Source: vLLM's `bench serve`, whose time per output token is the inverse.
        """
        if self.first is None:
            return None
        written, since = len(self.tokens), self.at - self.first
        if self.usage:
            written = self.usage.output if self.thought else self.usage.answered
        return (written - 1) / since if written > 1 and since > 0 else None


class Hearing:
    """Takes the events of a call as they come. One thread tells, and any may look meanwhile."""

    def __init__(self) -> None:
        self._reply = StreamedReply()
        self._pieces: list[str] = []
        self._tokens: list[TokenProbability] = []

    def take(self, event: Event) -> None:
        """Hear what comes next."""
        if event.kind == "delta":
            self._pieces.append(event.text)
            self._tokens.extend(event.tokens)
        elif event.kind == "retrying":
            self._pieces, self._tokens = [], []
        self._reply = _after(self._reply, event)

    def reply(self) -> StreamedReply:
        """What all events say together, so far."""
        return replace(self._reply, text="".join(self._pieces), tokens=tuple(self._tokens))


def heard(events: Iterable[Event]) -> StreamedReply:
    """What these events say together."""
    hearing = Hearing()
    for event in events:
        hearing.take(event)
    return hearing.reply()


def _after(reply: StreamedReply, event: Event) -> StreamedReply:
    match event.kind:
        case "attempting":
            return replace(reply, place=0)
        case "waiting":
            return replace(reply, place=event.place)
        case "started":
            return replace(reply, place=0, source=event.source, request=event.body)
        case "first":
            return replace(reply, first=event.at)
        case "thought":
            return replace(reply, at=event.at, thought=True)
        case "delta":
            return replace(reply, at=event.at, refused=event.refused)
        case "used":
            return replace(reply, usage=event.usage, estimated=event.estimated)
        case "end":
            reason = event.finish_reason
            return replace(reply, at=event.at, finish_reason=reason, response=event.response or {})
        case "failed":
            return replace(reply, failure=event.failure)
        case "retrying":
            again = (*reply.retried, event.failure)
            return replace(reply, retried=again, first=None, thought=False, usage=None)
