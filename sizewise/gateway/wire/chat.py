"""One attempt at a request: what is sent, and the events that come back."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import openai
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import Choice

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import (
    Delta,
    End,
    Event,
    Failed,
    FirstToken,
    Request,
    Started,
    Thought,
    TokenProbability,
    Used,
)
from sizewise.gateway.wire import classify
from sizewise.gateway.wire.message import ReceivedMessage, readable, thinking_of
from sizewise.gateway.wire.unstreamed import NoReply, in_one_piece, is_unstreamed
from sizewise.sizing.tokens.messages import message_tokens
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.usage import Usage

_SPARE = "o200k_base"
"""The encoding that counts where a provider says nothing."""
LARGEST = 1e6
"""Providers write -9999 for what cannot be; whatever is beyond this is no number to count with."""


@dataclass
class _Reply:
    """What has come back so far."""

    prompt: Request
    began: float = field(default_factory=time.perf_counter)
    message: ReceivedMessage = field(default_factory=ReceivedMessage)
    streamed: bool = True
    """Whether it comes token by token: else nobody knows when the first one was there."""
    begun: bool = False
    finish_reason: str | None = None
    used: Used | None = None
    timings: Mapping[str, float] = field(default_factory=dict)
    last: ChatCompletionChunk | None = None

    @property
    def at(self) -> float:
        return time.perf_counter() - self.began

    def take(self, chunk: ChatCompletionChunk) -> Iterator[Event]:
        """The events of one chunk."""
        self.last = chunk
        for choice in chunk.choices or ():
            for event in self._said(choice) if choice.delta else ():
                if self.streamed and not self.begun:
                    yield FirstToken(event.at)
                self.begun = True
                yield event
            self.finish_reason = readable(choice.finish_reason) or self.finish_reason
        if chunk.usage:
            self.used = Used(_usage(chunk.usage))
        self.timings = _timings(chunk) or self.timings

    def _said(self, choice: Choice) -> Iterator[Thought | Delta]:
        """What a chunk says: thinking, the reply, or that the model declines to write one."""
        delta, message = choice.delta, self.message
        if thought := thinking_of(delta):
            message.thinking.append(thought)
            yield Thought(thought, self.at)
        if piece := readable(delta.content):
            message.text.append(piece)
            yield Delta(piece, self.at, _probabilities(choice.logprobs))
        if refusal := readable(delta.refusal):
            message.refusal.append(refusal)
            yield Delta(refusal, self.at, refused=True)
        message.call(delta.tool_calls or ())

    def end(self) -> Iterator[Event]:
        """The last events."""
        yield self.used or self._estimate()
        if self.finish_reason is None:
            yield Failed(Failure("truncated"), self.at)
        else:
            yield End(self.finish_reason, self.at, self.timings, self._response())

    def _estimate(self) -> Used:
        messages = message_tokens(self.prompt.sent, _SPARE)
        thought = count("".join(self.message.thinking), _SPARE)
        wrote = thought + count("".join(self.message.text + self.message.refusal), _SPARE)
        return Used(Usage(messages, output=wrote, reasoning=thought), estimated=True)

    def _response(self) -> Mapping[str, Any]:
        last = self.last.model_dump(exclude_none=True) if self.last else {}
        message = self.message.as_json()
        choice = {"index": 0, "message": message, "finish_reason": self.finish_reason}
        whole = {**last, "object": "chat.completion", "choices": [choice]}
        told: dict[str, Any] = json.loads(readable(json.dumps(whole, ensure_ascii=False)))
        return told


def attempt(
    client: openai.OpenAI, request: Request, body: Mapping[str, Any], source: str, key: ApiKey
) -> Iterator[Event]:
    """The events of one request that is sent once. Closing the iterator ends the connection."""
    reply = _Reply(request)
    arguments, create = _arguments(body), client.chat.completions.create
    yield Started(time.time(), str(body["model"]), body, source)
    reply.began = time.perf_counter()
    try:
        with create(**arguments) as stream:
            if page := classify.of_page(stream.response):
                yield Failed(page, reply.at)
                return
            reply.streamed = not is_unstreamed(stream)
            for chunk in stream if reply.streamed else in_one_piece(stream):
                yield from reply.take(chunk)
    except openai.OpenAIError as error:
        yield Failed(classify.meaning(error, key), reply.at)
    except classify.LineBroken as error:
        yield Failed(classify.of_line(error, key), reply.at)
    except NoReply as other:
        yield Failed(Failure("no-reply", classify.reason(other.told, key)), reply.at)
    except (ValueError, TypeError, AttributeError, LookupError):
        # The client takes any JSON for a chunk, and lets what is no JSON through as it is.
        yield Failed(Failure("malformed"), reply.at)
    else:
        yield from reply.end()


def _arguments(body: Mapping[str, Any]) -> dict[str, Any]:
    """The body as the client wants it: what OpenAI's own API does not know goes apart."""
    foreign = {"grammar", "cache_prompt"}
    known = {name: each for name, each in body.items() if name not in foreign}
    return {**known, "extra_body": {name: body[name] for name in foreign & body.keys()}}


def _usage(reported: Any) -> Usage:
    """Tokens as reported; a part that a provider says to be larger than its whole is cut."""
    told, wrote = reported.prompt_tokens or 0, reported.completion_tokens or 0
    cached = getattr(reported.prompt_tokens_details, "cached_tokens", None) or 0
    reasoning = getattr(reported.completion_tokens_details, "reasoning_tokens", None) or 0
    return Usage(told, min(cached, told), wrote, min(reasoning, wrote))


def _timings(chunk: ChatCompletionChunk) -> dict[str, float]:
    told = (chunk.model_extra or {}).get("timings")
    found = {name: float(each) for name, each in told.items()} if isinstance(told, dict) else {}
    return {readable(name): each for name, each in found.items() if isfinite(each)}


def _probabilities(logprobs: Any) -> tuple[TokenProbability, ...]:
    tokens = logprobs.content if logprobs else None
    return tuple(_probability(each, each.top_logprobs or ()) for each in tokens or ())


def _probability(token: Any, others: Any = ()) -> TokenProbability:
    text, logprob = readable(token.token), float(token.logprob)
    if not -LARGEST < logprob < 1:  # above 0 by rounding alone
        raise ValueError("it is no logarithm of a probability")
    raw = bytes(token.bytes) if token.bytes else text.encode()
    return TokenProbability(text, logprob, raw, tuple(map(_probability, others)))
