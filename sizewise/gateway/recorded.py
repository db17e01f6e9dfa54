"""Replies that were recorded: one JSON line each, found again by model and prompt hash."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from sizewise.benchmark.trial import TokensUsed, Trial
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
from sizewise.gateway.wire.body import body_of
from sizewise.ground.shape import Shape
from sizewise.sizing.tokens.usage import Usage

_MICRO = 1_000_000
Seconds = Annotated[float, Field(ge=0)]
"""Seconds since the request was sent."""


class RecordedToken(Shape):
    """A token of a recorded reply."""

    text: str
    """The token."""
    logprob: float
    """The natural logarithm of its probability."""
    raw: str = ""
    """Its bytes in hexadecimal, where it ends or begins inside a character."""
    others: tuple[tuple[str, float], ...] = ()
    """The likeliest tokens at this place, each with its own."""


class RecordedPiece(Shape):
    """A piece of a recorded reply."""

    at: Seconds
    """Seconds since the request was sent."""
    text: str
    """What came."""
    tokens: tuple[RecordedToken, ...] = ()
    """Its tokens, where they were asked for."""


class Recording(Shape):
    """One reply, as it came: a line of a file of recordings. Written once, never changed."""

    version: Literal[1] = 1
    """Of this form."""
    model: str
    """The model's name, as the provider calls it."""
    prompt_hash: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """`Request.prompt_hash`."""
    machine: str
    """Where it was recorded: processor, threads, engine."""
    day: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """On which day."""
    first: Seconds | None = None
    """Time to first token in seconds; none where the reply is empty, or came in one piece."""
    thought: bool = False
    """Whether the stream showed thinking: the first token is then the first of that."""
    pieces: tuple[RecordedPiece, ...]
    """The reply in order."""
    end: Seconds
    """Seconds until it was whole."""
    finish_reason: str
    """Why it ended."""
    input: Annotated[int, Field(ge=0)]
    """Input tokens."""
    cached: Annotated[int, Field(ge=0)] = 0
    """Those of them that came from a cache."""
    output: Annotated[int, Field(ge=0)]
    """Output tokens."""
    reasoning: Annotated[int, Field(ge=0)] = 0
    """Those of them that were thinking."""
    estimated: bool = False
    """Whether we counted the tokens, because the provider reported none."""
    timings: dict[str, float] = Field(default_factory=dict)
    """What the server measured, by its own names."""


def recorded(request: Request, events: Iterable[Event], machine: str, day: str) -> Recording:
    """A recording of a reply that came whole. Raises ValueError when it did not."""
    heard = _last_attempt(events)
    found: dict[str, Any] = {event.kind: event for event in heard}
    if not {"started", "used", "end"} <= found.keys():
        raise ValueError("the reply did not come whole")
    usage, end = found["used"].usage, found["end"]
    return Recording(
        model=found["started"].model,
        prompt_hash=request.prompt_hash,
        machine=machine,
        day=day,
        first=found["first"].at if "first" in found else None,
        thought="thought" in found,
        pieces=tuple(_piece(event) for event in heard if event.kind == "delta"),
        end=end.at,
        finish_reason=end.finish_reason,
        input=usage.input,
        cached=usage.cached,
        output=usage.output,
        reasoning=usage.reasoning,
        estimated=found["used"].estimated,
        timings=dict(end.timings),
    )


def _last_attempt(events: Iterable[Event]) -> list[Event]:
    heard: list[Event] = []
    for event in events:
        heard = [event] if event.kind == "started" else [*heard, event]
    return heard


def _piece(event: Delta) -> RecordedPiece:
    tokens = tuple(
        RecordedToken(
            text=each.text,
            logprob=each.logprob,
            raw="" if each.raw == each.text.encode() else each.raw.hex(),
            others=tuple((other.text, other.logprob) for other in each.others),
        )
        for each in event.tokens
    )
    return RecordedPiece(at=event.at, text=event.text, tokens=tokens)


def recordings(trials: Iterable[Trial]) -> Iterator[Recording]:
    """Trials of a log as recordings: those that came whole, with their tokens, and counted.

    A log keeps when each piece came and not which words it brought: all of them come in the first.
    """
    for trial in trials:
        used = _used(trial)
        if used is None:
            continue
        yield Recording(
            model=trial.answered_by,
            prompt_hash=trial.prompt_sha256,
            machine=trial.machine,
            day=trial.sent_at.date().isoformat(),
            first=None if trial.first is None else trial.first / _MICRO,
            thought=trial.thought,
            pieces=tuple(_said(trial)),
            end=trial.end / _MICRO,
            finish_reason=trial.finish or "",
            input=used.input,
            cached=used.cached,
            output=used.output,
            reasoning=used.reasoning,
            estimated=used.estimated,
            timings=trial.server,
        )


