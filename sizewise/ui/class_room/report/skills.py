"""Skills: how far each learner is with what a lesson teaches, in words and colour."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import listed, number_of
from sizewise.learn.class_room.heat_map import LEVELS, HeatRow, heat_map, level_counts
from sizewise.learn.class_room.membership import Class
from sizewise.learn.class_room.small_cells import parts
from sizewise.learn.lesson.course import Skill
from sizewise.learn.progress.mastery import MasteryLevel
from sizewise.ui import house
from sizewise.ui.class_room.report.frame import TOO_FEW, counts_of, members, on_projector
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.you.skills import LEVELS as WORDS

MARKS: Mapping[MasteryLevel, str] = {
    "new": "○",
    "started": "◔",
    "proficient": "◕",
    "mastered": "●",
}
"""A sign for each level, fuller as it rises."""


def draw(group: Class) -> None:
    """Draw the skills of one lesson for everybody."""
    learners = members(group)
    if not learners:
        return
    projector = on_projector()
    lesson = _lesson(group)
    if not lesson:
        st.markdown("There is no lesson to show skills of.")
        return
    skills = _skills(lesson)
    answers = house.journal().answers_at(*counts_of(group), [each.id for each in skills])
    rows = heat_map([each.pseudonym for each in learners], answers)
    show_html(_levels(skills, rows) if projector else _heat(skills, rows))
    st.caption(
        "Levels come from first tries since joining, worked out as on each learner's own page. "
        f"They can fall. From little to much: {listed([WORDS[each].lower() for each in LEVELS])}."
    )


def _lesson(group: Class) -> str:
    """The lesson that is chosen; at first the one that is due next, else the first."""
    titles = {
        e.id: e.title for e in house.library().course.lessons if e.id in house.library().lessons
    }
    if not titles:
        return ""
    due = [each.lesson for each in house.journal().assignments(group.id) if each.lesson in titles]
    known = one_of(tuple(titles), "the course has no such lesson.")
    start = next(iter([*due, *titles]))
    draft = Draft("class_skills", {"lesson": Parameter("the lesson", known, start)}, "class_skills")
    draft.begin()
    draft.draw_notices()
    st.selectbox(
        "Skills of the lesson",
        tuple(titles),
        format_func=lambda name: titles[name],
        **draft.widget("lesson"),
    )
    return str(draft.value("lesson"))


def _skills(lesson_id: str) -> list[Skill]:
    library = house.library()
    return [library.course.skill(each) for each in library.lessons[lesson_id].head.skills]


def _heat(skills: Sequence[Skill], rows: Sequence[HeatRow]) -> Markup:
    heads = ["Learner", *(skill.title for skill in skills)]
    lines = [
        Row(
            Markup('<span class="name">{}</span>').format(row.pseudonym),
            [_cell(row, skill.id) for skill in skills],
        )
        for row in rows
    ]
    return stacked_html(heads, lines, css="heat")


def _cell(row: HeatRow, skill: str) -> Markup:
    mastery = row.skills.get(skill)
    tries = (
        f"{mastery.right} of {number_of(mastery.first_tries, 'try', 'tries')}" if mastery else ""
    )
    return Markup("{} <small>{}</small>").format(_level(row.level(skill)), tries)


def _level(level: MasteryLevel) -> Markup:
    return Markup('<span class="level {}"><i aria-hidden="true">{}</i> {}</span>').format(
        level, MARKS[level], WORDS[level]
    )


def _levels(skills: Sequence[Skill], rows: Sequence[HeatRow]) -> Markup:
    """How many are at each level: a row for each skill."""
    lines = [_counts(skill, rows) for skill in skills]
    heads = ["Skill", *(f"{MARKS[each]} {WORDS[each]}" for each in LEVELS)]
    return stacked_html(heads, lines, css="heat")


def _counts(skill: Skill, rows: Sequence[HeatRow]) -> Row:
    cells = parts(level_counts(rows, skill.id))
    return Row(skill.title, [cell.words for cell in cells], why="" if cells else TOO_FEW)
