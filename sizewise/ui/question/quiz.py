"""The quiz page: start, questions, results. The record decides which of them is on screen."""

import streamlit as st

from sizewise.learn.quiz.attempt import Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.library import NotInLibrary
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.frame.notice import lost
from sizewise.ui.go import button_to
from sizewise.ui.question import ask, ending, instant, press, start
from sizewise.ui.question.keys import keys
from sizewise.ui.question.screen import question
from sizewise.ui.question.turn import AttemptUnknown, Turn, read
from sizewise.ui.you import progress


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
    done = _asked_for(quiz)
    if done:
        ending.draw(done)
    else:
        _go_on(quiz)
        instant.listen()
    keys()


def _go_on(quiz: Quiz) -> None:
    """The attempt that goes on; else the results of one that nobody has seen; else the start."""
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
            question(asked.attempt.id)
    elif unseen:
        _first_results(unseen)
    else:
        read = house.journal().parts_read(house.learner_id(), quiz.id)
        start.draw(quiz, trail, read=bool(read))


def _left_by_back(asked: Standing) -> bool:
    """Whether Back led from the attempt, begun in this tab, to where it was begun."""
    here = session.get(start.BEGUN) == asked.attempt.id
    return here and session.brought() and not session.query("attempt")


def _first_results(standing: Standing) -> None:
    """The results of an attempt that was finished, and left before they were asked for."""
    attempt = standing.attempt
    with house.noting_trouble():
        press.move_on(attempt.id, len(attempt.item_ids))
    ending.draw(read(attempt.id))


def _asked_for(quiz: Quiz) -> Turn | None:
    """The finished attempt in the address, when it is this learner's at this quiz."""
    wanted = session.query("attempt")
    if not wanted:
        return None
    try:
        turn = read(wanted)
    except AttemptUnknown:
        return None
    own = turn.attempt.learner_id == house.learner_id() and turn.quiz.id == quiz.id
    unwatched = turn.finished(turn.quiz) and not press.watching(wanted)
    return turn if own and (turn.over or unwatched) else None


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
