"""When an item is due again: FSRS over a learner's answers, computed afresh each time.

FSRS (Free Spaced Repetition Scheduler, J. Ye and others; the package `fsrs`, with its published
parameters) asks again when the probability of a right answer has sunk to nine in ten.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.mode import MODES

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

LONGEST = 180
"""Days after which an item comes back at the latest."""


class ItemPlace(NamedTuple):
    """An item and its bank: one card each, whatever numbers a template shows."""

    quiz_id: str
    item_id: str


@dataclass(frozen=True)
class ReviewCard:
    """What a learner's answers say about the next review of one item."""

    place: ItemPlace
    last: Answer
    """The newest answer."""
    due: date
    """The day, in UTC, from which on the item may be asked again."""

    @property
    def surprise(self) -> bool:
        """Whether the newest answer was a mistake that its learner was sure of."""
        return self.last.certainty == "sure" and self.last.score < 1


class Replayed(NamedTuple):
    """One answer as it came, and what it was for its card."""

    answer: Answer
    was_due: bool
    """Whether its item was due for review when it was given."""
    card: ReviewCard


def replay(answers: Iterable[Answer]) -> Iterator[Replayed]:
    """Every answer that measures, in the order given, with the card it leads to.

    Only first tries count, never those before the lesson. Wrong or partly right is Again, right is
    Good, right after a hint or by a guess is Hard. Where another key holds than at the answer
    before, the card begins anew.
    """
    cards: dict[ItemPlace, tuple[Card, Answer]] = {}
    scheduler: Scheduler | None = None
    for answer in answers:
        if not answer.first_try or not MODES[answer.mode].measured:
            continue
        scheduler = scheduler or _scheduler()  # who has not answered yet need not wait for it
        place = ItemPlace(answer.quiz_id, answer.item_id)
        before, given = cards.get(place, (None, None))
        if before is None or given is None or _another(given.key_version, answer.key_version):
            before, due = None, False
        else:
            due = before.due.date() <= answer.at.date()
        after = _reviewed(scheduler, before, answer)
        cards[place] = (after, answer)
        yield Replayed(answer, due, ReviewCard(place, answer, after.due.date()))


def cards(answers: Iterable[Answer]) -> dict[ItemPlace, ReviewCard]:
    """The card of every item that was answered, from answers in the order they came."""
    return {each.card.place: each.card for each in replay(answers)}


KeyOf = Callable[[ItemPlace], str | None]
"""The key version that an item has today; none when the item has left its bank."""


def due(known: Iterable[ReviewCard], key_of: KeyOf, day: date) -> list[ReviewCard]:
    """The cards to ask on a day: mistakes that their learner was sure of first, then the others,
    longest due first, one lesson after the other.

    An item whose key has changed since is new to its learner, and due at once.
    """
    there = [(card, key) for card in known if (key := key_of(card.place)) is not None]
    ready = [card for card, key in there if card.due <= day or _another(card.last.key_version, key)]
    ready.sort(key=lambda card: (card.due, card.place))
    surprises = [card for card in ready if card.surprise]
    return surprises + _mixed([card for card in ready if not card.surprise])


def next_due(known: Iterable[ReviewCard], key_of: KeyOf, day: date) -> date | None:
    """The first day after this one on which something is due, or none."""
    later = (card.due for card in known if card.due > day and key_of(card.place) is not None)
    return min(later, default=None)


def _mixed(ready: list[ReviewCard]) -> list[ReviewCard]:
    """One of each lesson in turn: mixing kinds of questions makes the difference stick
    (Rohrer and Taylor, 2007, Instructional Science 35, 481-498).
    """
    by_quiz: dict[str, list[ReviewCard]] = {}
    for card in ready:
        by_quiz.setdefault(card.place.quiz_id, []).append(card)
    turns = [
        (turn, order, card)
        for order, of_quiz in enumerate(by_quiz.values())
        for turn, card in enumerate(of_quiz)
    ]
    return [card for _, _, card in sorted(turns, key=lambda each: each[:2])]


def _another(before: str | None, now: str | None) -> bool:
    """Whether two keys are known, and differ: older answers do not say what was right."""
    return before is not None and now is not None and before != now


def _reviewed(scheduler: "Scheduler", before: "Card | None", answer: Answer) -> "Card":
    from fsrs import Card

    at = answer.at.astimezone(UTC)
    card = before or Card(card_id=1, due=at)  # ours are known by their place, theirs by a clock
    after, _ = scheduler.review_card(card, _rating(answer), _not_before(card, at))
    return after


def _not_before(card: "Card", at: datetime) -> datetime:
    """A clock may have been put back between two answers."""
    return max(at, card.last_review) if card.last_review else at


def _rating(answer: Answer) -> "Rating":
    from fsrs import Rating

    if answer.score < 1:
        return Rating.Again
    return Rating.Hard if answer.hints or answer.certainty == "guess" else Rating.Good


def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False
    )
