"""What a log says of each model at each task. Warm-ups never count.

The definitions are those of vLLM's `bench serve` (`vllm/benchmarks/serve.py`, calculate_metrics):
times are taken over whole replies, throughput over the time of the run. Since our runs mix models
and can be stopped, that time is here the time in which at least one request was under way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.endings import Endings, endings
from sizewise.benchmark.measure import Measure, Tail, measure, tail
from sizewise.benchmark.prompts import Prompts, prompts
from sizewise.benchmark.trial import Trial
from sizewise.ground.chance import Interval, wilson

SECOND = 1_000_000
"""Microseconds."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Cell(NamedTuple):
    """A row of the report: one model at one task, with so many requests at once."""

    task: str
    model: str
    concurrency: int


class Goal(NamedTuple):
    """The longest that somebody will wait, in seconds; none where they do not mind."""

    first: float | None = None
    per_token: float | None = None
    latency: float | None = None


class Proportion(NamedTuple):
    """So many of so many, with Wilson's interval for the true share."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> Interval:
        """Where the true share lies, most likely."""
        return wilson(self.hits, self.of)


@dataclass(frozen=True)
class Spent:
    """What a cell's trials cost together, in exact US dollars; `priced` of them have a price."""

    total: Decimal
    priced: int

    @property
    def per_task(self) -> Fraction | None:
        """What one attempt costs on average; none when no price is known."""
        return Fraction(self.total) / self.priced if self.priced else None

    @property
    def per_thousand(self) -> Fraction | None:
        """What a thousand attempts cost."""
        return None if self.per_task is None else 1_000 * self.per_task


@dataclass(frozen=True)
class Summary:
    """One row of the report. Times in seconds.

    `success` is of whole replies, those without an error, and `endings` says how many of them were
    cut or empty. `right` is of those that a task could grade. `first` is the time to
    the first token, `per_token` the time per output token, `latency` the whole. `adjusted` is the
    p95 of the latency with each failure as one that never ends. `busy` is the time with a request
    under way. `estimated` replies told no tokens.
    """

    cell: Cell
    success: Proportion
    endings: Endings
    right: Proportion
    prompts: Prompts
    errors: tuple[tuple[str, int], ...]
    first: Measure | None
    per_token: Measure | None
    latency: Measure | None
    adjusted: Tail | None
    busy: float
    tokens_in: int
    tokens_out: int
    estimated: int
    spent: Spent
    good: int

    @property
    def tokens_per_second(self) -> float:
        """Output tokens of all whole replies for each busy second."""
        return self._per_second(self.tokens_out)

    @property
    def requests_per_second(self) -> float:
        """Whole replies for each busy second."""
        return self._per_second(self.success.hits)

    @property
    def goodput(self) -> float:
        """Whole replies within the goal for each busy second."""
        return self._per_second(self.good)

    def _per_second(self, number: int) -> float:
        return number / self.busy if self.busy else 0.0


def summaries(
    trials: Iterable[Trial], seed: int = 1, goal: Goal | None = None
) -> tuple[Summary, ...]:
    """A row for each task, model and concurrency of a log, in that order."""
    return tuple(
        _summary(cell, found, seed, goal or Goal()) for cell, found in sorted(cells(trials).items())
    )


def cells(trials: Iterable[Trial]) -> Mapping[Cell, list[Trial]]:
    """The trials that count, by where they belong."""
    found: defaultdict[Cell, list[Trial]] = defaultdict(list)
    for trial in trials:
        if not trial.warm_up:
            found[Cell(trial.task, trial.model, trial.concurrency)].append(trial)
    return found


def first_token(trial: Trial) -> float | None:
    """Seconds from sending to the first token; none when none came."""
    return None if trial.first is None else trial.first / SECOND


def per_token(trial: Trial) -> float | None:
    """Seconds per output token, the first left out: (end - first) / (tokens - 1).

    Thinking counts where the stream shows it, and is left out of both where it hides it. None for
    fewer than two tokens, where nothing can be divided.
    """
    if trial.first is None or trial.streamed < 2:
        return None
    return (trial.end - trial.first) / (trial.streamed - 1) / SECOND


def latency(trial: Trial) -> float:
    """Seconds from sending to the end."""
    return trial.end / SECOND


def meets(trial: Trial, goal: Goal) -> bool:
    """Whether a whole reply came in time; a time that it does not have counts as 0."""
    times = (first_token(trial), per_token(trial), latency(trial))
    return trial.whole and all(
        most is None or (took or 0.0) <= most for took, most in zip(times, goal, strict=True)
    )


def busy(trials: Iterable[Trial]) -> float:
    """Seconds in which at least one of these requests was under way."""
    total = reached = 0
    for start, end in sorted(map(_span, trials)):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total / SECOND


def _span(trial: Trial) -> tuple[int, int]:
    start = (trial.sent_at - _EPOCH) // timedelta(microseconds=1)
    return start, start + trial.end


def _summary(cell: Cell, trials: Sequence[Trial], seed: int, goal: Goal) -> Summary:
    whole = [trial for trial in trials if trial.whole]
    grades = [trial.grade.right for trial in trials if trial.grade is not None]
    used = [trial.tokens for trial in whole if trial.tokens is not None]
    times = [latency(trial) for trial in whole]
    return Summary(
        cell=cell,
        success=Proportion(len(whole), len(trials)),
        endings=endings(whole),
        right=Proportion(sum(grades), len(grades)),
        prompts=prompts(trials),
        errors=tuple(sorted(Counter(t.error for t in trials if t.error is not None).items())),
        first=measure(_known(map(first_token, whole)), seed),
        per_token=measure(_known(map(per_token, whole)), seed),
        latency=measure(times, seed),
        adjusted=tail(times, len(trials) - len(whole)),
        busy=busy(trials),
        tokens_in=sum(each.input for each in used),
        tokens_out=sum(each.output for each in used),
        estimated=sum(each.estimated for each in used),
        spent=_spent(trials),
        good=sum(meets(trial, goal) for trial in trials),
    )


def _known(times: Iterable[float | None]) -> list[float]:
    return [each for each in times if each is not None]


def _spent(trials: Iterable[Trial]) -> Spent:
    amounts = [trial.cost for trial in trials if trial.cost is not None]
    return Spent(sum(amounts, Decimal(0)), len(amounts))
