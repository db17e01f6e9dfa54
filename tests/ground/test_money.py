from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.money import (
    dollars,
    rate,
)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1.47", "$1.47"),
        ("24.5", "$24.50"),
        ("0", "$0.00"),
        ("0.00", "$0.00"),
        ("1", "$1.00"),
        ("1.005", "$1.01"),
        ("1234567.891", "$1,234,567.89"),
        ("0.15", "$0.15"),
        ("0.6", "$0.60"),
        ("0.075", "$0.075"),
        ("0.735", "$0.735"),
        ("0.123456", "$0.123"),
        ("0.9999", "$1.00"),
        ("0.000255", "$0.000255"),
        ("0.0000089", "$0.0000089"),
        ("8.9E-6", "$0.0000089"),
        ("1E+3", "$1,000.00"),
        ("-1.47", "−$1.47"),
        ("-0", "$0.00"),
    ],
)
def test_an_amount_reads_as_people_write_it(amount, text):
    assert dollars(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.15", "$0.15"),
        ("10", "$10.00"),
        ("0.0375", "$0.0375"),
        ("1.375", "$1.375"),
        ("1E+1", "$10.00"),
        ("0.600000", "$0.60"),
        ("1234.5", "$1,234.50"),
    ],
)
def test_a_rate_is_never_rounded(amount, text):
    assert rate(Decimal(amount)) == text


def read(text):
    return Decimal(text.replace("$", "").replace(",", "").replace("−", "-"))


@given(st.decimals(-(10**20), 10**20, places=8))
def test_an_amount_is_off_by_half_a_cent_or_half_a_per_cent_at_most(amount):
    assert abs(read(dollars(amount)) - amount) <= max(Decimal("0.005"), abs(amount) / 200)


@given(st.decimals(0, 1, places=12).filter(bool))
def test_no_amount_but_nothing_reads_as_nothing(amount):
    assert read(dollars(amount)) > 0


@given(st.decimals(0, 10**6, places=6))
def test_a_rate_reads_back_exactly(amount):
    assert read(rate(amount)) == amount
