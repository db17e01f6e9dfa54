"""Steps are put in sequence: a list whose steps are moved up and down."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.kinds.order import sequence
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui import session
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.kit.paper import line_to_write
from sizewise.ui.question.card import card_html, gain_html, parts_html
from sizewise.ui.question.kinds.choice import key
from sizewise.ui.question.kinds.choice import paper_html as letters_html
from sizewise.ui.question.kinds.multiple import outcomes as outcomes
from sizewise.ui.question.kinds.paper import PaperRow, reasons_html

HOW = "Move the steps until they stand in the right order."
HOW_ON_PAPER = "Write the letters in the right order."
STAYS = False
ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th")


def ask(attempt_id: str, item: ShownItem) -> None:
    """Every step with a button to move it up and one to move it down."""
    now = _now(attempt_id, item)
    with st.container(key="steps", gap="small"):
        for at, step in enumerate(now):
            with st.container(
                key=f"step_{at}", horizontal=True, vertical_alignment="center", gap="small"
            ):
                show_html(_step_html(at, step))
                _button(attempt_id, item, now, at, -1)
                _button(attempt_id, item, now, at, 1)


def _now(attempt_id: str, item: ShownItem) -> list[ShownOption]:
    """The steps as they stand: as they were moved, else as they are shown at first."""
    steps = {option.id: option for option in item.options}
    moved = response(attempt_id, item).picked
    return [steps[each] for each in moved] if sorted(moved) == sorted(steps) else [*item.options]


def _step_html(at: int, step: ShownOption) -> Markup:
    return Markup('<p class="qz-step"><b>{}</b><span>{}</span></p>').format(
        at + 1, inline(step.text)
    )


def _button(attempt_id: str, item: ShownItem, now: list[ShownOption], at: int, by: int) -> None:
    """One move of a step. Its name says the step and where it stands, for those who hear it."""
    way = "up" if by < 0 else "down"
    st.button(
        f"Move {way}, now {at + 1} of {len(now)}: {escape_dollars(now[at].text)}",
        key=f"{way}_{attempt_id}_{item.id}_{now[at].id}",
        icon=f":material/arrow_{way}ward:",
        disabled=not 0 <= at + by < len(now),
        on_click=_move,
        args=(key(attempt_id, item.id), [each.id for each in now], at, at + by),
    )


def _move(name: str, steps: list[str], at: int, to: int) -> None:
    moved = [*steps]
    moved[at], moved[to] = moved[to], moved[at]
    session.put(name, ",".join(moved))


def response(attempt_id: str, item: ShownItem) -> Response:
    """The steps as they were moved; nothing while none was."""
    moved = session.get(key(attempt_id, item.id))
    return Response(picked=tuple(moved.split(","))) if moved else Response()


def told_html(item: ShownItem, response: Response, explained: Score) -> Markup:
    """The steps in the right order: where each was put, and why it stands here."""
    put = {step: ORDINALS[at] for at, step in enumerate(response.picked)}
    lines = {line.option_id: line for line in explained.lines}
    return Markup().join(
        _card(at, step, lines.get(step.id), put) for at, step in enumerate(sequence(item), start=1)
    )


def _card(at: int, step: ShownOption, line: OptionLine | None, put: Mapping[str, str]) -> Markup:
    """The first step has no one before it: it is right where the learner began with it."""
    right = line.picked if line else put.get(step.id) == ORDINALS[0]
    place = f"you put it {put[step.id]}" if step.id in put else "you did not place it"
    after = f"not right after step {at - 1}, {place}" if line else place
    return card_html(
        right=right,
        picked=True,
        say=inline(step.text),
        why=step.feedback,
        words=f"Step {at}, in order." if right else f"Step {at}: {after}.",
        gain=gain_html(line.points) if line else NO_HTML,
    )


def sum_html(_item: ShownItem, explained: Score) -> Markup:
    """How many steps follow the one before them."""
    after = "right after the one before"
    return parts_html(explained, "steps", f"stands {after}", f"stand {after}")


def solved_html(item: ShownItem) -> Markup:
    """The steps in the right order."""
    return Markup().join(
        card_html(
            right=True, picked=False, say=inline(step.text), why=step.feedback, words=f"Step {at}."
        )
        for at, step in enumerate(sequence(item), start=1)
    )


def paper_html(question: SheetQuestion) -> Markup:
    """Lettered steps, and a line for the letters."""
    return letters_html(question) + line_to_write("Right order")


def key_html(question: SheetQuestion) -> Markup:
    """The steps in the right order, each with its reason."""
    letters = {option.id: letter for letter, option in question.lettered}
    steps = sequence(question.item)
    rows = (PaperRow(letters[step.id], inline(step.text), step) for step in steps)
    return reasons_html(question, rows)
