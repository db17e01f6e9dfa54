"""What the buttons do. Each runs before the question is drawn again, and writes to the record."""

import time

from sizewise.learn.scoring import ResponseError, unanswered
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.question.ask import response
from sizewise.ui.question.turn import Turn, attempt_of, known, shown

PAUSE = 0.35
"""Seconds in which a press after a change of screen is the second half of a double click."""
SEEN, NOTICE, TROUBLE = "quiz_seen", "quiz_notice", "quiz_trouble"


def seen(turn: Turn) -> None:
    """Note when the screen last changed; the next press is measured from here."""
    place, _ = session.get(SEEN, ("", 0.0))
    if place != turn.place:
        session.put(SEEN, (turn.place, time.monotonic()))


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
    item = shown(attempt_id, item_id)
    try:
        given = response(attempt_id, item)
        wanting = unanswered(item, given)
        if wanting:
            session.put(NOTICE, wanting)
            return False
        answer = attempt_of(attempt_id).answer(item, given, house.now(), hints)
        known(attempt_id).answers[item_id] = house.journal().append(answer)
    except ResponseError as unclear:
        session.put(NOTICE, str(unclear))
        return False
    return True


def go(attempt_id: str, item_id: str, position: int, hints: int, step: str) -> None:
    """The one button. `step` is what it said: check, save (check and go on), or next."""
    if too_soon():
        return
    forget_notices()
    try:
        if step == "next" or (check(attempt_id, item_id, hints) and step == "save"):
            move_on(attempt_id, position + 1)
    except RecordUnavailable as trouble:
        session.put(TROUBLE, str(trouble))


def move_on(attempt_id: str, position: int) -> None:
    """Leave a question behind; after the last one the address leads to the results."""
    house.journal().move_on(attempt_id, position, house.now())
    known(attempt_id).position = max(known(attempt_id).position, position)
    if position >= len(attempt_of(attempt_id).item_ids):
        session.set_query(attempt=attempt_id)


def hint(attempt_id: str, item_id: str, number: int) -> None:
    """Open the next hint."""
    forget_notices()
    try:
        house.journal().take_hint(attempt_id, item_id, number, house.now())
    except RecordUnavailable as trouble:
        session.put(TROUBLE, str(trouble))
