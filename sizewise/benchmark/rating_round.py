"""Blind ratings as a log tells them, and what they say once their key is open."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.log import Log
from sizewise.benchmark.rating import (
    LETTER,
    BlindKey,
    JudgedReply,
    Rating,
    RatingScale,
    Reply,
    judged,
    key,
)
from sizewise.benchmark.rating_line import KeyOpened, KeySealed, ReplyRated

RATERS = ("Rater 1", "Rater 2", "Rater 3")
"""Who rates. Three are the fewest that have a majority."""


@dataclass(frozen=True)
class RatingRound:
    """One blind rating: what was sealed, the last rating of each rater for each reply, the key."""

    sealed: KeySealed
    ratings: tuple[Rating, ...] = ()
    opened: KeyOpened | None = None

    @property
    def scale(self) -> RatingScale:
        """What raters choose from."""
        return RatingScale(self.sealed.scale, self.sealed.labels)

    @property
    def judged(self) -> tuple[JudgedReply, ...]:
        """Each reply with its ratings."""
        return judged(self.ratings, self.scale)

    def by(self, rater: str) -> frozenset[str]:
        """The codes of what a rater has rated."""
        return frozenset(each.code for each in self.ratings if each.rater == rater)

    @property
    def whole(self) -> bool:
        """Whether every rater has rated every reply."""
        return all(self.by(rater) == set(self.sealed.codes) for rater in RATERS)


def rounds(log: Log) -> tuple[RatingRound, ...]:
    """All blind ratings of a log, in order. A line of a rating that nobody began is left out, and
    so is a rating that came after the key was opened.
    """
    found: dict[str, RatingRound] = {}
    for each in log.ratings:
        before = found.get(each.seal)
        if each.kind == "seal":
            found.setdefault(each.seal, RatingRound(each))
        elif before is not None and before.opened is None:
            found[each.seal] = _with(before, each)
    return tuple(found.values())


def _with(before: RatingRound, line: ReplyRated | KeyOpened) -> RatingRound:
    if line.kind == "key":
        return RatingRound(before.sealed, before.ratings, line)
    place = before.scale.place(line.label)
    if place is None or line.code not in before.sealed.codes:
        return before
    kept = [each for each in before.ratings if each[:2] != (line.rater, line.code)]
    return RatingRound(before.sealed, (*kept, Rating(line.rater, line.code, place)))


def replies(log: Log, task: str) -> tuple[Reply, ...]:
    """The whole replies to a task, one for each model and sample."""
    found: dict[tuple[str, int], Reply] = {}
    for trial in log.measured:
        if trial.task == task and trial.whole and trial.reply.strip():
            reply = Reply(trial.model, task, trial.sample, trial.reply)
            found.setdefault((trial.model, trial.sample), reply)
    return tuple(found[place] for place in sorted(found))


def asked_once(log: Log, task: str) -> tuple[int, ...]:
    """The samples of a task with a whole reply, each of a prompt that none before it has: to rate
    replies to a prompt that was asked again tells nothing new.
    """
    there = {reply.sample for reply in replies(log, task)}
    asked: dict[str, int] = {}
    for trial in sorted(log.measured, key=lambda trial: trial.sample):
        if trial.task == task and trial.sample in there:
            asked.setdefault(trial.prompt_sha256, trial.sample)
    return tuple(sorted(set(asked.values())))


def key_of(log: Log, sealed: KeySealed, seed: str) -> BlindKey | None:
    """The key that a seed makes of the replies; none when it does not have the seal."""
    letter = LETTER if sealed.codes[0].startswith(LETTER) else ""
    every = key(replies(log, sealed.task), seed, letter).replies
    mine = BlindKey(seed, {code: every[code] for code in sealed.codes if code in every})
    return mine if mine.seal == sealed.seal else None


class ModelMarks(NamedTuple):
    """What a model's replies were given: how often each label of the scale, and the mean place."""

    model: str
    replies: int
    labels: Mapping[str, int]
    mean: Fraction


def marks(found: RatingRound, opened: BlindKey) -> tuple[ModelMarks, ...]:
    """A row for each model, in their order."""
    return tuple(_marks(found, opened))


def _marks(found: RatingRound, opened: BlindKey) -> Iterator[ModelMarks]:
    values: dict[str, list[Fraction]] = {}
    for each in found.judged:
        values.setdefault(opened.replies[each.code].model, []).append(each.value)
    for model, own in sorted(values.items()):
        times = Counter(_nearest(own, len(found.scale.labels)))
        labels = {label: times[place] for place, label in enumerate(found.scale.labels, 1)}
        yield ModelMarks(model, len(own), labels, sum(own, Fraction()) / len(own))


def _nearest(values: Sequence[Fraction], most: int) -> Iterator[int]:
    """Each value as a place of the scale; a mean half way goes up."""
    return (min(most, int(value + Fraction(1, 2))) for value in values)
