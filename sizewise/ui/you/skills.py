"""Every skill with its level, what it rests on, and what is missing."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of
from sizewise.learn.lesson.course import LessonEntry, Skill
from sizewise.learn.progress.mastery import Mastery, MasteryLevel
from sizewise.learn.progress.trail import Trail
from sizewise.ui import house
from sizewise.ui.kit.html import css_share, filled, show_html

HERE = Path(__file__).parent
LEVELS: Mapping[MasteryLevel, str] = {
    "new": "Not tried yet",
    "started": "Started",
    "proficient": "Proficient",
    "mastered": "Mastered",
}


def draw(trail: Trail) -> None:
    """Draw the skills of every lesson."""
    st.header("What you can do", anchor=False)
    for number, entry in enumerate(house.library().course.lessons, start=1):
        if entry.id in house.library().lessons:
            show_html(_lesson(number, entry, trail))


def _lesson(number: int, entry: LessonEntry, trail: Trail) -> Markup:
    """A lesson's skills, folded up until one of them was tried."""
    course = house.library().course
    skills = [course.skill(each) for each in house.library().lessons[entry.id].head.skills]
    tried = sum(skill.id in trail.skills for skill in skills)
    rows = Markup().join(_skill(skill, trail) for skill in skills)
    count = f"{tried} of {len(skills)} skills tried" if tried else f"{len(skills)} skills"
    return Markup(
        '<details class="skill-group"{}><summary><h3>{}. {}</h3><span>{}</span>'
        '</summary><ul class="skills">{}</ul></details>'
    ).format(" open" if tried else "", number, entry.title, count, rows)


def _skill(skill: Skill, trail: Trail) -> Markup:
    mastery = trail.skills.get(skill.id)
    level = mastery.level if mastery else "new"
    return filled(
        HERE / "skill.html",
        title=skill.title,
        level=LEVELS[level],
        objective=skill.objective,
        full=" full" if level == "mastered" else "",
        width=css_share(mastery.probability if mastery else 0),
        evidence=_evidence(mastery, trail) if mastery else "",
    )


def _evidence(mastery: Mastery, trail: Trail) -> str:
    """What the level rests on, and what is missing to the next."""
    tries = number_of(mastery.first_tries, "first try", "first tries")
    return f"{mastery.right} of {tries} right. {_missing(mastery, trail)}".strip()


def _missing(mastery: Mastery, trail: Trail) -> str:
    if mastery.level == "mastered":
        return ""
    if mastery.level == "proficient":
        return f"To master it: right on a review, {_next_review(mastery.skill, trail)}."
    return f"{number_of(mastery.missing, 'more right answer')} to be proficient."


def _next_review(skill: str, trail: Trail) -> str:
    days = [card.due for card in trail.cards.values() if card.last.skill == skill]
    day = min(days, default=house.today())
    return f"due on {day_words(day)}" if day > house.today() else "which is due now"
