"""How likely a learner has a skill: Bayesian knowledge tracing, computed afresh from answers.

The model is Corbett and Anderson's (1995): a skill is known or not, each try may teach it, a slip
or a lucky guess may hide it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sizewise.learn.progress.review import Replayed, replay
from sizewise.learn.quiz.attempt import Answer

MasteryLevel = Literal["new", "started", "proficient", "mastered"]
"""How far a learner is with a skill."""

KNOWN_BEFORE = 0.3
"""L0: the probability that a learner has the skill before the first try."""
LEARNT = 0.05
"""T: the probability that a try teaches it."""
SLIP = 0.1
"""S: the probability that a learner who has it answers wrong."""
LEAST_GUESS = 0.05
"""The least G. With 0, as for a typed number, one right answer would make the probability 1, and
no wrong one could ever bring it down."""

PROFICIENT = 0.95
FEWEST_TRIES = 5
LATER = timedelta(days=1)


@dataclass(frozen=True)
class Mastery:
    """What a learner's first tries say about one skill, and what is missing."""

    skill: str
    probability: float
    """That the learner has the skill."""
    first_tries: int
    right: int
    """First tries that earned the whole point without a hint."""
    level: MasteryLevel
    missing: int
    """Right answers in a row until proficient, to items as hard to guess as those so far; 0 from
    then on, though mastered is still to come."""


@dataclass(frozen=True)
class _Trace:
    """The state between two tries."""

    probability: float = KNOWN_BEFORE
    tries: int = 0
    right: int = 0
    chances: float = 0.0
    """The sum of the chances of the items tried."""
    proficient_since: datetime | None = None
    mastered: bool = False

    def after(self, given: Replayed) -> "_Trace":
        answer = given.answer
        right = answer.score == 1 and not answer.hints
        probability = updated(self.probability, right, float(answer.chance))
        tries = self.tries + 1
        proficient = probability >= PROFICIENT and tries >= FEWEST_TRIES
        since = (self.proficient_since or answer.at) if proficient else None
        confirmed = right and given.was_due and since is not None and answer.at - since >= LATER
        return _Trace(
            probability,
            tries,
            self.right + right,
            self.chances + float(answer.chance),
            since,
            proficient and (self.mastered or confirmed),
        )

    @property
    def level(self) -> MasteryLevel:
        if self.proficient_since:
            return "mastered" if self.mastered else "proficient"
        return "started" if self.tries else "new"

    @property
    def missing(self) -> int:
        chance, probability, more = self.chances / max(self.tries, 1), self.probability, 0
        while probability < PROFICIENT or self.tries + more < FEWEST_TRIES:
            probability = updated(probability, right=True, chance=chance)
            more += 1
        return more


def updated(probability: float, right: bool, chance: float) -> float:
    """The probability that the skill is known after one more try, G being the item's chance."""
    known = probability * (1 - SLIP if right else SLIP)
    guess = max(chance, LEAST_GUESS)
    unknown = (1 - probability) * (guess if right else 1 - guess)
    seen = known / (known + unknown)
    return seen + (1 - seen) * LEARNT


@dataclass(frozen=True)
class LevelChange:
    """A skill that came to another level, up or down."""

    at: datetime
    skill: str
    before: MasteryLevel
    after: MasteryLevel


def changes(given: Iterable[Replayed]) -> Iterator[LevelChange]:
    """Every change of a level, in the order in which answers came."""
    traces: dict[str, _Trace] = {}
    for each in given:
        skill = each.answer.skill
        before = traces.get(skill, _Trace())
        after = traces[skill] = before.after(each)
        if before.level != after.level:
            yield LevelChange(each.answer.at, skill, before.level, after.level)


def by_skill(answers: Iterable[Answer]) -> dict[str, Mastery]:
    """Mastery of every skill with a first try, by skill id, from answers in the order they came.

    Only first tries count, never those before the lesson. A try counts as right when it earns the
    whole point without a hint: asking for help is no sign of knowing (Corbett and Anderson, 1995).
    Proficient: at least .95 after 5 tries. Mastered: proficient, and right on a due review a day or
    more after becoming so. Falling below .95 takes both away.
    """
    return from_replay(replay(answers))


def from_replay(given: Iterable[Replayed]) -> dict[str, Mastery]:
    """The same from answers that have been replayed already."""
    traces: dict[str, _Trace] = {}
    for each in given:
        skill = each.answer.skill
        traces[skill] = traces.get(skill, _Trace()).after(each)
    return {
        skill: Mastery(
            skill, trace.probability, trace.tries, trace.right, trace.level, trace.missing
        )
        for skill, trace in traces.items()
    }
