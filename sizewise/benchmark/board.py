"""A board of providers: how quick and how sure each of them was at the same calls. Exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sizewise.benchmark.summary import SECOND, Proportion
from sizewise.benchmark.trial import Trial
from sizewise.ground.sample import median


@dataclass(frozen=True)
class BoardRow:
    """A provider's calls in short. Times in seconds; none where no call could tell.

    `speed` and `first` are the median (P50) of tokens per second after the first token, and of the
    time to first token. `seconds` is what a whole reply took on average, `failing` what it took
    to know that none would come. Tokens are the average of whole replies.
    """

    success: Proportion
    speed: Fraction | None
    first: Fraction | None
    seconds: Fraction | None
    failing: Fraction | None
    tokens_in: Fraction
    cached: Fraction
    tokens_out: Fraction
    day: date
    machine: str


def board_row(trials: Sequence[Trial]) -> BoardRow | None:
    """The row of one provider's trials; warm-ups do not count. None without any that does."""
    counted = [trial for trial in trials if not trial.warm_up]
    if not counted:
        return None
    whole = [trial for trial in counted if trial.whole]
    used = [trial.tokens for trial in whole if trial.tokens is not None]
    speeds = [each for trial in whole if (each := _speed(trial)) is not None]
    firsts = [Fraction(trial.first, SECOND) for trial in whole if trial.first is not None]
    return BoardRow(
        success=Proportion(len(whole), len(counted)),
        speed=median(speeds) if speeds else None,
        first=median(firsts) if firsts else None,
        seconds=_mean_seconds(whole),
        failing=_mean_seconds([trial for trial in counted if not trial.whole]),
        tokens_in=_mean([each.input for each in used]),
        cached=_mean([each.cached for each in used]),
        tokens_out=_mean([each.output for each in used]),
        day=max(trial.sent_at.date() for trial in counted),
        machine=counted[-1].machine,
    )


def _speed(trial: Trial) -> Fraction | None:
    """Tokens per second: tokens after the first over the time since; none for fewer than two."""
    if trial.first is None or trial.streamed < 2:
        return None
    since = trial.end - trial.first
    return Fraction(SECOND * (trial.streamed - 1), since) if since else None


def _mean_seconds(trials: Sequence[Trial]) -> Fraction | None:
    return _mean([trial.end for trial in trials]) / SECOND if trials else None


def _mean(counts: Sequence[int]) -> Fraction:
    return Fraction(sum(counts), len(counts)) if counts else Fraction(0)
