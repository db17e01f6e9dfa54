"""One round of a review: which items are left, and the attempt at the one that is asked.

Each item is an attempt of its own, so that nothing is lost when the tab is closed: what was
answered is no longer due, and what was begun is asked again with the same numbers. The address says
that a round goes on: a page that is loaded anew finds the rest of it in the record.
"""

import re
import secrets
from collections.abc import Sequence
from typing import NamedTuple
from uuid import uuid4

from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.attempt import Attempt, Standing, begin
from sizewise.learn.quiz.item import Quiz
from sizewise.ui import house, session
from sizewise.ui.question import press
from sizewise.ui.question.ask import ROUND
from sizewise.ui.question.turn import GONE, read
from sizewise.ui.you import progress

MOST = 15
"""Items in one round."""
HERE = "review_round"


class ReviewRound(NamedTuple):
    """What the address says of a round."""

    size: int
    """How many questions it has."""
    before: int
    """How many reviews the learner had answered when it began."""

    def __str__(self) -> str:
        return f"{self.size}-{self.before}"


class _Rest(NamedTuple):
    """How far this tab is in a round. One key holds all of it: Streamlit may end a run wherever a
    page remembers something, and the half of it would be another state.
    """

    begun: ReviewRound | None = None
    left: tuple[str, ...] = ()
    """Items by quiz and id, the one that is asked first."""
    asked: str = ""
    """The attempt at that one; empty when none is known."""

    @property
    def next(self) -> "_Rest":
        """The same without the item that was asked."""
        return self._replace(left=self.left[1:], asked="")


def in_address() -> ReviewRound | None:
    """The round that the address names, or none."""
    told = re.fullmatch(r"([0-9]{1,2})-([0-9]{1,9})", session.query("round"))
    return ReviewRound(min(int(told[1]), MOST), int(told[2])) if told else None


def start(places: Sequence[ItemPlace], answered: int) -> None:
    """Begin a round with the first of these; so many reviews were answered before."""
    press.forget_notices()
    begun = ReviewRound(min(len(places), MOST), answered)
    session.put(HERE, _rest(begun, places))
    session.set_query(round=str(begun))


def going_on() -> str:
    """The attempt at the item that is asked now; empty when no round goes on.

    Raises RecordUnavailable.
    """
    begun = in_address()
    if begun is None:
        session.drop(HERE)
        return ""
    rest = _Rest(*session.get(HERE, ()))
    if rest.begun != begun:
        rest = _found(begun, progress.read_trail())
    while rest.left:
        attempt_id = rest.asked or _begun(ItemPlace(*rest.left[0].split("/")))
        if attempt_id and not _over(attempt_id):
            session.put(ROUND, (begun.size - len(rest.left) + 1, begun.size))
            session.put(HERE, rest._replace(asked=attempt_id))
            return attempt_id
        rest = rest.next
    session.put(HERE, rest)
    return ""


def answered(trail: Trail) -> int:
    """How many reviews the learner has answered."""
    return sum(each.mode == "review" for each in trail.answers)


def _rest(begun: ReviewRound, places: Sequence[ItemPlace], asked: str = "") -> _Rest:
    left = (f"{place.quiz_id}/{place.item_id}" for place in places[: begun.size])
    return _Rest(begun, tuple(left), asked)


def _found(begun: ReviewRound, trail: Trail) -> _Rest:
    """The rest of a round that this tab does not know: first what was on screen."""
    done = answered(trail) - begun.before
    due = [card.place for card in progress.due_today(trail)] if done >= 0 else []
    last = next((each for each in reversed(trail.standings) if _is_review(each)), None)
    if last is None or last.passed_all:
        return _rest(begun, due[: max(0, begun.size - done)])
    # What is being explained has been answered.
    number = done if last.answers else done + 1
    if not 1 <= number <= begun.size:
        return _rest(begun, ())
    shown = ItemPlace(last.attempt.quiz_id, last.attempt.item_ids[0])
    others = [place for place in due if place != shown]
    return _rest(begun, [shown, *others[: begun.size - number]], last.attempt.id)


def _is_review(standing: Standing) -> bool:
    return standing.attempt.mode == "review" and _today(standing.attempt)


def _over(attempt_id: str) -> bool:
    """Whether nothing is left to see of an attempt, or of its item."""
    try:
        turn = read(attempt_id)
    except GONE:
        return True
    return turn.over or turn.gone


def _begun(place: ItemPlace) -> str:
    """An attempt at the item: one that was begun and never answered, else a new one; empty when the
    item has left its bank, or was answered today in another tab.
    """
    quiz = house.library().quizzes.get(place.quiz_id)
    if quiz is None or all(item.id != place.item_id for item in quiz.items):
        return ""
    journal, learner = house.journal(), house.learner_id()
    begun = [
        each.id
        for each in journal.attempts(learner, quiz.id)
        if each.mode == "review" and each.item_ids == (place.item_id,) and _today(each)
    ]
    if any(journal.answers(each) for each in begun):
        return ""
    return begun[0] if begun else _new(quiz, place.item_id)


def _today(attempt: Attempt) -> bool:
    """An older one would show the prices of its own day."""
    return attempt.started_at.date() == house.today()


def _new(quiz: Quiz, item_id: str) -> str:
    attempt = begin(
        quiz,
        attempt_id=uuid4().hex,
        learner_id=house.learner_id(),
        mode="review",
        seed=secrets.token_hex(8),
        at=house.now(),
        only=(item_id,),
    )
    house.journal().begin(attempt)
    return attempt.id
