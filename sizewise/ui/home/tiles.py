"""Three tiles: where the learner left off, the quiz, the lab."""

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of, whole_percent
from sizewise.learn.lesson.course import LessonEntry
from sizewise.learn.progress.trail import Progress, Trail, minutes_left
from sizewise.learn.quiz.item import Quiz
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.home.returning import step_of
from sizewise.ui.kit.html import show_html
from sizewise.ui.you import progress


def draw(trail: Trail) -> None:
    """Draw them, when there is a lesson to read."""
    entry = _next_lesson(trail)
    if entry is None:
        return
    done = progress.of(trail, house.library().lessons[entry.id])
    reading, quiz, lab = st.columns(3, gap="medium")
    with reading, st.container(key="tile_lesson", height="stretch"):
        _reading_tile(entry, done)
    with quiz, st.container(key="tile_quiz", height="stretch"):
        _quiz_tile(entry, done)
    with lab, st.container(key="tile_lab", height="stretch"):
        _tile("Price a prompt", "Your own words", "See the tokens, then the bill, for five models.")
        button_to("Open the lab", "lab", key="go_lab", icon="calculate", wide=True)


def _next_lesson(trail: Trail) -> LessonEntry | None:
    """The lesson of the next step, or the first of the course."""
    lessons = house.library().lessons
    ready = [entry for entry in house.library().course.lessons if entry.id in lessons]
    wanted = step_of(trail).lesson
    return next((each for each in ready if each.id == wanted), ready[0] if ready else None)


def _tile(cap: str, big: str, detail: str) -> None:
    show_html(
        Markup('<p class="cap">{}</p><h2 class="big">{}</h2><p class="cap">{}</p>').format(
            cap, big, detail
        )
    )


def _reading_tile(entry: LessonEntry, done: Progress) -> None:
    left = minutes_left(entry, done)
    cap = "Pick up where you left off" if done.read and left else "Read"
    title = entry.title if entry.title.endswith(("?", "!")) else f"{entry.title}."
    detail = f"{title} " + (f"{number_of(left, 'minute')} left." if left else "Read to the end.")
    number = house.library().course.lessons.index(entry) + 1
    _tile(cap, f"Lesson {number}", detail)
    label = "Continue" if done.read and left else ("Read again" if not left else "Start")
    button_to(
        label,
        "lesson",
        key="go_lesson",
        lesson=entry.id,
        primary=True,
        icon="arrow_forward",
        wide=True,
    )


def _quiz_tile(entry: LessonEntry, done: Progress) -> None:
    quiz = house.library().quizzes.get(entry.id)
    if quiz is None:
        return
    cap, big, detail, label = quiz_words(quiz, done)
    _tile(cap, big, detail)
    button_to(label, "quiz", key="go_quiz", lesson=entry.id, icon="task_alt", wide=True)


def quiz_words(quiz: Quiz, done: Progress) -> tuple[str, str, str, str]:
    """What the tile of a quiz says: its caption, its headline, its detail and its button."""
    if done.begun:
        asked = done.begun.attempt.item_ids
        number = asked.index(done.begun.waiting(quiz)[0]) + 1
        where = f"Question {number} of {len(asked)}"
        return "Quiz in progress", where, "Every answer so far is saved.", "Go on"
    if done.best is not None:
        detail = "Passed." if done.passed else f"{whole_percent(quiz.pass_mark)} passes."
        return "Your best quiz", f"{whole_percent(done.best)} of points", detail, "Take it again"
    count = f"{quiz.draw.count} questions"
    return "Check yourself", count, "Every answer is explained at once.", "Take the quiz"
