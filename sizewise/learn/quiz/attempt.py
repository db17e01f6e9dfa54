"""A learner's way through a drawn set of items, and each answer on it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import islice

from sizewise.learn.quiz.excluding import Rivals, apart, rivals
from sizewise.learn.quiz.item import Item, Quiz
from sizewise.learn.quiz.kinds import counted, warm_ups
from sizewise.learn.quiz.mode import MODES, Mode, credit
from sizewise.learn.quiz.number import ResponseError
from sizewise.learn.quiz.response import Certainty, Response, Score
from sizewise.learn.quiz.scoring import chance, score, unanswered
from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.template import rank


@dataclass(frozen=True)
class Answer:
    """A fact: what a learner gave to an item, and what it was worth then."""

    attempt_id: str
    learner_id: str
    quiz_id: str
    item_id: str
    item_version: str
    skill: str
    mode: Mode
    first_try: bool
    """False when the learner has just seen this item explained."""
    response: Response
    score: Decimal
    """From 0 to 1, hints or not."""
    credit: Decimal
    """What it adds to the attempt's points."""
    hints: int
    chance: Decimal
    """The mean score of blind guessing at that item."""
    at: datetime
    misconceptions: tuple[str, ...]
    certainty: Certainty | None = None
    """What the learner said before the check; none when nothing was said, or nobody asked."""
    key_version: str | None = None
    """What was right then, as a fingerprint; none in answers of older programs."""
    took_ms: int | None = None
    """Milliseconds from the question's appearance to the check; none where nobody measured."""

    def explained_by(self, item: ShownItem) -> Score | None:
        """How the item makes up the score; none when it is no longer what was answered.

        Another text, another key or another price may make it worth something else today: the
        score stays what it was, and only an item that still comes to it can explain it.
        """
        try:
            today = score(item, self.response)
        except ResponseError:
            return None
        same = item.version == self.item_version and today.value == self.score
        return today if same else None


@dataclass(frozen=True)
class Attempt:
    """A fact: which items were drawn for whom, in which order, under which seed."""

    id: str
    learner_id: str
    quiz_id: str
    mode: Mode
    seed: str
    item_ids: tuple[str, ...]
    started_at: datetime
    """Aware, in UTC."""
    parent_id: str | None = None
    """The attempt whose missed items this one asks again."""

    def answer(
        self,
        item: ShownItem,
        response: Response,
        at: datetime,
        hints: int = 0,
        *,
        certainty: Certainty | None = None,
        took_ms: int | None = None,
    ) -> Answer:
        """The answer to an item of this attempt. A certainty that the mode does not ask for is not
        kept.

        Raises ResponseError when there is nothing to score, and ValueError when the attempt does
        not ask that item.
        """
        if item.id not in self.item_ids:
            raise ValueError(f"attempt {self.id} does not ask {item.id}")
        if wanting := unanswered(item, response):
            raise ResponseError(wanting)
        result = score(item, response)
        return Answer(
            attempt_id=self.id,
            learner_id=self.learner_id,
            quiz_id=self.quiz_id,
            item_id=item.id,
            item_version=item.version,
            skill=item.skill,
            mode=self.mode,
            first_try=MODES[self.mode].first_try,
            response=response,
            score=result.value,
            credit=credit(self.mode, result.value, hints),
            hints=hints,
            chance=chance(item),
            at=at,
            misconceptions=result.misconceptions,
            certainty=certainty if MODES[self.mode].asks_certainty else None,
            key_version=item.key_version,
            took_ms=took_ms,
        )


@dataclass(frozen=True)
class Standing:
    """Where an attempt stands: what was answered, and how far the learner went."""

    attempt: Attempt
    answers: Mapping[str, Answer]
    """By item."""
    position: int
    """The item the learner is at, counted from 0; those before it are left behind."""
    hints: int = field(default=0, kw_only=True)
    """How many hints to that item are open; of an answered one nobody counts them."""

    @property
    def passed_all(self) -> bool:
        """Whether every item is left behind, so that the learner is at none."""
        return self.position >= len(self.attempt.item_ids)

    def waiting(self, quiz: Quiz) -> tuple[str, ...]:
        """The items that still want an answer, in the order they are asked.

        An item that has left the bank wants none, and neither does one that was passed over while
        it was away.
        """
        return waiting(self.attempt.item_ids, self.position, self.answers, quiz)

    def finished(self, quiz: Quiz) -> bool:
        """Whether no item wants an answer any more: the one meaning of a finished attempt."""
        return not self.waiting(quiz)


def waiting(
    asked: Sequence[str], position: int, answered: Container[str], quiz: Quiz
) -> tuple[str, ...]:
    """The items of an attempt that still want an answer: see `Standing.waiting`."""
    bank = {item.id for item in quiz.items}
    return tuple(each for each in asked[position:] if each in bank and each not in answered)


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
    """A new attempt with items drawn by the seed.

    `only` asks exactly those items, for a second try. A bank too small for the draw gives all it
    has; the minimum per skill is kept even where it is more than the count. Items that exclude
    each other are never drawn together.
    """
    return Attempt(
        id=attempt_id,
        learner_id=learner_id,
        quiz_id=quiz.id,
        mode=mode,
        seed=seed,
        item_ids=drawn(quiz, mode, seed, only),
        started_at=at,
        parent_id=parent_id,
    )


def drawn(quiz: Quiz, mode: Mode, seed: str, only: Sequence[str] | None = None) -> tuple[str, ...]:
    """The ids of the items that a seed draws, in the order they are asked; `only` names them."""
    items = _kept(quiz, only) if only is not None else _drawn(quiz, mode, seed)
    return tuple(item.id for item in _ordered(quiz, items, seed))


def _kept(quiz: Quiz, only: Sequence[str]) -> list[Item]:
    wanted = frozenset(only)
    return [item for item in quiz.items if item.id in wanted]


def _drawn(quiz: Quiz, mode: Mode, seed: str) -> list[Item]:
    if not MODES[mode].worth:
        return warm_ups(quiz.items)
    ranked = sorted(counted(quiz.items), key=lambda item: rank(seed, item.id))
    excluded = rivals(ranked)
    due = _least_of_each_skill(ranked, quiz.draw.per_skill_min, excluded)
    taken = {item.id for item in due}
    rest = apart((item for item in ranked if item.id not in taken), due, excluded)
    return due + list(islice(rest, max(0, quiz.draw.count - len(due))))


def _least_of_each_skill(ranked: Sequence[Item], least: int, excluded: Rivals) -> list[Item]:
    due: list[Item] = []
    for skill in dict.fromkeys(item.skill for item in ranked):
        of_skill = (item for item in ranked if item.skill == skill)
        due += islice(apart(of_skill, due, excluded), least)
    return due


def _ordered(quiz: Quiz, drawn: list[Item], seed: str) -> list[Item]:
    if quiz.shuffle.items:
        return sorted(drawn, key=lambda item: rank(seed, item.id))
    taken = {item.id for item in drawn}
    return [item for item in quiz.items if item.id in taken]
