"""Things are matched: a select box for each."""

import re
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.kinds.match import given, pairs
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui import session
from sizewise.ui.kit.markdown import escape_dollars, inline
from sizewise.ui.question.card import card_html, gain_html, parts_html
from sizewise.ui.question.kinds.choice import key
from sizewise.ui.question.kinds.choice import paper_html as letters_html
from sizewise.ui.question.kinds.multiple import outcomes as outcomes
from sizewise.ui.question.kinds.paper import PaperRow, reasons_html

HOW = "Choose what belongs to each."
HOW_ON_PAPER = "Write the letter of what belongs to each."
STAYS = False


def ask(attempt_id: str, item: ShownItem) -> None:
    """A select box for each, with every option in it. No Markdown is read there."""
    texts = {option.id: re.sub(r"[*`]", "", option.text) for option in item.options}
    with st.container(key="pairs", gap="small"):
        for pair in pairs(item):
            st.selectbox(
                escape_dollars(pair.matches or ""),
                list(texts),
                index=None,
                key=key(attempt_id, item.id, pair.id),
                format_func=texts.__getitem__,
                on_change="ignore",
                placeholder="Choose one",
                filter_mode=None,
            )


def response(attempt_id: str, item: ShownItem) -> Response:
    """What was chosen for each, where something was."""
    chosen = {pair.id: session.get(key(attempt_id, item.id, pair.id)) for pair in pairs(item)}
    return Response(matched=tuple((pair, each) for pair, each in chosen.items() if each))


def told_html(item: ShownItem, response: Response, explained: Score) -> Markup:
    """What belongs to each, what was chosen instead, and why."""
    chosen = given(item, response)
    lines = {line.option_id: line for line in explained.lines}
    cards = (_card(pair, chosen, lines[pair.id]) for pair in pairs(item) if pair.id in lines)
    return Markup().join(cards) + _spare_html(item)


def _card(pair: ShownOption, chosen: Mapping[str, ShownOption], line: OptionLine) -> Markup:
    other = chosen.get(pair.id)
    wrong = other if other and not line.picked else None
    return card_html(
        right=line.picked,
        picked=True,
        say=_pair_html(pair),
        why="\n\n".join(_reasons(pair, wrong)),
        words="" if line.picked else f"The right pair; you chose {'another' if other else 'none'}.",
        gain=gain_html(line.points),
    )


def _reasons(pair: ShownOption, wrong: ShownOption | None) -> list[str]:
    """Why it belongs there, and what the option that was chosen instead belongs to."""
    instead = [f"You chose “{wrong.text}”. {wrong.feedback or ''}"] if wrong else []
    return [pair.feedback or "", *instead]


def _pair_html(pair: ShownOption) -> Markup:
    return Markup('<span class="qz-pair">{} <i aria-hidden="true">→</i> {}</span>').format(
        inline(pair.matches or ""), inline(pair.text)
    )


def _spare_html(item: ShownItem) -> Markup:
    """The options that fit nothing."""
    return Markup().join(
        card_html(
            right=False,
            picked=False,
            say=inline(option.text),
            why=option.feedback,
            words="Fits none of them.",
        )
        for option in item.distractors
    )


def sum_html(_item: ShownItem, explained: Score) -> Markup:
    """How many pairs are right."""
    return parts_html(explained, "pairs", "is right", "are right")


def solved_html(item: ShownItem) -> Markup:
    """Every pair, and what fits nothing."""
    pairs_ = Markup().join(
        card_html(right=True, picked=False, say=_pair_html(pair), why=pair.feedback)
        for pair in pairs(item)
    )
    return pairs_ + _spare_html(item)


def paper_html(question: SheetQuestion) -> Markup:
    """Everything to match, each with a line for a letter, above the lettered options."""
    asked = Markup().join(
        Markup('<li><b class="no">{}</b><i class="rule"></i><span>{}</span></li>').format(
            at, inline(pair.matches or "")
        )
        for at, pair in enumerate(pairs(question.item), start=1)
    )
    return Markup('<ol class="to-match" role="list">{}</ol>{}').format(
        asked, letters_html(question)
    )


def key_html(question: SheetQuestion) -> Markup:
    """Every pair with its reason, and why the rest fits nothing."""
    letters = {option.id: letter for letter, option in question.lettered}
    asked = (
        PaperRow(letters[pair.id], Markup("<b>{}</b> {}").format(at, _pair_html(pair)), pair)
        for at, pair in enumerate(pairs(question.item), start=1)
    )
    spare = (PaperRow(letters[o.id], inline(o.text), o) for o in question.item.distractors)
    return reasons_html(question, (*asked, *spare))
