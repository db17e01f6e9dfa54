"""A goal for the week that one sets oneself. Missing it costs nothing, and nobody is told."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.mode import MODES
from sizewise.ui import house, session
from sizewise.ui.kit.html import css_share, show_html

SETTING = "weekly-goal"
CHOICES = ("none", "10", "20", "40")
KEY = "goal"
FULL = "Done: what you set out to do."
OPEN = "A week that ends early costs nothing."


def draw(answers: Sequence[Answer]) -> None:
    """Draw how much of it is done, and the choice of another."""
    kept = house.journal().settings(house.learner_id()).get(SETTING, CHOICES[0])
    goal = int(kept) if kept in CHOICES[1:] else 0
    show_html(Markup('<h2 class="qz-part">My week</h2>{}').format(_so_far(answers, goal)))
    session.once(KEY, lambda: kept if kept in CHOICES else CHOICES[0])
    st.segmented_control(
        "My goal: questions a week",
        CHOICES,
        key=KEY,
        format_func=lambda choice: "No goal" if choice == "none" else choice,
        required=True,
        on_change=_change,
    )


def _so_far(answers: Sequence[Answer], goal: int) -> Markup:
    monday = house.today() - timedelta(days=house.today().weekday())
    done = sum(each.at.date() >= monday and MODES[each.mode].measured for each in answers)
    if not goal:
        return Markup("<p>{} answered since Monday.</p>").format(number_of(done, "question"))
    words = FULL if done >= goal else OPEN
    return Markup(
        '<p><b>{} of {}</b> since Monday. {}</p><div class="qz-bar" aria-hidden="true">'
        '<i style="width:{}"></i></div>'
    ).format(done, goal, words, css_share(min(1.0, done / goal)))


def _change() -> None:
    chosen = session.get(KEY)
    with house.noting_trouble():
        house.journal().change_setting(house.learner_id(), SETTING, str(chosen), house.now())
