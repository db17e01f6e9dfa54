"""The quiz page: start, questions, results. The record decides which of them is on screen."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.attempt import Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.library import NotInLibrary
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.frame.notice import asked_in_vain, lost
from sizewise.ui.go import button_to
from sizewise.ui.kit.markdown import inline
from sizewise.ui.links import href
from sizewise.ui.question import ask, ending, instant, press, start
from sizewise.ui.question.keys import keys
from sizewise.ui.question.screen import question
from sizewise.ui.question.turn import AttemptUnknown, Turn, read
from sizewise.ui.you import progress

NOT_YOURS = (
    "The attempt of this address is not here: it was made in another browser, or it was deleted. "
    "Its results can be seen where it was made."
)
"""What is said to whoever was sent somebody's address."""
QUIZ_GONE = "The attempt of this address was made at a quiz that is not here any more."
OTHER_QUIZ = Markup(
    'The attempt of this address was made at another quiz: <a href="{}" target="_self">{}</a>'
)
"""What is said of an attempt of one's own: where it goes on, or its results are."""


def draw() -> None:
    """Draw the quiz that the address names, or the first one of the course."""
    try:
        library = house.library()
        quiz = library.quiz(session.query("lesson") or house.lesson_or_quiz(library.quizzes))
    except NotInLibrary as error:
        lost("This quiz is not here", str(error))
        return
    try:
        _draw(quiz)
    except RecordUnavailable as trouble:
        _unavailable(quiz, house.told(trouble))


def _draw(quiz: Quiz) -> None:
    session.set_query(lesson=quiz.id)
    wanted = session.query("attempt")
    named = _named(wanted) if wanted else None
    if named and named.quiz.id == quiz.id and _to_be_seen(named):
        ending.draw(named)
    else:
        _go_on(quiz, _in_vain(quiz, wanted, named) if wanted else ())
        instant.listen()
    keys()


def _go_on(quiz: Quiz, told: Sequence[str]) -> None:
    """The attempt that goes on; else the results of one that nobody has seen; else the start.

    Above it is `told` what the address asked for and could not get.
    """
    trail = progress.trail_at(quiz)
    asked, newest = trail.going_on(quiz), trail.newest(quiz)
    if asked and _left_by_back(asked):
        start.draw_again(quiz, asked)
        return
    unseen = newest if newest and newest.answers and not newest.passed_all else None
    if unseen and press.watching(unseen.attempt.id):
        asked = unseen  # its last answer is being explained here
    if asked:
        session.set_query(attempt=asked.attempt.id)
        with st.container(key="quiz"):
            asked_in_vain(told)
            question(asked.attempt.id)
    elif unseen:
        _first_results(unseen, told)
    else:
        read = house.journal().parts_read(house.learner_id(), quiz.id)
        start.draw(quiz, trail, told, read=bool(read))


def _left_by_back(asked: Standing) -> bool:
    """Whether Back led from the attempt, begun in this tab, to where it was begun."""
    here = session.get(start.BEGUN) == asked.attempt.id
    return here and session.brought() and not session.query("attempt")


def _first_results(standing: Standing, told: Sequence[str]) -> None:
    """The results of an attempt that was finished, and left before they were asked for."""
    attempt = standing.attempt
    with house.noting_trouble():
        press.move_on(attempt.id, len(attempt.item_ids))
    if told:  # said once: from now on the address names what is shown
        session.set_query(attempt=attempt.id)
    ending.draw(read(attempt.id), told)


def _named(wanted: str) -> Turn | None:
    """The attempt in the address, when it is this learner's, at whichever quiz."""
    try:
        turn = read(wanted)
    except (AttemptUnknown, NotInLibrary):
        return None
    return turn if turn.attempt.learner_id == house.learner_id() else None


def _to_be_seen(turn: Turn) -> bool:
    """Whether an attempt is finished, and its results are what is left to show."""
    return turn.over or (turn.finished(turn.quiz) and not press.watching(turn.attempt.id))


def _in_vain(quiz: Quiz, wanted: str, named: Turn | None) -> Sequence[str]:
    """What to say where the page of a quiz cannot show the attempt in the address."""
    if named is None:
        found = house.journal().standing(wanted)
        own = found is not None and found.attempt.learner_id == house.learner_id()
        return (QUIZ_GONE if own else NOT_YOURS,)
    if named.quiz.id == quiz.id:  # it goes on here, or is a review's
        return ()
    title = inline(house.facts().text(named.quiz.title))
    its = href("quiz", lesson=named.quiz.id, attempt=named.attempt.id)
    return (OTHER_QUIZ.format(its, title),)


def _unavailable(quiz: Quiz, message: str) -> None:
    st.title("Your answers cannot be saved just now", anchor=False)
    st.markdown(f"{message} {ask.keep()}")
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Try again",
            key="again",
            type="primary",
            icon=":material/refresh:",
            on_click=press.again,
        )
        button_to("Read the lesson", "lesson", key="to_lesson", icon="menu_book", lesson=quiz.id)
