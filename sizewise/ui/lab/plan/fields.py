"""The fields of a plan, and what is told beside one that cannot be."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from sizewise.sizing.catalog import ModelProfile
from sizewise.sizing.workload import CACHE_FROM
from sizewise.ui import house
from sizewise.ui.lab.bill import no_batch
from sizewise.ui.lab.plan import scenario
from sizewise.ui.provenance import option_words


def number(label: str, name: str, start: Mapping[str, Any]) -> int:
    """A whole number that stands in the address under that name."""
    least, most = scenario.bounds(name)
    typed = st.number_input(label, least, most, start[name], step=1, key=f"lab_plan_{name}")
    return least if typed is None else typed


def percent(label: str, name: str, start: Mapping[str, Any], disabled: bool = False) -> int:
    """A share in percent."""
    least, most = scenario.bounds(name)
    chosen = st.slider(
        label, least, most, start[name], 1, "%d%%", key=f"lab_plan_{name}", disabled=disabled
    )
    return int(chosen)


def choose_other(label: str, name: str, start: Mapping[str, Any], or_none: bool = False) -> str:
    """A second model, or none."""
    catalogue, day = house.library().catalogue, house.today()
    models = [*((scenario.NONE,) if or_none else ()), *catalogue.profiles]

    def words(each: str) -> str:
        return "None" if each == scenario.NONE else option_words(catalogue.model(each), day)

    place = models.index(start[name]) if start[name] in models else 0
    return str(st.selectbox(label, models, place, words, key=f"lab_plan_{name}"))


def ask(start: Mapping[str, Any], profile: ModelProfile, larger: str) -> dict[str, Any]:
    """All fields of the plan itself."""
    values: dict[str, Any] = {}
    for column, label, name in zip(
        st.columns(3),
        ("Tokens in", "Answer tokens", "Hidden thinking"),
        ("in", "answer", "think"),
        strict=True,
    ):
        with column:
            values[name] = number(label, name, start)
    left, right = st.columns(2, gap="medium")
    with left:
        values["daily"] = number("Calls per day", "daily", start)
        values["grow"] = percent("More calls every month", "grow", start)
        values["retry"] = percent("Calls sent again", "retry", start)
    with right:
        values["days"] = number("Days a month with calls", "days", start)
        values["cache"] = percent("Share of input already cached", "cache", start)
        _tell_cache(values)
        values["batched"] = _ask_batch(start, profile, values["in"])
    values["up"] = _ask_escalation(start, larger)
    return values


def _tell_cache(values: Mapping[str, Any]) -> None:
    repeated = values["in"] * values["cache"] // 100
    if values["cache"] and repeated < CACHE_FROM:
        st.caption(
            f"{repeated:,} tokens repeat. A cache starts at {CACHE_FROM:,}, so nothing is saved."
        )


def _ask_batch(start: Mapping[str, Any], profile: ModelProfile, tokens: int) -> int:
    why_not = no_batch(profile, tokens, house.today())
    asked = percent("Share sent as a batch", "batched", start, disabled=why_not is not None)
    if why_not:
        st.caption(why_not)
    return asked


def _ask_escalation(start: Mapping[str, Any], larger: str) -> int:
    alone = larger == scenario.NONE
    asked = percent("Calls that a larger model must answer too", "up", start)
    if alone and asked:
        st.error(
            "Choose the larger model that these calls go to. Until then they are left out.",
            icon=":material/moving:",
        )
    return asked
