"""The list of all models: what to search for, and the rows that are left."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.ui import house
from sizewise.ui.catalogue import filters as choice
from sizewise.ui.catalogue.filters import Filters
from sizewise.ui.catalogue.rows import table_html
from sizewise.ui.catalogue.words import CALL, CALL_NOTE
from sizewise.ui.frame.draft import Draft
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import checked_html

MOST_SIDE_BY_SIDE = 4

Choice = TypeVar("Choice", bound=str)


def draw() -> None:
    """Draw the list."""
    profiles = tuple(house.library().catalogue.profiles.values())
    st.title("Model catalogue", anchor=False)
    show_html(
        Markup(
            '<p class="lede wide-lede">'
            "What each model costs, how much fits, when it goes, and what could not be settled."
            "</p>{}"
        ).format(_oldest_html(profiles))
    )
    asked = draft()
    asked.begin()
    _list(profiles, asked)


def _oldest_html(profiles: tuple[ModelProfile, ...]) -> Markup:
    days = [each.file.prices_checked_on for each in profiles]
    stamp = checked_html("price", min(days), house.today(), "prices checked") if days else Markup()
    return Markup(
        '<p class="meta">{}<span>Rates are US dollars per million tokens.</span></p>'
    ).format(stamp)


@st.fragment
def _list(profiles: tuple[ModelProfile, ...], asked: Draft) -> None:
    """A filter redraws only the list."""
    _ask(sorted({each.file.maker for each in profiles}), asked)
    asked.draw_notices()
    found = Filters(**asked.values())
    _draw_found(choice.shown(profiles, found, house.today()), len(profiles), asked)


def draft() -> Draft:
    """The filters between two draws. Who comes from another page finds the last ones again."""
    profiles = house.library().catalogue.profiles.values()
    return Draft("cat", choice.parameters({each.file.maker for each in profiles}))


def _ask(makers: list[str], asked: Draft) -> None:
    name, order = st.columns([3, 2])
    with name:
        st.text_input(
            "Search by name or maker",
            max_chars=choice.LONGEST_SEARCH,
            live=True,
            icon=":material/search:",
            autocomplete="off",
            **asked.widget("search"),
        )
    with order:
        st.selectbox(
            "Sort by",
            list(choice.SORTS),
            format_func=choice.SORTS.__getitem__,
            **asked.widget("sort"),
        )
    sizes, abilities = st.columns([4, 9])
    with sizes:
        _pills("Size", "size", choice.SIZES, asked)
    with abilities:
        _pills("Abilities", "can", choice.ABILITIES, asked)
    further = any(asked.value(name) for name in ("maker", "status", "most"))
    with st.expander("Maker, status, price", icon=":material/tune:", expanded=further):
        _ask_further(makers, asked)


def _ask_further(makers: list[str], asked: Draft) -> None:
    who, price = st.columns([3, 2])
    with who:
        st.multiselect("Maker", makers, placeholder="All makers", **asked.widget("maker"))
    with price:
        st.number_input(
            "At most, dollars per million input tokens",
            0.0,
            float(choice.MOST_RATE),
            placeholder="Any price",
            step=0.05,
            **asked.widget("most"),
        )
    _pills("Status", "status", choice.STATUSES, asked)


def _pills(label: str, name: str, words: Mapping[Choice, str], asked: Draft) -> None:
    st.pills(
        label,
        list(words),
        selection_mode="multi",
        format_func=words.__getitem__,
        wrap=True,
        **asked.widget(name),
    )


def _draw_found(found: tuple[ModelProfile, ...], total: int, asked: Draft) -> None:
    with st.container(key="cat_found", horizontal=True, vertical_alignment="center"):
        show_html(Markup('<p class="found" role="status">{}</p>').format(_count(len(found), total)))
        if Filters(**asked.values()).set_apart:
            st.button(
                "Clear filters",
                key="cat_clear",
                type="tertiary",
                icon=":material/filter_alt_off:",
                on_click=asked.give,
                kwargs=asdict(Filters(sort=asked.value("sort"))),
            )
        if 1 < len(found) <= MOST_SIDE_BY_SIDE:
            ids = ",".join(each.id for each in found)
            button_to("Compare these", "compare", key="cat_sbs", icon="compare_arrows", models=ids)
    if found:
        show_html(table_html(found, house.today(), f"Typical call: {CALL}; {CALL_NOTE}."))
    else:
        st.info("No model fits all of this. Take one filter away.", icon=":material/search_off:")


def _count(found: int, total: int) -> str:
    return f"{total} models" if found == total else f"{found} of {total} models"
