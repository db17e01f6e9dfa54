"""An attempt at a quiz: which items, in which order, and what an answer to one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from sizewise.learn.item import Item, Quiz
from sizewise.learn.scoring import Response, score
from sizewise.learn.template import ShownItem, rank

Mode = Literal["practice", "exam", "missed", "pretest"]
"""practice: feedback after each item. exam: at the end. missed: the missed items of another
attempt again. pretest: before the lesson, never scored."""


@dataclass(frozen=True)
class Answer:
    """What a learner answered to one item of one attempt: a fact, never changed.

    `score` (0 to 1) is the response's own; `credit` is what the attempt counts, less after a hint
    or on a second try. `first_try` answers alone feed mastery and statistics. `at` is in UTC.
    """

    attempt_id: str
    learner_id: str
    quiz_id: str
    item_id: str
    item_version: str
    skill: str
    mode: Mode
    first_try: bool
    response: Response
    score: Decimal
    credit: Decimal
    hints: int
    chance: Decimal
    at: datetime
    misconceptions: tuple[str, ...]


@dataclass(frozen=True)
class Attempt:
    """A way through a quiz. Its seed fixes the order of everything, after a reload too."""

    id: str
    learner_id: str
    quiz_id: str
    mode: Mode
    seed: str
    item_ids: tuple[str, ...]
    started_at: datetime
    parent_id: str | None = None
    """The attempt whose missed items these are."""

    def answer(self, item: ShownItem, response: Response, at: datetime, hints: int = 0) -> Answer:
        """The answer that a response to an item is. Raises ResponseError for an unreadable one."""
        scored = score(item, response)
        return Answer(
            attempt_id=self.id,
            learner_id=self.learner_id,
            quiz_id=self.quiz_id,
            item_id=item.id,
            item_version=item.version,
            skill=item.skill,
            mode=self.mode,
            first_try=self.mode in ("practice", "exam"),
            response=response,
            score=scored.value,
            credit=self._credit(scored.value, hints),
            hints=hints,
            chance=item.chance,
            at=at,
            misconceptions=scored.misconceptions,
        )

    def _credit(self, value: Decimal, hints: int) -> Decimal:
        """Half after a hint or on a second try; nothing before the lesson."""
        if self.mode == "pretest":
            return Decimal(0)
        helped = self.mode == "missed" or (self.mode == "practice" and hints > 0)
        return value / 2 if helped else value


def begin(
    quiz: Quiz,
    *,
    attempt_id: str,
    learner_id: str,
    mode: Mode,
    seed: str,
    at: datetime,
    parent_id: str | None = None,
    only: Sequence[str] | None = None,
) -> Attempt:
    """A new attempt. `only` names the items of a `missed` one; the others draw from the bank."""
    bank = [item for item in quiz.items if (item.type == "pretest") == (mode == "pretest")]
    if only is not None:
        bank = [item for item in bank if item.id in only]
    shuffled = sorted(bank, key=lambda item: rank(seed, item.id))
    drawn = shuffled if only is not None or mode == "pretest" else _drawn(quiz, shuffled)
    if not quiz.shuffle.items:
        drawn = sorted(drawn, key=quiz.items.index)
    ids = tuple(item.id for item in drawn)
    return Attempt(attempt_id, learner_id, quiz.id, mode, seed, ids, at, parent_id)


def _drawn(quiz: Quiz, shuffled: Sequence[Item]) -> list[Item]:
    """The first items of every skill, then whoever comes next, in the shuffled order."""
    taken: dict[str, int] = {}
    wanted = []
    for item in shuffled:
        taken[item.skill] = taken.get(item.skill, 0) + 1
        if taken[item.skill] <= quiz.draw.per_skill_min:
            wanted.append(item.id)
    rest = [item.id for item in shuffled if item.id not in wanted]
    chosen = frozenset([*wanted, *rest][: quiz.draw.count])
    return [item for item in shuffled if item.id in chosen]