def prompts(trials: Iterable[Trial], model: str) -> Iterator[str]:
    """The hash of what a model was asked, for each recording of it, without making those."""
    return (each.prompt_sha256 for each in trials if each.answered_by == model and _used(each))


def _used(trial: Trial) -> TokensUsed | None:
    """The tokens of a trial that is a recording; none of another."""
    return None if trial.warm_up or not trial.whole else trial.tokens


def _said(trial: Trial) -> Iterator[RecordedPiece]:
    text, sure = trial.reply, trial.logprob
    tokens = () if sure is None else (RecordedToken(text=text, logprob=sure),)
    for at in trial.chunks:
        yield RecordedPiece(at=at / _MICRO, text=text, tokens=tokens)
        text, tokens = "", ()


@dataclass(frozen=True)
class RecordedReplies:
    """Recordings that were read, and the lines that could not be."""

    recordings: tuple[Recording, ...]
    torn: tuple[tuple[int, str], ...] = ()
    """Line number and what is wrong: a file that was cut in mid-line keeps its whole lines."""


def read(lines: Iterable[str]) -> RecordedReplies:
    """All whole lines of a file of recordings."""
    whole, torn = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            whole.append(Recording.model_validate_json(line))
        except ValidationError as error:
            wrong = error.errors(include_url=False)[0]
            place = ".".join(map(str, wrong["loc"]))
            torn.append((number, f"{place}: {wrong['msg']}" if place else wrong["msg"]))
    return RecordedReplies(tuple(whole), tuple(torn))


def line(recording: Recording) -> str:
    """The line that `read` reads."""
    return json.dumps(recording.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)


@dataclass(frozen=True)
class Recorded:
    """A model whose replies were recorded: it answers what it was asked then, as it did then."""

    model: str
    recordings: tuple[Recording, ...]
    pace: float = 0.0
    """1 takes the time the model took, 0 none; the times that are told are always those of then."""
    sleep: Callable[[float], None] = time.sleep
    by_hash: Mapping[str, Iterator[Recording]] = field(init=False, repr=False)
    """Without end: what was asked several times is answered in turn."""

    def __post_init__(self) -> None:
        found: dict[str, list[Recording]] = {}
        for each in self.mine:
            found.setdefault(each.prompt_hash, []).append(each)
        object.__setattr__(self, "by_hash", {asked: cycle(some) for asked, some in found.items()})

    @property
    def mine(self) -> tuple[Recording, ...]:
        """The recordings of this model."""
        return tuple(each for each in self.recordings if each.model == self.model)

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request, as they came when it was recorded."""
        of_this = self.by_hash.get(request.prompt_hash)
        if of_this is None:
            yield Failed(Failure("no-recording"), 0.0)
            return
        found = next(of_this)
        source = f"recorded on {found.day}, {found.machine}"
        yield Started(time.time(), found.model, body_of(found.model, request), source, source)
        now = 0.0
        for at, event in _timed(found):
            self.sleep(self.pace * max(0.0, at - now))
            now = at
            yield event


def _timed(recording: Recording) -> Iterator[tuple[float, Event]]:
    if recording.first is not None:
        yield recording.first, FirstToken(recording.first)
    if recording.first is not None and recording.thought:
        yield recording.first, Thought("", recording.first)
    for piece in recording.pieces:
        yield piece.at, Delta(piece.text, piece.at, tuple(map(_token, piece.tokens)))
    usage = Usage(recording.input, recording.cached, recording.output, recording.reasoning)
    yield recording.end, Used(usage, recording.estimated)
    response: dict[str, Any] = recording.model_dump(mode="json", exclude_defaults=True)
    yield recording.end, End(recording.finish_reason, recording.end, recording.timings, response)


def _token(token: RecordedToken) -> TokenProbability:
    others = tuple(TokenProbability(text, chance, text.encode()) for text, chance in token.others)
    raw = bytes.fromhex(token.raw) if token.raw else token.text.encode()
    return TokenProbability(token.text, token.logprob, raw, others)
