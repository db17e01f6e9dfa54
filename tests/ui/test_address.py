"""A view's query parameters: nothing that anyone types is trusted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui.address import Parameter, amount, one_of, read, whole, written

PARAMETERS = {
    "days": Parameter("days", whole(1, 31)),
    "grow": Parameter("growth of", whole(-50, 100)),
    "budget": Parameter("a budget of", amount(0, 1_000)),
    "part": Parameter("the part", one_of(("year", "limits"), "there is no such part.")),
}
START = {"days": 30, "grow": 0, "budget": Decimal(10), "part": "year"}


def found(**address):
    return read(lambda name: address.get(name, ""), PARAMETERS, START)


def test_what_is_missing_stays_as_it_was():
    assert found() == (START, ())


def test_each_parameter_is_read_as_its_kind():
    values = found(days="22", grow="-5", budget="2.50", part="limits").values
    assert values == {"days": 22, "grow": -5, "budget": Decimal("2.50"), "part": "limits"}


@pytest.mark.parametrize(
    "wrong",
    [{"days": "0"}, {"days": "1e1"}, {"days": "³"}, {"grow": "--5"}, {"budget": "nan"},
     {"budget": "1e2"}, {"budget": "-0.01"}, {"budget": "9" * 400}, {"part": "<b>"}],
)  # fmt: skip
def test_what_cannot_be_gets_a_notice_and_stays_as_it_was(wrong):
    values, [notice] = found(**wrong)
    assert values == START
    assert notice.startswith("The address asks for")
    assert len(notice) < 140


@given(st.integers(1, 31), st.integers(-50, 100), st.decimals(0, 1_000, places=2))
def test_what_is_written_is_read_back(days, grow, budget):
    values = {"days": days, "grow": grow, "budget": budget, "part": "limits"}
    assert found(**written(values)).values == values


@given(st.dictionaries(st.sampled_from(sorted(PARAMETERS)), st.text(max_size=12)))
def test_no_address_leads_out_of_bounds(address):
    values = found(**address).values
    assert 1 <= values["days"] <= 31
    assert -50 <= values["grow"] <= 100
    assert 0 <= values["budget"] <= 1_000
    assert values["part"] in ("year", "limits")
