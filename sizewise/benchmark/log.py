"""The log of a run: one line of JSON for each attempt. It is only ever appended to.

Whatever is damaged, every whole line counts, and each damaged one is named.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import ValidationError

from sizewise.benchmark.rating_line import ANY, KeyOpened, KeySealed, ReplyRated
from sizewise.benchmark.trial import VERSION, Slot, Trial
from sizewise.ground.written import grouped, shortened

_END = b"\n"
_RATING = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"kind"')
"""How a line begins that belongs to a blind rating."""
LogLine = Trial | KeySealed | ReplyRated | KeyOpened
"""What a line of a log can be."""


class Damage(NamedTuple):
    """A line that cannot be read: its number, from 1, and what is wrong with it, in a sentence."""

    line: int
    why: str


@dataclass(frozen=True)
class Log:
    """What a log holds: its trials in order, the damaged lines, the torn last one if any, and the
    lines of its blind ratings. `halfway` is what had failed and was tried again when the line of
    that was cut: the slot, with its plan's digest.
    """

    trials: tuple[Trial, ...]
    damaged: tuple[Damage, ...] = ()
    torn: Damage | None = None
    ratings: tuple[KeySealed | ReplyRated | KeyOpened, ...] = ()
    halfway: frozenset[tuple[str, Slot]] = frozenset()

    @property
    def faults(self) -> tuple[Damage, ...]:
        """Every line that does not count."""
        return self.damaged if self.torn is None else (*self.damaged, self.torn)

    @property
    def measured(self) -> tuple[Trial, ...]:
        """The trials that count: all but the warm-ups."""
        return tuple(trial for trial in self.trials if not trial.warm_up)


def written(lines: Iterable[LogLine]) -> bytes:
    """The bytes of these lines: always the same for the same ones."""
    return b"".join(map(line, lines))


def line(one: LogLine) -> bytes:
    """The bytes of one line: every field in its order, UTF-8, no spaces, and a line's end."""
    return one.model_dump_json().encode() + _END


def mended(log: bytes) -> bytes:
    """What must stand behind a log before its next line: the end of a torn one, else nothing."""
    return _END if log and not log.endswith(_END) else b""


def read(log: bytes) -> Log:
    """The trials of a log. A second line of one attempt is named as damage; the first counts."""
    if log.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) and b"\0" in log[:4]:
        return Log((), (Damage(1, "The text is UTF-16. Save it as UTF-8, as it was written."),))
    *lines, last = log.removeprefix(BOM_UTF8).split(_END)
    found = _Found()
    damaged = list(_sorted(lines, found))
    torn = next(_sorted([last], found, len(lines) + 1), None)
    if torn is not None and torn.why == _NO_JSON:
        torn = Damage(torn.line, "It was cut in the middle, as when a run is killed.")
    trials = tuple(trial for _, trial in found.trials.values())
    return Log(trials, tuple(damaged), torn, tuple(found.ratings), frozenset(found.halfway))


@dataclass
class _Found:
    """What was read so far: trials with their lines' numbers, by what makes them one attempt."""

    trials: dict[tuple[object, ...], tuple[int, Trial]] = field(default_factory=dict)
    ratings: list[KeySealed | ReplyRated | KeyOpened] = field(default_factory=list)
    halfway: set[tuple[str, Slot]] = field(default_factory=set)
    last: Trial | None = None

    def damage(self, text: bytes) -> None:
        """Take note of a line that cannot be read."""
        if self.last is not None and _goes_on(self.last, text):
            self.halfway.add((self.last.plan_sha256, self.last.slot))

    def add(self, number: int, trial: Trial) -> int:
        """Take a trial; the number of the line that counts, which may be an earlier one."""
        self.last = trial
        self.halfway.discard((trial.plan_sha256, trial.slot))
        return self.trials.setdefault(_key(trial), (number, trial))[0]


def _goes_on(failed: Trial, text: bytes) -> bool:
    """Whether a line that was cut can be the next attempt at what failed just before: all attempts
    at a slot are written together.
    """
    if failed.whole:
        return False
    after = line(failed.model_copy(update={"attempt": failed.attempt + 1}))
    begins = after[: after.index(b',"cache":')]
    return text.startswith(begins) or begins.startswith(text)


def _sorted(lines: Iterable[bytes], found: _Found, first: int = 1) -> Iterator[Damage]:
    """The damage in these lines; what is whole is found. An empty line is nothing."""
    for number, text in enumerate(lines, first):
        if not text.strip():
            continue
        try:
            if _RATING.match(text):
                found.ratings.append(ANY.validate_json(text))
                continue
            trial = Trial.model_validate_json(text)
        except ValidationError as error:
            found.damage(text)
            yield Damage(number, _why(error))
            continue
        before = found.add(number, trial)
        if before != number:
            yield Damage(number, f"It repeats line {grouped(before)}, which counts.")


def _key(trial: Trial) -> tuple[object, ...]:
    return (trial.plan_sha256, *trial.slot, trial.attempt)


def _why(error: ValidationError) -> str:
    """The first thing that is wrong, in a sentence."""
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if place == "version":
        said = shortened(str(first["input"]), 20)
        return f"It is of version {said}; this program reads version {VERSION}."
    wrong = first["msg"].removeprefix("Value error, ").lower()
    return _WRONG.get(first["type"], "Its field {place} is wrong: {wrong}.").format(
        place=place, wrong=wrong
    )


_NO_JSON = "It is no JSON."
_WRONG: Mapping[str, str] = {
    "json_invalid": _NO_JSON,
    "model_type": "It is no object of JSON.",
    "missing": "It has no field {place}.",
    "extra_forbidden": "It has a field {place} that no trial has.",
    "value_error": "It cannot be: {wrong}.",
}
"""What pydantic calls a fault -> the sentence."""
