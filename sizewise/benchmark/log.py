"""The log of a run: one line of JSON for each attempt. It is only ever appended to.

Whatever is damaged, every whole line counts, and each damaged one is named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import ValidationError

from sizewise.benchmark.trial import VERSION, Trial
from sizewise.ground.written import grouped

_END = b"\n"


class Damage(NamedTuple):
    """A line that cannot be read: its number, from 1, and what is wrong with it, in a sentence."""

    line: int
    why: str


@dataclass(frozen=True)
class Log:
    """What a log holds: its trials in order, the damaged lines, and the torn last one if any."""

    trials: tuple[Trial, ...]
    damaged: tuple[Damage, ...] = ()
    torn: Damage | None = None

    @property
    def faults(self) -> tuple[Damage, ...]:
        """Every line that does not count."""
        return self.damaged if self.torn is None else (*self.damaged, self.torn)

    @property
    def measured(self) -> tuple[Trial, ...]:
        """The trials that count: all but the warm-ups."""
        return tuple(trial for trial in self.trials if not trial.warm_up)


def written(trials: Iterable[Trial]) -> bytes:
    """The bytes of these trials: always the same for the same trials, one line each."""
    return b"".join(line(trial) for trial in trials)


def line(trial: Trial) -> bytes:
    """The bytes of one trial: every field in its order, UTF-8, no spaces, and a line's end."""
    return trial.model_dump_json().encode() + _END


def mended(log: bytes) -> bytes:
    """What must stand behind a log before its next line: the end of a torn one, else nothing."""
    return _END if log and not log.endswith(_END) else b""


def read(log: bytes) -> Log:
    """The trials of a log. A second line of one attempt is named as damage; the first counts."""
    *lines, last = log.split(_END)
    trials: dict[tuple[object, ...], tuple[int, Trial]] = {}
    damaged = list(_sorted(lines, trials))
    torn = next(_sorted([last], trials, len(lines) + 1), None)
    if torn is not None:
        torn = Damage(torn.line, "It was cut in the middle, as when a run is killed.")
    return Log(tuple(trial for _, trial in trials.values()), tuple(damaged), torn)


def _sorted(
    lines: Iterable[bytes], trials: dict[tuple[object, ...], tuple[int, Trial]], first: int = 1
) -> Iterator[Damage]:
    """The damage in these lines; what is whole goes to the trials. An empty line is nothing."""
    for number, text in enumerate(lines, first):
        if not text.strip():
            continue
        try:
            trial = Trial.model_validate_json(text)
        except ValidationError as error:
            yield Damage(number, _why(error))
            continue
        before, _ = trials.setdefault(_key(trial), (number, trial))
        if before != number:
            yield Damage(number, f"It repeats line {grouped(before)}, which counts.")


def _key(trial: Trial) -> tuple[object, ...]:
    return (trial.plan_sha256, *trial.slot, trial.attempt)


def _why(error: ValidationError) -> str:
    """The first thing that is wrong, in a sentence."""
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if place == "version":
        return f"It is of version {first['input']}; this program reads version {VERSION}."
    wrong = first["msg"].removeprefix("Value error, ").lower()
    return _WRONG.get(first["type"], "Its field {place} is wrong: {wrong}.").format(
        place=place, wrong=wrong
    )


_WRONG: Mapping[str, str] = {
    "json_invalid": "It is no JSON.",
    "model_type": "It is no object of JSON.",
    "missing": "It has no field {place}.",
    "extra_forbidden": "It has a field {place} that no trial has.",
    "value_error": "It cannot be: {wrong}.",
}
"""What pydantic calls a fault -> the sentence."""
