"""What the buttons do. Each runs before the question is drawn again, and writes to the record."""

import time
from contextlib import suppress
from typing import Literal, NamedTuple

from sizewise.learn.quiz.attempt import Attempt, Standing
from sizewise.learn.quiz.number import ResponseError
from sizewise.learn.quiz.scoring import unanswered
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.question import certainty
from sizewise.ui.question.ask import keep
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.turn import GONE, AttemptUnknown, Turn, leave, place_of, read, shown

PAUSE = 0.35
"""Seconds in which a press after a change of screen is the second half of a double click."""
PressStep = Literal["check", "save", "next"]
"""What the one button does: check the answer; save it and go on; go on."""
KEPT = "What you chose is still here: press the button again."
AGAIN = "Press the button again in a moment."
FIRST = (
    "You had answered that question before, in another tab perhaps. The first answer counts: what "
    "you chose now changes nothing."
)
OLDER = (
    "An older copy of your progress was put in the record’s place while you were here. What you "
    "see now is what that copy holds."
)
MISSING = (
    "This attempt is no longer in your progress: it was deleted, or an older copy of your progress "
    "was put in its place."
)
SEEN, SAID = "quiz_seen", "quiz_said"
SentenceKind = Literal["", "notice", "wanting", "trouble"]
"""What a sentence on screen is about: what happened; what is asked for when nothing was chosen;
what the record refused.
"""


class PressSentence(NamedTuple):
    """The sentence that the last press left on screen, until the next."""

    kind: SentenceKind = ""
    words: str = ""
    item_id: str = ""
    """Of a trouble: the question whose answer was not saved."""


def say(kind: SentenceKind, words: str, item_id: str = "") -> None:
    """Put a sentence on screen."""
    session.put(SAID, (kind, words, item_id))


def said() -> PressSentence:
    """The sentence on screen. One key holds all of it: to look for one that is not there takes
    Streamlit longest.
    """
    return PressSentence(*session.get(SAID, ()))


def seen(turn: Turn) -> None:
    """Note when the screen last changed; the next press is measured from here."""
    place, _ = session.get(SEEN, ("", 0.0))
    if place != turn.place:
        session.put(SEEN, (turn.place, time.monotonic()))


def watching(attempt_id: str) -> bool:
    """Whether this tab has had a question of that attempt on screen, and no other since."""
    place, _ = session.get(SEEN, ("", 0.0))
    return str(place).startswith(f"{attempt_id}/")


def again() -> None:
    """Try to draw what could not be drawn; the browser is told anew what was chosen there."""
    forget_notices()
    keep()


def fell_back(turn: Turn) -> bool:
    """Whether this tab has seen the attempt further on: steps and answers are never taken back."""
    place, _ = session.get(SEEN, ("", 0.0))
    attempt_id, _, state = str(place).partition("/")
    number, _, told = state.partition("/")
    now = (turn.position, turn.explaining)
    return attempt_id == turn.attempt.id and now < (int(number), told == "told")


def too_soon() -> bool:
    """Whether a press comes before anyone could have read what it would press. What a new server
    draws on a page that stayed open has been read already.
    """
    _, since = session.get(SEEN, ("", 0.0))
    soon = time.monotonic() - float(since) < PAUSE
    return soon and float(since) > session.get(session.CAME_BACK, 0.0)


def _took_ms(attempt: Attempt, item_id: str) -> int | None:
    """How long the question has been on screen in this tab; none when another was, or when a new
    server does not know how long the last one had shown it.
    """
    place, since = session.get(SEEN, ("", 0.0))
    asked = place_of(attempt, attempt.item_ids.index(item_id), "asked")
    known = place == asked and float(since) > session.get(session.CAME_BACK, 0.0)
    return round((time.monotonic() - float(since)) * 1000) if known else None


def forget_notices() -> None:
    """Take earlier sentences off the screen."""
    session.drop(SAID)


def check(attempt_id: str, item_id: str, hints: int, then: int | None = None) -> bool:
    """Store the answer to a question, and with `then` that the learner goes on to that position.

    Says what is missing instead when there is no answer.
    """
    leave(None)
    turn = read(attempt_id)
    attempt, item = turn.attempt, shown(turn.attempt, item_id)
    try:
        given = view_of(item).response(attempt_id, item)
        wanting = unanswered(item, given)
        if wanting:
            say("wanting", wanting)
            return False
        answer = attempt.answer(
            item,
            given,
            house.now(),
            hints,
            certainty=certainty.said(attempt_id, item_id),
            took_ms=_took_ms(attempt, item_id),
        )
        stored = house.journal().append(answer, then)
        at_it = attempt.item_ids[turn.position : turn.position + 1] == (item_id,)
        if stored.response != given or not at_it:
            say("notice", FIRST)
        if then is None and at_it:  # another tab may be further on, and have taken a hint there
            leave(Standing(attempt, {**turn.answers, item_id: stored}, turn.position))
    except ResponseError as unclear:
        say("notice", str(unclear))
        return False
    return True


def go(
    attempt_id: str, item_id: str, position: int, hints: int, step: PressStep, *, last: bool
) -> None:
    """The one button, and what it said; `last` when no other question wanted an answer then.

    While others wait, nobody need ask the record whether results are due.
    """
    if too_soon():
        return
    forget_notices()
    try:
        if step == "next":
            move_on(attempt_id, position + 1, last)
        elif step == "check":
            check(attempt_id, item_id, hints)
        elif check(attempt_id, item_id, hints, then=position + 1) and last:
            _show_results_when_over(attempt_id)
    except RecordUnavailable as trouble:
        say("trouble", house.told(trouble), "" if step == "next" else item_id)
    except AttemptUnknown:
        say("notice", MISSING)
    except GONE:
        pass  # drawn again, the page says what is no longer there


def move_on(attempt_id: str, position: int, last: bool = True) -> None:
    """Leave the questions before that position behind; after the last, go to the results."""
    leave(house.journal().advance(attempt_id, position, house.now()))
    if last:
        _show_results_when_over(attempt_id)


def _show_results_when_over(attempt_id: str) -> None:
    with suppress(RecordUnavailable):  # it is stored; the question, drawn again, says the rest
        turn = read(attempt_id)
        if turn.over and not turn.rules.alone:
            session.set_query(attempt=attempt_id)


def hint(attempt_id: str, item_id: str, number: int) -> None:
    """Open the next hint."""
    forget_notices()
    try:
        house.journal().take_hint(attempt_id, item_id, number, house.now())
    except RecordUnavailable as trouble:
        say("trouble", house.told(trouble))
