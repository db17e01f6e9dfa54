"""Another currency, by a rate that a learner types."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.currency import Currency, CurrencyError, read_currency

DAY = date(2026, 11, 20)
TODAY = date(2026, 11, 21)
EURO = Currency("EUR", Decimal("0.92"), DAY)


def test_an_amount_is_dollars_times_the_rate():
    assert EURO.of(Decimal("0.495")) == Decimal("0.4554")  # 0.495 x 0.92
    assert EURO.written(Decimal("0.495")) == "EUR 0.455"
    assert EURO.written(Decimal("12345")) == "EUR 11,357.40"


def test_small_letters_spaces_and_a_comma_are_read():
    assert read_currency(" eur ", "0,92", DAY, TODAY) == EURO


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("1,450", "1450"),
        ("1 450", "1450"),
        ("1,450.50", "1450.50"),
        ("1.450,50", "1450.50"),
        ("1450,5", "1450.5"),
        ("0,920", "0.920"),
        ("1.450", "1.450"),
        ("1e3", "1000"),
        ("１４５０", "1450"),
    ],
)
def test_a_rate_is_read_as_any_other_number_is(typed, rate):
    assert read_currency("KRW", typed, DAY, TODAY).rate == Decimal(rate)


@pytest.mark.parametrize("code", ["", "EURO", "E1R", "€", "USD", "<b>"])
def test_a_code_has_three_letters_and_is_not_the_dollar(code):
    with pytest.raises(CurrencyError) as error:
        read_currency(code, "0.92", DAY, TODAY)
    assert error.value.field == "code"


@pytest.mark.parametrize(
    "rate", ["", "0", "-1", "nan", "inf", "1e30", "1.2.3", "much", "1/3", "1 2", "5²"]
)
def test_a_rate_is_a_number_above_zero(rate):
    with pytest.raises(CurrencyError) as error:
        read_currency("EUR", rate, DAY, TODAY)
    assert error.value.field == "rate"


def test_the_rate_of_a_day_to_come_is_refused():
    with pytest.raises(CurrencyError) as error:
        read_currency("EUR", "0.92", date(2026, 11, 22), TODAY)
    assert error.value.field == "day"


@given(st.decimals(0, 10**6, places=9), st.decimals(0, 10**6, places=9))
def test_the_sum_of_two_amounts_is_converted_as_their_parts_are(one, other):
    assert EURO.of(one + other) == EURO.of(one) + EURO.of(other)
