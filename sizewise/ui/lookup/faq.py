"""Questions and answers: what people ask about choosing and budgeting, and about this app."""

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lookup.faq import Faq, FaqEntry, FaqTopic
from sizewise.library.kinds import FAQ
from sizewise.ui import house, links, session
from sizewise.ui.frame import search, theme
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import places
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.prose import GlossedText
from sizewise.ui.links import go_html

HERE = Path(__file__).parent

_MANY = 3
"""Up to so many answers that a search finds are open at once."""


def draw() -> None:
    """Draw the question that the address names, and below it all of them."""
    links.follow()
    faq, asked = house.library().one(FAQ) or Faq(), session.query("ask")
    entry = next((each for each in faq.entries if each.id == asked), None)
    st.title("Questions and answers", anchor=False)
    show_html(_lede_html() if entry is None else _asked_html(entry))
    sought = search.draft("faq")
    sought.begin()
    _list(faq, sought)
    theme.arrive("[data-testid=stMain] h1" if entry is None else ".sought h2", f"faq/{asked}")


def _lede_html() -> Markup:
    return Markup(
        '<p class="lede">'
        "What people ask about choosing a model, about its bill, and about this app."
        "</p>"
    )


def _asked_html(entry: FaqEntry) -> Markup:
    """The question that a link asks for."""
    return Markup('<p class="crumb">{}</p><section class="sought"><h2>{}</h2>{}</section>').format(
        go_html("All questions", "faq"),
        inline(house.facts().text(entry.question)),
        _answer_html(entry, "asked"),
    )


@st.fragment
def _list(faq: Faq, asked: Draft) -> None:
    """A search redraws only the questions."""
    if not faq.topics:
        st.info("The questions are being repaired.", icon=":material/help:")
        return
    sought = search.field("Search questions and answers", asked)
    found = faq.matching(sought)
    number = len(found.entries)
    few = bool(sought) and number <= _MANY
    show_html(
        Markup('<p class="found" role="status">{}</p>').format(_count(number, len(faq.entries)))
    )
    show_html(Markup().join(topic_html(topic, few) for topic in found.topics))
    if not found.topics:
        search.nothing_found(asked)


def _count(found: int, total: int) -> str:
    return f"{total} questions" if found == total else f"{found} of {total} questions"


def topic_html(topic: FaqTopic, is_open: bool) -> Markup:
    """A topic's questions; each opens by itself, or all are open."""
    entries = Markup().join(_entry_html(entry, is_open) for entry in topic.entries)
    return Markup('<section class="faq"><h2>{}</h2>{}</section>').format(
        inline(topic.title), entries
    )


def _entry_html(entry: FaqEntry, is_open: bool) -> Markup:
    return filled(
        HERE / "answer.html",
        opened=is_open,
        question=inline(house.facts().text(entry.question)),
        answer=_answer_html(entry, "note"),
        link=_link_html(entry),
    )


def _answer_html(entry: FaqEntry, place: str) -> Markup:
    answer = GlossedText(f"{place}-{entry.id}", house.library().glossary).html(entry.answer)
    return answer + places.links_html("Read on in", entry.references)


def _link_html(entry: FaqEntry) -> Markup:
    return go_html("Link to this answer", "faq", "faq-link", ask=entry.id)
