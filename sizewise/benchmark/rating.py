"""Blind rating: several people judge replies without knowing who wrote them.

Each reply gets a code; each rater gets all replies in an order of their own. What leads from the
codes back to the models is a key, which stays closed until everybody has rated. Its seal, a digest,
is published before, so that nobody can change the key afterwards.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Literal, NamedTuple

from sizewise.benchmark.agreement import MeasurementLevel, alpha, kappa, tabled
from sizewise.ground.ratings import Ratings

LETTER = "r"
"""What codes begin with, for spreadsheets take digits alone, or 31489056e0, for a number."""


class Reply(NamedTuple):
    """A reply to rate, and where it comes from."""

    model: str
    task: str
    sample: int
    text: str


class Blinded(NamedTuple):
    """A reply as a rater sees it."""

    code: str
    task: str
    text: str


class Rating(NamedTuple):
    """What a rater gave a reply: the place of a label on the scale, from 1."""

    rater: str
    code: str
    place: int


@dataclass(frozen=True)
class RatingScale:
    """What raters choose from, the worst first.

    `categories` are words whose majority counts; `points` are numbers whose mean does.
    """

    kind: Literal["categories", "points"]
    labels: tuple[str, ...]

    @property
    def level(self) -> MeasurementLevel:
        """What agreement must look at: a mean only makes sense where distances do."""
        return "interval" if self.kind == "points" else "nominal"

    def place(self, label: str) -> int | None:
        """The place of a label, from 1, however it is capitalised; none for a stranger.

        Points may have the empty decimals that a spreadsheet gives them: 4,0 is 4.
        """
        known = [each.casefold() for each in self.labels]
        asked = label.strip().casefold()
        if whole := _WHOLE.fullmatch(asked):
            asked = whole[1]
        return known.index(asked) + 1 if asked in known else None


_WHOLE = re.compile(r"([0-9]+)[.,]0+")


@dataclass(frozen=True)
class BlindKey:
    """What leads from codes to replies. `seed` makes the codes and each rater's order."""

    seed: str
    replies: Mapping[str, Reply]

    @property
    def seal(self) -> str:
        """The digest to publish before anybody rates."""
        held = [self.seed, {code: list(reply) for code, reply in self.replies.items()}]
        return _digest(json.dumps(held, ensure_ascii=False, sort_keys=True))

    def sheet(self, rater: str) -> tuple[Blinded, ...]:
        """All replies in this rater's order."""
        order = sorted(self.replies, key=lambda code: _digest(f"{self.seed}|{rater}|{code}"))
        return tuple(
            Blinded(code, self.replies[code].task, self.replies[code].text) for code in order
        )


def key(replies: Sequence[Reply], seed: str, letter: str = LETTER) -> BlindKey:
    """The key of these replies. `seed` must be hard to guess: it is all that hides the models.

    Each code begins with `letter`; older ratings, which are still read, have none.
    """
    codes = {letter + _digest(f"{seed}|{r.model}|{r.task}|{r.sample}"): r for r in replies}
    return BlindKey(seed, {code[:10]: reply for code, reply in sorted(codes.items())})


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class JudgedReply:
    """A reply's ratings together: their places, the value that counts, and whether all gave it the
    same mark.
    """

    code: str
    places: tuple[int, ...]
    value: Fraction
    agreed: bool


def judged(ratings: Sequence[Rating], scale: RatingScale) -> tuple[JudgedReply, ...]:
    """Each reply that somebody rated, in the order of the codes."""
    places: dict[str, list[int]] = {}
    for rating in sorted(ratings):
        places.setdefault(rating.code, []).append(rating.place)
    return tuple(_judged(code, tuple(given), scale) for code, given in sorted(places.items()))


def _judged(code: str, given: tuple[int, ...], scale: RatingScale) -> JudgedReply:
    by_points = scale.kind == "points"
    value = Fraction(sum(given), len(given)) if by_points else Fraction(majority(given))
    return JudgedReply(code, given, value, agreed=len(set(given)) == 1)


def majority(places: Sequence[int]) -> int:
    """The place that most raters chose; where no one place leads, the middle one, the lower of two.

    When three raters all differ that is the median of theirs.
    """
    (first, times), *others = Counter(places).most_common()
    if all(fewer < times for _, fewer in others):
        return first
    return sorted(places)[(len(places) - 1) // 2]


def disagreements(found: Sequence[JudgedReply]) -> tuple[JudgedReply, ...]:
    """What raters should talk about, the widest apart first."""
    apart = [each for each in found if not each.agreed]
    return tuple(sorted(apart, key=lambda each: (-Ratings(each.places).spread, each.code)))


class Agreement(NamedTuple):
    """How far raters agree beyond luck: either is none where it cannot be computed.

    Kappa takes categories only, and needs as many raters for each reply.
    """

    alpha: Fraction | None
    kappa: Fraction | None


def agreement(found: Sequence[JudgedReply], scale: RatingScale) -> Agreement:
    """The agreement over all replies that were rated."""
    units = [each.places for each in found]
    even = len({len(unit) for unit in units}) == 1 and len(units[0]) > 1
    fleiss = kappa(tabled(units)) if even and scale.kind == "categories" else None
    return Agreement(alpha(units, scale.level), fleiss)
