"""Every attempt at a quiz, to be opened again with all its answers as they were given."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, whole_percent
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.attempt import Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.mode import MODES, Mode
from sizewise.learn.quiz.result import result
from sizewise.ui import house
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.links import go_html

NEWEST = 6
"""Attempts that are shown at once; the others are folded up."""
HEADS = ("Quiz", "Day", "How", "Came to")
WAYS: Mapping[Mode, str] = {
    "practice": "Practice",
    "exam": "Exam",
    "missed": "Second try",
    "pretest": "Warm-up",
    "review": "Review",
}


def draw(trail: Trail) -> None:
    """Draw them, newest first; those of quizzes that are gone cannot be opened."""
    quizzes = house.library().quizzes
    rows = [
        _row(each, quizzes[each.attempt.quiz_id])
        for each in reversed(trail.standings)
        if not MODES[each.attempt.mode].alone and each.attempt.quiz_id in quizzes
    ]
    if not rows:
        return
    older = NO_HTML
    if len(rows) > NEWEST:
        older = Markup('<details class="older"><summary>{} more</summary>{}</details>').format(
            len(rows) - NEWEST, stacked_html(HEADS, rows[NEWEST:], css="attempts")
        )
    st.header("Quizzes you took", anchor=False)
    show_html(stacked_html(HEADS, rows[:NEWEST], css="attempts") + older)


def _row(standing: Standing, quiz: Quiz) -> Row:
    attempt = standing.attempt
    title = house.facts().text(quiz.title)
    done = standing.finished(quiz)
    address = {"lesson": quiz.id, "attempt": attempt.id} if done else {"lesson": quiz.id}
    return Row(
        go_html(title, "quiz", **address),
        (day_words(attempt.started_at.date()), WAYS[attempt.mode], outcome(standing, quiz)),
    )


def outcome(standing: Standing, quiz: Quiz) -> str:
    """What an attempt came to, in a few words."""
    rules, asked = MODES[standing.attempt.mode], len(standing.attempt.item_ids)
    right = sum(each.score == 1 for each in standing.answers.values())
    if not standing.finished(quiz):
        return f"goes on, {len(standing.answers)} of {asked} answered"
    if not rules.first_try:
        return f"{right} of {asked} mended"
    if not rules.counted:
        return f"{right} of {asked} right"
    found = result(quiz, standing)
    return whole_percent(found.share) + (", passed" if found.passed else "")
