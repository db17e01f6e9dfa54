"""The headline in tokens, what the course offers, and the two ways in."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.course import Course, LessonEntry
from sizewise.sizing.tokens.chips import Chip, Chips
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.kit.chips import chips_html
from sizewise.ui.kit.html import show_html

_PIECES = (
    ("Match", 9369),
    (" the", 290),
    (" model", 2359),
    (" to", 316),
    (" the", 290),
    (" task", 5296),
    (".", 13),
)
HEADLINE = Chips(
    tuple(Chip(text, (number,), text.encode()) for text, number in _PIECES), len(_PIECES), 0
)
"""The headline as o200k_base cuts it. A test holds it against the tokenizer, which takes a third
of a second to load: too long for the first thing a learner sees."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def draw(course: Course, first: str) -> None:
    """Draw it; `first` is the lesson to start with, empty when there is none."""
    said = "".join(chip.text for chip in HEADLINE.shown)
    count = NUMBERS[HEADLINE.total]
    show_html(
        Markup(
            '<div class="hero"><p class="eyebrow">{} · free</p><h1>'
            '<span class="only-heard">{}</span>{}</h1><p class="lede">'
            "You just read {} tokens. Learn what they cost, which AI model to pick, and how "
            "to prove that the small one is good enough.</p></div>"
        ).format(_offer(course.lessons), said, chips_html(HEADLINE, ids=True), count)
    )
    with st.container(horizontal=True, gap="small"):
        if first:
            button_to(
                "Start the first lesson",
                "lesson",
                key="hero_start",
                lesson=first,
                primary=True,
                icon="play_arrow",
            )
        button_to("Open the cost lab", "lab", key="hero_lab", icon="calculate")
    show_html(Markup('<p class="fine">No account. No ads. No timer. {}</p>').format(_where_kept()))


def _offer(entries: Sequence[LessonEntry]) -> str:
    """How much there is to learn."""
    ready = [entry for entry in entries if entry.status == "ready"]
    if len(ready) < len(entries):
        return f"{len(ready)} of {len(entries)} lessons ready"
    return f"{len(ready)} lessons, {sum(entry.minutes for entry in ready)} minutes"


def _where_kept() -> str:
    if house.shared():
        return "Your progress is kept under a random number, without your name."
    return "Your progress stays on this computer."
