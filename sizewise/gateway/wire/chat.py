"""One attempt at a request: what is sent, and the events that come back."""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import openai
from openai.types.chat import ChatCompletionChunk

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
    TokenProbability,
    Used,
)
from sizewise.gateway.wire import classify
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
    text: list[str] = field(default_factory=list)
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
            if choice.delta and (piece := _readable(choice.delta.content)):
                if not self.text:
                    yield FirstToken(self.at)
                self.text.append(piece)
                yield Delta(piece, self.at, _probabilities(choice.logprobs))
            self.finish_reason = _readable(choice.finish_reason) or self.finish_reason
        if chunk.usage:
            self.used = Used(_usage(chunk.usage))
        self.timings = _timings(chunk) or self.timings

    def end(self) -> Iterator[Event]:
        """The last events."""
        yield self.used or self._estimate()
        if self.finish_reason is None:
            yield Failed(Failure("truncated"), self.at)
        else:
            yield End(self.finish_reason, self.at, self.timings, self._response())

    def _estimate(self) -> Used:
        messages = message_tokens(self.prompt.sent, _SPARE)
        return Used(Usage(messages, output=count("".join(self.text), _SPARE)), estimated=True)

    def _response(self) -> Mapping[str, Any]:
        last = self.last.model_dump(exclude_none=True) if self.last else {}
        whole = json.loads(_readable(json.dumps(last, ensure_ascii=False)))
        message = {"role": "assistant", "content": "".join(self.text)}
        choice = {"index": 0, "message": message, "finish_reason": self.finish_reason}
        return {**whole, "object": "chat.completion", "choices": [choice]}


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
            for chunk in stream:
                yield from reply.take(chunk)
    except openai.OpenAIError as error:
        yield Failed(classify.meaning(error, key), reply.at)
    except classify.LineBroken as error:
        yield Failed(classify.of_line(error, key), reply.at)
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
    return {_readable(name): each for name, each in found.items() if isfinite(each)}


def _readable(text: str | None) -> str:
    """A text as it can be shown and written: JSON may hold halves of a character."""
    return (text or "").encode("utf-8", "replace").decode()


def _probabilities(logprobs: Any) -> tuple[TokenProbability, ...]:
    tokens = logprobs.content if logprobs else None
    return tuple(_probability(each, each.top_logprobs or ()) for each in tokens or ())


def _probability(token: Any, others: Any = ()) -> TokenProbability:
    text, logprob = _readable(token.token), float(token.logprob)
    if not -LARGEST < logprob < 1:  # above 0 by rounding alone
        raise ValueError("it is no logarithm of a probability")
    raw = bytes(token.bytes) if token.bytes else text.encode()
    return TokenProbability(text, logprob, raw, tuple(map(_probability, others)))
