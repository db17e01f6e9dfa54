"""Query parameters: nothing that anyone types is trusted, and what is written is read back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui.frame.address import (
    FIRST_DAY,
    LAST_DAY,
    YES,
    Parameter,
    amount,
    day_or,
    one_of,
    read,
    some_of,
    starts,
    text,
    whole,
    written,
)

TODAY = date(2026, 11, 22)
MODELS = ("small", "large", "open")
PARAMETERS = {
    "days": Parameter("days", whole(1, 31), 30),
    "grow": Parameter("growth of", whole(-50, 100), 0),
    "budget": Parameter("a budget of", amount(0, 1_000, places=2), Decimal(10)),
    "part": Parameter("the part", one_of(("year", "limits"), "there is no such part."), "year"),
    "model": Parameter("the model", one_of(MODELS, "there is no such model."), "small", True),
    "compare": Parameter(
        "models", some_of(MODELS, "there is no such model.", 2, "at most 2."), ("small", "open")
    ),
    "batch": Parameter("batch", YES, False),
    "on": Parameter("the prices of", day_or(TODAY), None),
    "search": Parameter("a search for", text(12), ""),
}
START = starts(PARAMETERS)
VALUES = st.fixed_dictionaries(
    {
        "days": st.integers(1, 31),
        "grow": st.integers(-50, 100),
        "budget": st.decimals(0, 1_000, places=2),
        "part": st.sampled_from(("year", "limits")),
        "model": st.sampled_from(MODELS),
        "compare": st.lists(st.sampled_from(MODELS), unique=True, max_size=2).map(tuple),
        "batch": st.booleans(),
        "on": st.none() | st.dates(FIRST_DAY, LAST_DAY),
        "search": st.text(max_size=12).filter(str.isprintable),
    }
)
CHOSEN = {"days": 22, "grow": -5, "part": "limits", "model": "open", "search": "a b"}
CHOSEN |= {"budget": Decimal("2.50"), "compare": ("open", "large"), "batch": True, "on": TODAY}


def found(**address):
    return read(lambda name: address.get(name, ""), PARAMETERS, START)


def test_what_is_missing_stays_as_it_was():
    assert found() == (START, ())


def test_each_parameter_is_read_as_its_kind():
    address = {"days": "22", "grow": "-5", "budget": "2.5", "part": "limits", "model": "open"}
    address |= {"compare": "open,large", "batch": "yes", "on": "2026-11-22", "search": "a b"}
    assert found(**address) == (CHOSEN, ())
    assert written(PARAMETERS, CHOSEN) == address


@pytest.mark.parametrize(
    "wrong",
    [{"days": "0"}, {"days": "1e1"}, {"days": "³"}, {"grow": "--5"}, {"budget": "nan"},
     {"budget": "1e2"}, {"budget": "-0.01"}, {"budget": "9" * 400}, {"part": "<b>"},
     {"compare": "small,nope"}, {"compare": "small,large,open"}, {"compare": ","},
     {"batch": "maybe"}, {"on": "2026-02-30"}, {"on": "1999-12-31"}, {"on": "2026-1-1"},
     {"search": "x" * 13}, {"search": "a\x00b"}, {"search": "\ud800"}],
)  # fmt: skip
def test_what_cannot_be_gets_a_notice_and_stays_as_it_was(wrong):
    values, [notice] = found(**wrong)
    assert values == START
    assert notice.startswith("The address asks for")
    assert len(notice) < 140


def test_a_value_where_it_starts_stands_in_no_address_unless_another_day_may_start_elsewhere():
    assert written(PARAMETERS, START) == {**dict.fromkeys(PARAMETERS, ""), "model": "small"}


def test_nothing_chosen_of_several_is_a_choice_too():
    assert written(PARAMETERS, {"compare": ()}) == {"compare": "none"}
    assert found(compare="none").values["compare"] == ()


@given(VALUES)
def test_what_is_written_is_read_back(values):
    assert found(**written(PARAMETERS, values)) == (values, ())


@given(VALUES)
def test_a_widget_gives_back_the_value_that_it_was_given(values):
    kinds = {name: each.kind for name, each in PARAMETERS.items()}
    given = {name: kinds[name].taken(kinds[name].held(value)) for name, value in values.items()}
    assert given == {**values, "on": None if values["on"] == TODAY else values["on"]}


@given(st.dictionaries(st.sampled_from(sorted(PARAMETERS)), st.text(max_size=12)))
def test_no_address_leads_out_of_bounds(address):
    values = found(**address).values
    assert 1 <= values["days"] <= 31
    assert -50 <= values["grow"] <= 100
    assert 0 <= values["budget"] <= 1_000
    assert values["part"] in ("year", "limits")
    assert values["model"] in MODELS
    assert set(values["compare"]) <= set(MODELS)
    assert len(values["compare"]) <= 2
    assert values["on"] is None or FIRST_DAY <= values["on"] <= LAST_DAY
    assert len(values["search"]) <= 12


@pytest.mark.parametrize(("name", "emptied"), [("days", 1), ("budget", 0), ("search", "")])
def test_an_emptied_field_counts_as_little_as_can_be(name, emptied):
    assert PARAMETERS[name].kind.taken(None) == emptied


def test_cents_of_a_widget_are_cents():
    assert PARAMETERS["budget"].kind.taken(0.1 + 0.2) == Decimal("0.30")
