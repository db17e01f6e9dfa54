"""Named mistakes: which ones I make, how often, whether they are mended, and what mends them."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of
from sizewise.learn.lesson.course import Misconception
from sizewise.learn.progress.mistakes import MadeMistake, MistakeState, made
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.places import links_html
from sizewise.ui.links import follow
from sizewise.ui.you import progress

SINCE: Mapping[MistakeState, str] = {
    "open": "Not yet avoided since.",
    "mending": "Avoided once since: once more, and it is mended.",
    "mended": "Not any more: avoided {avoided} since.",
}


def of(trail: Trail) -> list[MadeMistake]:
    """The mistakes that a learner made and the course still names."""
    known = {each.id for each in house.library().course.misconceptions}
    return [each for each in made(trail.answers, _offered()) if each.id in known]


def still_open(trail: Trail) -> int:
    """How many of them are not mended."""
    return sum(each.state != "mended" for each in of(trail))


def _offered() -> dict[ItemPlace, frozenset[str]]:
    return {
        ItemPlace(quiz.id, item.id): frozenset(item.misconceptions)
        for quiz in house.library().quizzes.values()
        for item in quiz.items
    }


def draw_summary(trail: Trail) -> None:
    """Draw how many were met and mended, with the way to all of them."""
    met = of(trail)
    if met:
        mended = sum(each.state == "mended" for each in met)
        st.header("Mistakes with a name", anchor=False)
        st.markdown(f"{len(met)} met, {mended} mended.")
        button_to("See your mistakes", "mistakes", key="to_mistakes", icon="healing")


def draw() -> None:
    """Draw the page of all of them."""
    st.title("Your mistakes", anchor=False)
    trail = progress.trail()
    house.record_notice()
    met = of(trail)
    if not met:
        st.markdown(
            "None yet. Most wrong answers in our quizzes are mistakes that many people make, and "
            "they have names. The ones you make are kept here until they are mended."
        )
        button_to("Take a quiz", "quiz", key="to_quiz", icon="task_alt", primary=True)
        return
    st.markdown(
        "Mistakes have names here because many people make them. One is mended when you avoid it "
        "twice where it was on offer. Nobody but you sees this page."
    )
    show_html(Markup('<ul class="mistakes">{}</ul>').format(Markup().join(map(_mistake, met))))
    follow()


def _mistake(made: MadeMistake) -> Markup:
    mistake = house.library().course.misconception(made.id)
    return Markup('<li class="{}"><h2>{}</h2><p class="facts">{}</p><p>{}</p>{}</li>').format(
        made.state,
        inline(_filled(mistake.title)),
        _facts(made),
        inline(_filled(mistake.repair)),
        links_html("Mend it:", _mends(mistake, made)),
    )


def _facts(made: MadeMistake) -> str:
    times = "once" if made.times == 1 else number_of(made.times, "time")
    often = f"Made {times}, last on {day_words(made.last.date())}."
    avoided = number_of(made.avoided, "time")
    return f"{often} {SINCE[made.state].format(avoided=avoided)}"


def _mends(mistake: Misconception, made: MadeMistake) -> list[Reference]:
    """Where the item that caught it sends its learner; else where any item with it does."""
    quizzes = house.library().quizzes.values()
    with_it = [
        (ItemPlace(quiz.id, item.id) != made.place, item)
        for quiz in quizzes
        for item in quiz.items
        if mistake.id in item.misconceptions and item.references
    ]
    with_it.sort(key=lambda each: each[0])
    return list(with_it[0][1].references) if with_it else []


def _filled(text: str) -> str:
    return house.facts().text(text) if "{{" in text else text
