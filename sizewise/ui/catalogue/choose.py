"""The page that helps to choose: six questions, then the models that fit, with their reasons."""

import streamlit as st
from markupsafe import Markup

from sizewise.library.kinds import CHOOSE
from sizewise.sizing.choose.choose import Recommendation, WayOut, choose, left_out, ways_out
from sizewise.sizing.choose.decision import DecisionQuestion, DecisionTable
from sizewise.ui import house, links
from sizewise.ui.catalogue.advice import (
    first_html,
    left_out_html,
    plan_address,
    ranks_html,
    way_words,
)
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import escape_dollars

SIDE_BY_SIDE = 3


def draw() -> None:
    """Draw the page."""
    links.follow()
    table = house.library().one(CHOOSE)
    if table is None:
        lost(
            "This page is being repaired",
            "The file with its questions has a mistake. The catalogue works as usual.",
            out="See all models",
            page="models",
            icon="view_list",
        )
        return
    st.title("Choose a model", anchor=False)
    show_html(
        Markup(
            '<p class="lede wide-lede">'
            "Answer what you know. The list follows each answer, and says why.</p>"
        )
    )
    asked = _draft(table)
    asked.begin()
    _choice(table, asked)


@st.fragment
def _choice(table: DecisionTable, asked: Draft) -> None:
    """An answer redraws only this."""
    questions, found = st.columns([6, 5], gap="large")
    with questions:
        asked.draw_notices()
        for each in table.questions:
            _ask(each, asked)
    answers = {name: answer for name, answer in asked.values().items() if answer}
    catalogue, day = house.library().catalogue, house.today()
    ranked = choose(answers, table, catalogue, day)
    with found, st.container(key="chs_found"):
        _head(len(answers), asked)
        if ranked and not ranked[0].ends_soon:
            _first(ranked, len(answers))
        else:
            _relax(bool(ranked), ways_out(answers, table, catalogue, day), asked)
    out = left_out(answers, table, catalogue, day)
    title = Markup("<h2>{}</h2>").format(_fit_words(len(ranked), len(catalogue.profiles)))
    show_html(
        Markup('<div class="chs">{}{}{}</div>').format(
            title, ranks_html(ranked, day), left_out_html(out)
        )
    )


def _fit_words(fit: int, total: int) -> str:
    return f"{fit} of {total} models fit"


def _draft(table: DecisionTable) -> Draft:
    missing = "there is no such answer."
    return Draft(
        "chs",
        {
            each.id: Parameter(
                f"the answer on {each.topic.lower()}",
                one_of([option.id for option in each.options], missing),
                None,
            )
            for each in table.questions
        },
    )


def _ask(question: DecisionQuestion, asked: Draft) -> None:
    texts = {option.id: escape_dollars(option.text) for option in question.options}
    st.radio(
        escape_dollars(question.ask),
        list(texts),
        index=None,
        format_func=texts.__getitem__,
        help=escape_dollars(question.hint) if question.hint else None,
        width="stretch",
        **asked.widget(question.id),
    )


def _head(answered: int, asked: Draft) -> None:
    total = len(asked.values())
    with st.container(horizontal=True, vertical_alignment="center", key="chs_head"):
        show_html(
            Markup('<p class="meta" role="status">{} of {} answered</p>').format(answered, total)
        )
        if answered:
            st.button(
                "Start again",
                key="chs_again",
                type="tertiary",
                icon=":material/restart_alt:",
                on_click=asked.give,
                kwargs=dict.fromkeys(asked.values()),
            )


def _relax(some_fit: bool, ways: tuple[WayOut, ...], asked: Draft) -> None:
    """Why there is no first choice, and a button for each way to one."""
    why = (
        "Every model that fits all of this ends soon." if some_fit else "No model fits all of this."
    )
    out = "Change an answer:" if ways else "Come back when the catalogue has other models."
    st.warning(f"{why} {out}", icon=":material/search_off:")
    with st.container(key="chs_ways"):
        for number, way in enumerate(ways):
            st.button(
                escape_dollars(way_words(way)),
                key=f"chs_way_{number}",
                on_click=asked.give,
                kwargs={each.id: option.id if option else None for each, option in way.changes},
            )


def _first(ranked: tuple[Recommendation, ...], answered: int) -> None:
    first = ranked[0]
    show_html(first_html(first, house.today(), answered))
    with st.container(horizontal=True, gap="small", key="chs_go"):
        if first.per_month is not None:
            button_to(
                "Plan a year with it",
                "lab",
                key="chs_plan",
                icon="event_upcoming",
                primary=True,
                **plan_address(first),
            )
        if len(ranked) > 1:
            ids = ",".join(each.profile.id for each in ranked[:SIDE_BY_SIDE])
            button_to(
                "Compare the first ones",
                "compare",
                key="chs_compare",
                icon="compare_arrows",
                models=ids,
            )
