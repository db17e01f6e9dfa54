"""What the buttons do. Each runs before the question is drawn again, and writes to the record."""

import time
from typing import Literal

from sizewise.learn.number import ResponseError
from sizewise.learn.scoring import unanswered
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.turn import GONE, Turn, read, shown

PAUSE = 0.35
"""Seconds in which a press after a change of screen is the second half of a double click."""
Step = Literal["check", "save", "next"]
"""What the one button does: check the answer; save it and go on; go on."""
SEEN, NOTICE, TROUBLE = "quiz_seen", "quiz_notice", "quiz_trouble"


def seen(turn: Turn) -> None:
    """Note when the screen last changed; the next press is measured from here."""
    place, _ = session.get(SEEN, ("", 0.0))
    if place != turn.place:
        session.put(SEEN, (turn.place, time.monotonic()))


def watching(attempt_id: str) -> bool:
    """Whether this tab has had a question of that attempt on screen, and no other since."""
    place, _ = session.get(SEEN, ("", 0.0))
    return str(place).startswith(f"{attempt_id}/")


def too_soon() -> bool:
    """Whether a press comes before anyone could have read what it would press."""
    _, since = session.get(SEEN, ("", 0.0))
    return time.monotonic() - float(since) < PAUSE


def forget_notices() -> None:
    """Take earlier sentences off the screen."""
    session.drop(NOTICE)
    session.drop(TROUBLE)


def check(attempt_id: str, item_id: str, hints: int) -> bool:
    """Store the answer to a question; say what is missing instead when there is none."""
    turn = read(attempt_id)
    item = shown(turn.attempt, item_id)
    try:
        given = view_of(item).response(attempt_id, item)
        wanting = unanswered(item, given)
        if wanting:
            session.put(NOTICE, wanting)
            return False
        house.journal().append(turn.attempt.answer(item, given, house.now(), hints))
    except ResponseError as unclear:
        session.put(NOTICE, str(unclear))
        return False
    return True


def go(attempt_id: str, item_id: str, position: int, hints: int, step: Step) -> None:
    """The one button, and what it said."""
    if too_soon():
        return
    forget_notices()
    try:
        if step == "next" or (check(attempt_id, item_id, hints) and step == "save"):
            move_on(attempt_id, position + 1)
    except RecordUnavailable as trouble:
        session.put(TROUBLE, str(trouble))
    except GONE:
        pass  # drawn again, the page says what is no longer there


def move_on(attempt_id: str, position: int) -> None:
    """Leave the questions before that position behind; without another, go to the results."""
    house.journal().move_on(attempt_id, position, house.now())
    if read(attempt_id).over:
        session.set_query(attempt=attempt_id)


def hint(attempt_id: str, item_id: str, number: int) -> None:
    """Open the next hint."""
    forget_notices()
    try:
        house.journal().take_hint(attempt_id, item_id, number, house.now())
    except RecordUnavailable as trouble:
        session.put(TROUBLE, str(trouble))
