"""What goes through the gateway: a request in, events out. Pure shapes, whoever answers."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from sizewise.benchmark.trial import Cache
from sizewise.gateway.failure import Failure
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.usage import Usage


@dataclass(frozen=True)
class Request:
    """What is asked of a model."""

    messages: tuple[Message, ...]
    temperature: float = 0.0
    """0 takes the likeliest token each time; 2 is the most."""
    limit: int = 256
    """Output tokens at most."""
    schema: str | None = None
    """A JSON Schema as text that the reply must follow."""
    grammar: str | None = None
    """A grammar in GBNF that the reply must follow; llama.cpp's servers understand it.
    Source: https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md"""
    logprobs: int | None = None
    """Ask for each token's probability, beside so many others that stood to choose (0 to 20)."""
    seed: int | None = None
    stop: tuple[str, ...] = ()
    """The reply ends before the first of these texts."""
    cache: Cache = "shared"
    """What may be reused of earlier requests. bust: nothing was read before, since the nonce stands
    before everything else; the local model is told to leave its cache, and gets no nonce. off: the
    provider is told not to use its cache; only the local model can be told that."""
    nonce: str = ""
    """What goes before everything else."""

    @property
    def sent(self) -> tuple[Message, ...]:
        """The messages as they go out."""
        if self.cache != "bust" or not self.messages:
            return self.messages
        first = self.messages[0]
        return (replace(first, content=f"{self.nonce} {first.content}"), *self.messages[1:])

    @property
    def prompt_hash(self) -> str:
        """SHA-256 of everything that shapes a reply, chance apart; caches and nonces do not."""
        shaping = {
            "messages": [[each.role, each.content] for each in self.messages],
            "temperature": float(self.temperature),
            "limit": self.limit,
            "schema": self.schema,
            "grammar": self.grammar,
            "stop": list(self.stop),
        }
        text = json.dumps(shaping, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class TokenProbability:
    """A token and how likely it was, as the natural logarithm of its probability."""

    text: str
    logprob: float
    raw: bytes = b""
    """Its bytes: a token can end inside a character."""
    others: tuple["TokenProbability", ...] = ()
    """The likeliest tokens at this place; the one that was taken is mostly among them."""


@dataclass(frozen=True)
class Attempting:
    """Of several providers, this one is asked now."""

    who: str
    """Its name in the chain."""
    at: float
    """Seconds since the chain was asked."""
    kind: Literal["attempting"] = "attempting"


@dataclass(frozen=True)
class Waiting:
    """Others are served first."""

    place: int
    """1 is the next to be served."""
    kind: Literal["waiting"] = "waiting"


@dataclass(frozen=True)
class Started:
    """The request is on its way; every time that follows counts from here."""

    moment: float
    """Seconds since 1970."""
    model: str
    body: Mapping[str, Any]
    """What was sent, as JSON has it. The key is no part of it."""
    source: str
    """Who answers, in words: where a recording was made, and on which day."""
    machine: str = ""
    """Where and on which day that was, of a recording; empty of who answers now."""
    kind: Literal["started"] = "started"


@dataclass(frozen=True)
class FirstToken:
    """The reply begins, or the thinking before it where the stream shows that."""

    at: float
    """Seconds since the request was sent: the time to first token."""
    kind: Literal["first"] = "first"


@dataclass(frozen=True)
class Thought:
    """A piece of the thinking before a reply, from a stream that shows it: no part of the reply."""

    text: str
    at: float
    kind: Literal["thought"] = "thought"


@dataclass(frozen=True)
class Delta:
    """A piece of the reply."""

    text: str
    at: float
    tokens: tuple[TokenProbability, ...] = ()
    refused: bool = False
    """Whether the model declines in it, where its provider marks that."""
    kind: Literal["delta"] = "delta"


@dataclass(frozen=True)
class Used:
    """The tokens of the call."""

    usage: Usage
    estimated: bool = False
    """True where the provider reported nothing and we counted."""
    kind: Literal["used"] = "used"


@dataclass(frozen=True)
class End:
    """The reply is whole, or ends because it was as long as allowed."""

    finish_reason: str
    """stop, length, content_filter or what else a provider says."""
    at: float
    timings: Mapping[str, float] = field(default_factory=dict)
    """What the server measured, by its own names: llama.cpp has prompt_ms, prompt_n (tokens it had
    to read), predicted_ms, predicted_n and more."""
    response: Mapping[str, Any] | None = None
    """What came back, put together as one answer without streaming, and without probabilities."""
    kind: Literal["end"] = "end"


@dataclass(frozen=True)
class Failed:
    """No reply, or only part of one. Nothing follows."""

    failure: Failure
    at: float
    kind: Literal["failed"] = "failed"


@dataclass(frozen=True)
class Retrying:
    """An attempt failed, and another one follows: what was read so far does not count."""

    failure: Failure
    attempt: int
    """The number of the attempt that failed, from 1."""
    wait: float
    """Seconds until the next one."""
    at: float = 0.0
    """Seconds since the request was sent."""
    kind: Literal["retrying"] = "retrying"


Event = (
    Attempting | Waiting | Started | FirstToken | Thought | Delta | Used | End | Failed | Retrying
)
"""Tagged by `kind`. A stream ends with `end` or `failed`."""


class Provider(Protocol):
    """Somebody who answers. Close the iterator to stop: whoever works on it is set free."""

    @property
    def model(self) -> str:
        """The model's name, as the provider calls it."""

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request. Nothing is raised for what goes wrong out there."""
