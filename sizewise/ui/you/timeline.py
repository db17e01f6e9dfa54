"""What was done and what changed, day by day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.mode import MODES
from sizewise.library.kinds import MISSION
from sizewise.ui import house
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.lists import items_html
from sizewise.ui.you.attempts import WAYS, outcome
from sizewise.ui.you.skills import LEVELS

NEWEST = 7
"""Days that are shown at once; the others are folded up."""


def draw(trail: Trail) -> None:
    """Draw it, newest day first."""
    days: dict[date, list[str]] = {}
    for day, what in sorted(_events(trail), key=lambda each: each[0], reverse=True):
        days.setdefault(day, []).append(what)
    if not days:
        return
    st.header("Day by day", anchor=False)
    rows = [_day(day, said) for day, said in days.items()]
    show_html(_list(rows[:NEWEST]) + _older(rows[NEWEST:]))


def _older(rows: list[Markup]) -> Markup:
    if not rows:
        return NO_HTML
    return Markup('<details class="older"><summary>{}</summary>{}</details>').format(
        number_of(len(rows), "earlier day"), _list(rows)
    )


def _list(rows: list[Markup]) -> Markup:
    return Markup('<ol class="days">{}</ol>').format(Markup().join(rows))


def _day(day: date, said: list[str]) -> Markup:
    return Markup("<li><b>{}</b><ul>{}</ul></li>").format(day_words(day), items_html(said))


def _events(trail: Trail) -> Iterator[tuple[date, str]]:
    """Every day with a sentence for each thing; what a day's answers led to stands last."""
    yield from _read()
    yield from _quizzes(trail)
    yield from _reviews(trail)
    yield from _missions()
    yield from _changes(trail)


def _read() -> Iterator[tuple[date, str]]:
    parts: tuple[tuple[str, datetime], ...] = ()
    with house.noting_trouble():
        parts = house.journal().reading(house.learner_id())
    titles = {entry.id: entry.title for entry in house.library().course.lessons}
    for (day, lesson), count in Counter((at.date(), lesson) for lesson, at in parts).items():
        if lesson in titles:
            yield day, f"Read {number_of(count, 'part')} of “{titles[lesson]}”."


def _quizzes(trail: Trail) -> Iterator[tuple[date, str]]:
    quizzes = house.library().quizzes
    for each in trail.standings:
        attempt = each.attempt
        if MODES[attempt.mode].alone or attempt.quiz_id not in quizzes or not each.answers:
            continue
        quiz = quizzes[attempt.quiz_id]
        last = max(answer.at for answer in each.answers.values())
        title = house.facts().text(quiz.title)
        yield last.date(), f"{WAYS[attempt.mode]}, “{title}”: {outcome(each, quiz)}."


def _reviews(trail: Trail) -> Iterator[tuple[date, str]]:
    given = [each for each in trail.answers if MODES[each.mode].alone]
    for day, count in Counter(each.at.date() for each in given).items():
        right = sum(each.score == 1 for each in given if each.at.date() == day)
        yield day, f"Reviewed {number_of(count, 'question')}, {right} right."


def _missions() -> Iterator[tuple[date, str]]:
    solved: dict[str, datetime] = {}
    with house.noting_trouble():
        solved = house.journal().solving(house.learner_id())
    missions = house.library().all(MISSION)
    for mission_id, at in solved.items():
        if mission_id in missions:
            yield at.date(), f"Solved the mission “{missions[mission_id].title}”."


def _changes(trail: Trail) -> Iterator[tuple[date, str]]:
    titles = {skill.id: skill.title for skill in house.library().course.skills}
    for change in trail.changes:
        if change.skill in titles and "new" not in (change.before, change.after):
            yield change.at.date(), f"{titles[change.skill]}: {LEVELS[change.after].lower()} now."
