"""The events of a request as trials of a benchmark: one for each attempt."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import fsum

from sizewise.benchmark.trial import Charge, Slot, TokensUsed, Trial
from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Event, Request, Used
from sizewise.sizing.tokens.usage import Usage


@dataclass(frozen=True)
class Conditions:
    """What trials are for and under what they run, as their lines in the log tell it.

    `model` is the provider's name for who is asked; `charge` says what a usage costs, none where
    no price is known.
    """

    plan: str
    plan_sha256: str
    slot: Slot
    model: str
    request: Request
    client: str
    machine: str
    charge: Callable[[Usage], Charge | None] = lambda _: None


@dataclass
class _Attempt:
    """What is known of an attempt while its events come. Times in microseconds."""

    conditions: Conditions
    number: int
    sent_at: datetime
    machine: str
    first: int | None = None
    thought: int | None = None
    """When the newest thinking came that the stream shows."""
    chunks: list[int] = field(default_factory=list)
    reply: list[str] = field(default_factory=list)
    logprobs: list[float] = field(default_factory=list)
    used: Used | None = None

    @property
    def reached(self) -> int:
        """The last moment of which something is known."""
        return max((self.first or 0, self.thought or 0, *self.chunks))

    def trial(
        self,
        end: int,
        finish: str | None = None,
        failure: Failure | None = None,
        timings: Mapping[str, float] | None = None,
    ) -> Trial:
        """The attempt as it ended."""
        asked, slot = self.conditions, self.conditions.slot
        return Trial(
            plan=asked.plan,
            plan_sha256=asked.plan_sha256,
            model=slot.model,
            answered_by=asked.model,
            task=slot.task,
            sample=slot.sample,
            warm_up=slot.warm_up,
            concurrency=slot.concurrency,
            attempt=self.number,
            cache=asked.request.cache,
            prompt_sha256=asked.request.prompt_hash,
            sent_at=self.sent_at,
            first=self.first,
            thought=self.thought is not None,
            chunks=tuple(self.chunks),
            end=max(end, self.reached),
            finish=finish,
            error=failure.name if failure else None,
            error_text=failure.sentence if failure else "",
            tokens=_tokens(self.used),
            charge=asked.charge(self.used.usage) if self.used else None,
            server=dict(timings or {}),
            reply="".join(self.reply),
            logprob=fsum(self.logprobs) if self.logprobs else None,
            client=asked.client,
            machine=self.machine,
        )


def trials(events: Iterable[Event], conditions: Conditions, asked_at: datetime) -> Iterator[Trial]:
    """A trial for each attempt, as soon as it ends, its times counted from when it was sent.

    What fails before it is sent counts from `asked_at`, and took no time. A wait in a queue is no
    part of any time.
    """
    attempt = _Attempt(conditions, 1, asked_at, conditions.machine)
    for event in events:
        if event.kind == "started":
            attempt.sent_at = datetime.fromtimestamp(event.moment, UTC)
            attempt.machine = event.machine or conditions.machine
        elif event.kind == "first":
            attempt.first = _micro(event.at)
        elif event.kind == "thought":
            attempt.thought = _micro(event.at)
        elif event.kind == "delta":
            attempt.chunks.append(_micro(event.at))
            attempt.reply.append(event.text)
            attempt.logprobs.extend(token.logprob for token in event.tokens)
        elif event.kind == "used":
            attempt.used = event
        elif event.kind == "retrying":
            yield attempt.trial(_micro(event.at), failure=event.failure)
            attempt = _Attempt(conditions, event.attempt + 1, asked_at, conditions.machine)
        elif event.kind == "end":
            yield attempt.trial(_micro(event.at), event.finish_reason, timings=event.timings)
        elif event.kind == "failed":
            yield attempt.trial(_micro(event.at), failure=event.failure)


def _micro(seconds: float) -> int:
    return round(seconds * 1_000_000)


def _tokens(used: Used | None) -> TokensUsed | None:
    if used is None:
        return None
    one = used.usage
    return TokensUsed(
        input=one.input,
        cached=one.cached,
        output=one.output,
        reasoning=one.reasoning,
        estimated=used.estimated,
    )
