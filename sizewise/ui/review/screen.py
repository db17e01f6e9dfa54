"""The review page: what is due, one question after the other, and what came of it."""

from datetime import datetime

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of
from sizewise.learn.progress.review import next_due
from sizewise.learn.progress.trail import Trail
from sizewise.record import RecordUnavailable
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.question import ask, instant, press
from sizewise.ui.question.keys import keys
from sizewise.ui.question.screen import question
from sizewise.ui.review import goal, rounds, sureness
from sizewise.ui.you import progress

HOW = (
    "Each question you answer comes back when you are about to forget it: a mistake tomorrow, a "
    "right answer after two days, then eleven, then weeks, at most half a year. A hint or a guess "
    "brings it back sooner. Mistakes that you were sure of come first. The days are counted by "
    "FSRS, an open method that flashcard programs use."
)


def draw() -> None:
    """Draw the question that is asked, else what is due."""
    try:
        attempt_id = rounds.going_on()
        if attempt_id:
            with st.container(key="quiz"):
                question(attempt_id)
            instant.listen()
        else:
            _overview(progress.read_trail())
    except RecordUnavailable as trouble:
        _unavailable(house.told(trouble))
    keys()


def _unavailable(message: str) -> None:
    st.title("Your answers cannot be read or saved just now", anchor=False)
    st.markdown(f"{message} {ask.keep()}")
    st.button("Try again", key="again", icon=":material/refresh:", on_click=press.again)


def _overview(trail: Trail) -> None:
    due = progress.due_today(trail)
    with st.container(key="quiz"):
        show_html(_cover(trail, len(due)))
        if due:
            count = min(len(due), rounds.MOST)
            st.button(
                f"Review {number_of(count, 'question')}",
                key="go",
                type="primary",
                width="stretch",
                on_click=rounds.start,
                args=(tuple(card.place for card in due), rounds.answered(trail)),
            )
        elif not trail.cards:
            button_to("Take a quiz", "quiz", key="to_quiz", icon="task_alt", primary=True)
        sureness.draw(trail.answers)
        if trail.cards:
            goal.draw(trail.answers)
        show_html(
            Markup(
                '<details class="how"><summary>How is this worked out?</summary><p>{}</p></details>'
            ).format(HOW)
        )


def _cover(trail: Trail, due: int) -> Markup:
    return Markup(
        '<div class="qz-start"><p class="eyebrow">Review</p>'
        '<h1 tabindex="-1" data-place="review/{}">{}</h1><p class="lede">{}</p></div>'
    ).format(due, _title(trail, due), _lede(trail, due))


def _title(trail: Trail, due: int) -> str:
    if due:
        return f"{due} to review"
    return "Nothing is due today" if trail.cards else "What you learn comes back here"


def _lede(trail: Trail, due: int) -> str:
    if not trail.cards:
        return (
            "Once you have answered questions of a quiz, they wait here until you need them again."
        )
    said = []
    done = [each for each in trail.answers if each.mode == "review" and _is_today(each.at)]
    if done:
        right = sum(each.score == 1 for each in done)
        said.append(f"Reviewed today: {len(done)}, and {right} of them right.")
    if due:
        said.append("They come from all lessons you have worked on, in turn.")
        if due > rounds.MOST:
            said.append(f"{rounds.MOST} at a time are enough.")
    elif day := next_due(trail.cards.values(), progress.key_of, house.today()):
        said.append(f"The next one comes back on {day_words(day)}.")
    return " ".join(said)


def _is_today(at: datetime) -> bool:
    return at.date() == house.today()
