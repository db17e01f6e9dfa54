"""Missed questions: what most got wrong, what they chose instead, and what explains it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import listed, number_of, whole_percent
from sizewise.learn.class_room.membership import Class
from sizewise.learn.class_room.missed import (
    OTHER,
    RIGHT,
    ChoiceCount,
    ItemTries,
    MissedItem,
    gone,
    most_missed,
    weak,
)
from sizewise.learn.class_room.small_cells import FEWEST, SafeCount
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.statistics.analysis import FIRM, ItemAnalysis, analyse
from sizewise.learn.progress.statistics.expectation import WEAK, expectation
from sizewise.learn.progress.statistics.sittings import sittings_marked
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds import counted
from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.template import Facts, key_version, show
from sizewise.ui import house
from sizewise.ui.class_room.report.frame import HERE, counts_of, members, more_html
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.places import links_html
from sizewise.ui.links import go_html

MOST = 10
"""Questions that are shown in full; of the others only how many missed them."""
SEED = "class"
"""Which draw of a question with numbers is shown as an example."""


class ChoiceLine(NamedTuple):
    """A choice as its bar shows it."""

    key: bool
    text: Markup
    named: Markup
    """The named mistake behind it; empty without one."""
    cell: SafeCount
    sure: str
    """The width of what was surely chosen."""
    open: str
    """The width of what may have been, beyond that."""


@dataclass(frozen=True)
class _Words:
    """What cards are written with, looked up once a draw."""

    facts: Facts
    lessons: Mapping[str, str]
    """The title of each lesson, by its id."""
    mistakes: Mapping[str, str]
    """The title of each named mistake, by its id."""

    def shown(self, item: Item) -> ShownItem:
        return show(item, SEED, self.facts, shuffle=False)

    def mistake(self, name: str | None) -> Markup:
        return inline(self.facts.text(self.mistakes.get(name or "", "")))


def _words() -> _Words:
    course = house.library().course
    return _Words(
        facts=house.facts(),
        lessons={entry.id: entry.title for entry in course.lessons},
        mistakes={each.id: each.title for each in course.misconceptions},
    )


def draw(group: Class) -> None:
    """Draw them, the most missed first."""
    if not members(group):
        return
    items = _items()
    keys = {place: key_version(item) for place, item in items.items()}
    tries = house.journal().first_tries(*counts_of(group), keys)
    found = most_missed(tries, items)
    if not tries:
        st.markdown("Nobody has answered a question of a quiz since joining.")
    elif not found:
        st.markdown(f"No question was missed by {FEWEST} learners or more.")
    else:
        st.markdown(
            f"First tries since joining. A question is listed once {FEWEST} learners have missed "
            f"it; a count under {FEWEST} is not told, nor what would give it away."
        )
        _provisional(found)
        show_html(_list(found, items, _analysed(group, found, keys)))
    _left_out(tries, items)


def _items() -> dict[ItemPlace, Item]:
    return {
        ItemPlace(quiz.id, item.id): item
        for quiz in house.library().quizzes.values()
        for item in quiz.items
    }


def _provisional(found: Iterable[MissedItem]) -> None:
    if any(each.tries.provisional for each in found):
        show_html(
            Markup('<p><span class="stamp">provisional: under {} learners</span></p>').format(FIRM)
        )


def _left_out(tries: Sequence[ItemTries], items: Mapping[ItemPlace, Item]) -> None:
    away = gone(tries, items)
    if away:
        st.caption(f"Not listed: {number_of(away, 'question')} answered, not in the course today.")


def _analysed(
    group: Class, found: Sequence[MissedItem], keys: Mapping[ItemPlace, str]
) -> dict[ItemPlace, ItemAnalysis]:
    """The statistics of every item of the quizzes that are shown in full."""
    quizzes = {each.tries.place.quiz_id for each in found[:MOST]}
    return {
        ItemPlace(quiz, item.item_id): item
        for quiz, marks in house.journal().marks(*counts_of(group), quizzes, keys).items()
        for item in analyse(sittings_marked(marks), _worth(quiz)).items
    }


def _worth(quiz_id: str) -> dict[str, float]:
    return {item.id: 1.0 for item in counted(house.library().quizzes[quiz_id].items)}


def _weak(missed: MissedItem, item: Item, found: ItemAnalysis | None, facts: Facts) -> str:
    """Why an item wants to be mended; empty where it does not, or nobody can say."""
    if found is None:
        return ""
    return listed([WEAK[each] for each in weak(missed, found, expectation(item, facts))])


def _list(
    found: Sequence[MissedItem],
    items: Mapping[ItemPlace, Item],
    analysed: Mapping[ItemPlace, ItemAnalysis],
) -> Markup:
    words = _words()
    cards = [
        _card(each, items[each.tries.place], words, analysed.get(each.tries.place))
        for each in found[:MOST]
    ]
    rest = ((inline(words.shown(items[each.tries.place]).stem), _of(each)) for each in found[MOST:])
    return Markup('<ol class="missed">{}</ol>').format(Markup().join(cards)) + more_html(rest)


def _of(missed: MissedItem) -> str:
    return f"{missed.missed.words} of {missed.tries.tries}"


def _card(missed: MissedItem, item: Item, words: _Words, analysed: ItemAnalysis | None) -> Markup:
    shown, quiz = words.shown(item), missed.tries.place.quiz_id
    return filled(
        HERE / "missed.html",
        quiz=go_html(words.lessons.get(quiz, quiz), "lesson", lesson=quiz),
        stem=inline(shown.stem),
        example=item.parametrised,
        missed=missed.missed.words,
        tries=missed.tries.tries,
        beside=_beside(missed, item),
        weak=_weak(missed, item, analysed, words.facts),
        choices=[_line(each, shown, missed.tries.tries, words) for each in missed.choices],
        older=_older(missed.tries),
        links=links_html("Explained in:", item.references),
    )


def _beside(missed: MissedItem, item: Item) -> str:
    """What its author expected, beside what came: only where the count itself may be told."""
    expected = item.expected_facility
    if expected is None or not missed.missed.exact:
        return ""
    right = 1 - missed.missed.low / missed.tries.tries
    return f"{whole_percent(right)} right, {whole_percent(expected)} expected"


def _older(tries: ItemTries) -> str:
    if not tries.older:
        return ""
    return "Answers to an earlier version of the question, with another right answer, do not count."


def _line(choice: ChoiceCount, shown: ShownItem, tries: int, words: _Words) -> ChoiceLine:
    text, mistake = _said(choice, shown)
    cell = choice.chosen
    least = 0 if cell.small else cell.low
    return ChoiceLine(
        key=choice.key,
        text=text,
        named=words.mistake(mistake),
        cell=cell,
        sure=css_share(least / tries),
        open=css_share((cell.high - least) / tries),
    )


def _said(choice: ChoiceCount, shown: ShownItem) -> tuple[Markup, str | None]:
    """The words of a choice, and the mistake behind it."""
    option = next((each for each in shown.options if each.id == choice.id), None)
    if option:
        return inline(option.text), option.misconception
    if choice.id == RIGHT:
        return inline(shown.answer.text if shown.answer else "the right number"), None
    if choice.id == OTHER:
        return Markup("something else"), None
    return Markup("another number"), choice.id
