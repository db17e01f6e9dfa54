"""Instead of the headline, for who has been here: the next thing to do, and what waits."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import noun_for, number_of, whole_percent
from sizewise.learn.progress.next_step import NextStep, StepKind, next_step
from sizewise.learn.progress.trail import Trail
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.lists import items_html
from sizewise.ui.you import mistakes, progress

BUTTONS: Mapping[StepKind, tuple[str, str, str]] = {
    "question": ("Go on", "quiz", "play_arrow"),
    "read": ("Read on", "lesson", "menu_book"),
    "quiz": ("Take the quiz", "quiz", "task_alt"),
    "review": ("Review", "review", "event_repeat"),
}
"""What the button says, the page it opens, and its icon."""


def step_of(trail: Trail) -> NextStep:
    """What comes next, of what the library holds."""
    library = house.library()
    lessons = [library.lessons[e.id] for e in library.course.lessons if e.id in library.lessons]
    return next_step(trail, lessons, library.quizzes)


def draw(trail: Trail) -> None:
    """Draw it."""
    step, due = step_of(trail), len(progress.due_today(trail))
    title, detail = _words(trail, step)
    show_html(
        Markup(
            '<div class="back"><p class="eyebrow">Welcome back</p><h1>{}</h1><p class="lede">{}</p>'
            "<ul>{}</ul></div>"
        ).format(title, detail, items_html(_waiting(trail)))
    )
    label, page, icon = BUTTONS[step.kind]
    if step.kind == "read" and not trail.read.get(step.lesson):
        label = "Start"
    with st.container(horizontal=True, gap="small"):
        if step.kind == "review":
            button_to(label, page, key="go_on", icon=icon, primary=True)
        else:
            button_to(label, page, key="go_on", icon=icon, primary=True, lesson=step.lesson)
        if due and step.kind != "review":
            button_to(f"{due} to review", "review", key="go_review", icon="event_repeat")
        if mistakes.still_open(trail):
            button_to("Your mistakes", "mistakes", key="go_mistakes", icon="healing", plain=True)


def _words(trail: Trail, step: NextStep) -> tuple[str, str]:
    title = _title(step.lesson)
    if step.kind == "question" and step.standing:
        quiz = house.library().quizzes[step.lesson]
        asked = step.standing.attempt.item_ids
        number = asked.index(step.standing.waiting(quiz)[0]) + 1
        return f"Question {number} of {len(asked)}", f"{title}. Every answer so far is saved."
    if step.kind == "quiz":
        return "Now the quiz", f"You have read “{title}” to its end."
    if step.kind == "read":
        done = progress.of(trail, house.library().lessons[step.lesson])
        left = done.parts - len(done.read)
        if done.read and left:
            return title, f"{number_of(left, 'part')} left to read."
        return title, "The next lesson."
    return "All lessons are read", "What you learnt comes back in the review when it is due."


def _title(lesson_id: str) -> str:
    entries = house.library().course.lessons
    return next((entry.title for entry in entries if entry.id == lesson_id), lesson_id)


def _waiting(trail: Trail) -> list[str]:
    """The last score, and the mistakes that are still open."""
    said = []
    scored = [
        found.share
        for each in trail.standings
        if (quiz := house.library().quizzes.get(each.attempt.quiz_id))
        for attempt, found in trail.results(quiz)
        if attempt.id == each.attempt.id
    ]
    if scored:
        said.append(f"Last quiz: {whole_percent(scored[-1])}")
    if still := mistakes.still_open(trail):
        said.append(f"{still} {noun_for(still, 'mistake')} to revisit")
    return said
