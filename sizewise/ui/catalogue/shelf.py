"""The list of all models: what to search for, and the rows that are left."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

import streamlit as st

from sizewise.sizing.catalog import ModelProfile
from sizewise.ui import house, session
from sizewise.ui.catalogue import filters as choice
from sizewise.ui.catalogue.filters import Filters
from sizewise.ui.catalogue.rows import table_html
from sizewise.ui.catalogue.words import CALL, CALL_NOTE
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.notice import asked_in_vain
from sizewise.ui.provenance import checked_html

Choice = TypeVar("Choice", bound=str)

KEPT = "cat_kept"
NOTICES = "cat_notices"
WRITTEN = "cat_written"
KEYS = ("search", "maker", "size", "status", "can", "most", "sort")
MOST_SIDE_BY_SIDE = 4


def draw() -> None:
    """Draw the list."""
    profiles = tuple(house.library().catalogue.profiles.values())
    st.title("Model catalogue", anchor=False)
    show_html(
        '<p class="lede wide-lede">What each model costs, how much fits, when it goes, and what '
        f"could not be settled.</p>{_oldest_html(profiles)}"
    )
    _list(profiles)


def _oldest_html(profiles: tuple[ModelProfile, ...]) -> str:
    days = [each.file.prices_checked_on for each in profiles]
    stamp = checked_html("price", min(days), house.today(), "prices checked") if days else ""
    return f'<p class="meta">{stamp}<span>Rates are US dollars per million tokens.</span></p>'


@st.fragment
def _list(profiles: tuple[ModelProfile, ...]) -> None:
    """A filter redraws only the list."""
    _begin(profiles)
    found = _ask(sorted({each.file.maker for each in profiles}))
    _keep(found)
    _notices()
    _draw_found(choice.shown(profiles, found, house.today()), len(profiles), found)


def _asked(profiles: tuple[ModelProfile, ...], start: Filters) -> Filters:
    makers = {each.file.maker for each in profiles}
    reading = choice.read_filters(session.query, makers, start)
    if reading.notices:
        session.put(NOTICES, reading.notices)
    return Filters(**reading.values)


def _kept() -> Filters:
    values = session.get(KEPT)
    return Filters(*values) if values else Filters()


def _begin(profiles: tuple[ModelProfile, ...]) -> None:
    """Give the widgets the address when somebody else wrote it: a link, a bookmark, Back.

    Somebody who comes from another page without a wish finds the last filters again.
    """
    address = {name: session.query(name) for name in KEYS}
    if session.get("cat_sort") is None:
        _give(_asked(profiles, Filters() if any(address.values()) else _kept()))
    elif address != session.get(WRITTEN):
        _give(_asked(profiles, Filters()))


def _give(filters: Filters) -> None:
    for name in KEYS:
        session.put(f"cat_{name}", _of_widget(name, getattr(filters, name)))


def _of_widget(name: str, value: object) -> object:
    if name == "most":
        return float(str(value)) or None
    return value if name in ("search", "sort") else list(value)  # type: ignore[call-overload]


def _ask(makers: list[str]) -> Filters:
    name, order = st.columns([3, 2])
    with name:
        search = st.text_input(
            "Search by name or maker",
            key="cat_search",
            max_chars=choice.LONGEST_SEARCH,
            live=True,
            icon=":material/search:",
            autocomplete="off",
        )
    with order:
        sort = st.selectbox(
            "Sort by", list(choice.SORTS), key="cat_sort", format_func=choice.SORTS.__getitem__
        )
    sizes, abilities = st.columns([4, 9])
    with sizes:
        size = _pills("Size", "size", choice.SIZES)
    with abilities:
        can = _pills("Abilities", "can", choice.ABILITIES)
    with st.expander("Maker, status, price", icon=":material/tune:", expanded=_further()):
        maker, status, most = _ask_further(makers)
    return Filters(search or "", maker, size, status, can, most, sort or "call")


def _further() -> bool:
    return any(session.get(f"cat_{name}") for name in ("maker", "status", "most"))


def _ask_further(makers: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], Decimal]:
    who, price = st.columns([3, 2])
    with who:
        maker = st.multiselect("Maker", makers, key="cat_maker", placeholder="All makers")
    with price:
        most = st.number_input(
            "At most, dollars per million input tokens",
            0.0,
            float(choice.MOST_RATE),
            key="cat_most",
            placeholder="Any price",
            step=0.05,
        )
    status = _pills("Status", "status", choice.STATUSES)
    return tuple(maker), status, Decimal(str(most or 0))


def _pills(label: str, name: str, words: Mapping[Choice, str]) -> tuple[Choice, ...]:
    return tuple(
        st.pills(
            label,
            list(words),
            selection_mode="multi",
            format_func=words.__getitem__,
            key=f"cat_{name}",
            wrap=True,
        )
    )


def _keep(filters: Filters) -> None:
    values = tuple(getattr(filters, name) for name in KEYS)
    if session.get(KEPT) not in (None, values):
        session.drop(NOTICES)
    session.put(KEPT, values)
    address = choice.written_filters(filters)
    session.put(WRITTEN, address)
    session.set_query(**address)


def _notices() -> None:
    asked_in_vain(session.get(NOTICES, ()))


def _draw_found(found: tuple[ModelProfile, ...], total: int, filters: Filters) -> None:
    with st.container(key="cat_found", horizontal=True, vertical_alignment="center"):
        show_html(f'<p class="found" role="status">{_count(len(found), total)}</p>')
        if filters.set_apart:
            st.button(
                "Clear filters",
                key="cat_clear",
                type="tertiary",
                icon=":material/filter_alt_off:",
                on_click=_clear,
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


def _clear() -> None:
    _give(Filters(sort=session.get("cat_sort", "call")))
