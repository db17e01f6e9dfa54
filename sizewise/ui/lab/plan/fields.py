"""The fields of a plan, and what is told beside one that cannot be."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from sizewise.ground.written import grouped, noun_for, number_of
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.cost.workload import CACHE_FROM
from sizewise.ui import house
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.provenance import option_words
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.price.bill import no_batch


def number(label: str, name: str, asked: Draft) -> int:
    """A whole number that stands in the address under that name."""
    least, most = scenario.bounds(name)
    st.number_input(label, least, most, step=1, **asked.widget(name))
    return int(asked.value(name))


def percent(label: str, name: str, asked: Draft, disabled: bool = False) -> int:
    """A share in percent."""
    least, most = scenario.bounds(name)
    st.slider(label, least, most, step=1, format="%d%%", disabled=disabled, **asked.widget(name))
    return int(asked.value(name))


def sum_of_money(label: str, name: str, asked: Draft, step: float = 1.0, note: str = "") -> Decimal:
    """Dollars and cents."""
    least, most = map(float, scenario.bounds(name))
    st.number_input(
        label, least, most, step=step, format="%.2f", help=note or None, **asked.widget(name)
    )
    return Decimal(asked.value(name))


def choose(
    label: str, name: str, asked: Draft, options: Sequence[Any], words: Callable[[Any], str]
) -> Any:
    """One of these options; the first, where the one asked for is not among them."""
    if asked.value(name) not in options:
        asked.give(**{name: options[0]})
    return st.selectbox(label, options, format_func=words, **asked.widget(name))


def choose_other(label: str, name: str, asked: Draft, or_none: bool = False) -> str:
    """A second model, or none."""
    catalogue, day = house.library().catalogue, house.today()
    models = [*((scenario.NONE,) if or_none else ()), *catalogue.profiles]

    def words(each: str) -> str:
        return "None" if each == scenario.NONE else option_words(catalogue.model(each), day)

    return str(choose(label, name, asked, models, words))


def ask(asked: Draft, profile: ModelProfile, larger: str) -> None:
    """All fields of the plan itself."""
    for column, label, name in zip(
        st.columns(3),
        ("Tokens in", "Answer tokens", "Hidden thinking"),
        ("in", "answer", "think"),
        strict=True,
    ):
        with column:
            number(label, name, asked)
    left, right = st.columns(2, gap="medium")
    with left:
        number("Calls per day", "daily", asked)
        percent("More calls every month", "grow", asked)
        percent("Calls sent again", "retry", asked)
    with right:
        number("Days a month with calls", "days", asked)
        cached = percent("Share of input already cached", "cache", asked)
        _tell_cache(cached, asked.value("in") * cached // 100)
        _ask_batch(asked, profile)
    _ask_escalation(asked, larger)


def _tell_cache(cached: int, repeated: int) -> None:
    if cached and repeated < CACHE_FROM:
        st.caption(
            f"{number_of(repeated, 'token')} {noun_for(repeated, 'repeats', 'repeat')}. "
            "A cache starts at "
            f"{grouped(CACHE_FROM)}, so nothing is saved."
        )


def _ask_batch(asked: Draft, profile: ModelProfile) -> None:
    why_not = no_batch(profile, asked.value("in"), house.today())
    percent("Share sent as a batch", "batched", asked, disabled=why_not is not None)
    if why_not:
        st.caption(why_not)


def _ask_escalation(asked: Draft, larger: str) -> None:
    share = percent("Calls that a larger model must answer too", "up", asked)
    if share and larger == scenario.NONE:
        st.error(
            "Choose the larger model that these calls go to. Until then they are left out.",
            icon=":material/moving:",
        )
