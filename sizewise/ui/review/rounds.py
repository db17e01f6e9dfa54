"""One round of a review: which items are left, and the attempt at the one that is asked.

Each item is an attempt of its own, so that nothing is lost when the tab is closed: what was
answered is no longer due, and what was begun is asked again with the same numbers.
"""

import secrets
from collections.abc import Sequence
from uuid import uuid4

from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.quiz.attempt import Attempt, begin
from sizewise.learn.quiz.item import Quiz
from sizewise.ui import house, session
from sizewise.ui.question import press
from sizewise.ui.question.ask import ROUND
from sizewise.ui.question.turn import GONE, read

MOST = 15
"""Items in one round."""
LEFT, COUNT, ASKED = "review_left", "review_count", "review_asked"


def start(places: Sequence[ItemPlace]) -> None:
    """Begin a round with the first of these."""
    press.forget_notices()
    chosen = tuple(f"{place.quiz_id}/{place.item_id}" for place in places[:MOST])
    session.put(LEFT, chosen)
    session.put(COUNT, len(chosen))
    session.drop(ASKED)


def going_on() -> str:
    """The attempt at the item that is asked now; empty when no round goes on.

    Raises RecordUnavailable.
    """
    left: tuple[str, ...] = session.get(LEFT, ())
    while left:
        attempt_id = session.get(ASKED) or _begun(ItemPlace(*left[0].split("/")))
        if attempt_id and not _over(attempt_id):
            session.put(ASKED, attempt_id)
            session.put(ROUND, (session.get(COUNT, len(left)) - len(left) + 1, session.get(COUNT)))
            return attempt_id
        left = left[1:]
        session.put(LEFT, left)
        session.drop(ASKED)
    return ""


def _over(attempt_id: str) -> bool:
    """Whether nothing is left to see of an attempt, or of its item."""
    try:
        turn = read(attempt_id)
    except GONE:
        return True
    return turn.over or turn.gone


def _begun(place: ItemPlace) -> str:
    """An attempt at the item: one that was begun and never answered, else a new one; empty when the
    item has left its bank.
    """
    quiz = house.library().quizzes.get(place.quiz_id)
    if quiz is None or all(item.id != place.item_id for item in quiz.items):
        return ""
    journal, learner = house.journal(), house.learner_id()
    open_ones = (
        each.id
        for each in journal.attempts(learner, quiz.id)
        if each.mode == "review" and each.item_ids == (place.item_id,) and _today(each)
        if not journal.answers(each.id)
    )
    return next(open_ones, None) or _new(quiz, place.item_id)


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
