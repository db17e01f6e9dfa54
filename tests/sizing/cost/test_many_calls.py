"""Many different calls on one receipt."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.cost import BatchUnavailable, estimate
from sizewise.sizing.cost.many_calls import Bin, bins, cost_of_each, heavy_share, together
from sizewise.sizing.tokens.usage import Usage
from tests.sizing.models import MINI, long_context, price

SIZES = st.lists(st.integers(0, 5_000), max_size=40)


def test_calls_of_two_sizes_stand_on_one_line():
    bill = together([1_000, 3_000], 50, MINI)
    # 4,000 x 0.15 / 1e6 and 100 x 0.60 / 1e6
    assert [(line.kind, line.tokens, line.amount) for line in bill.lines] == [
        ("input", 4_000, Decimal("0.0006")),
        ("output", 100, Decimal("0.00006")),
    ]


def test_a_long_call_pays_its_own_rate_on_its_own_line():
    dear = price(1, 2, long_context=long_context(900, 3, 4))
    bill = together([100, 1_000], 0, dear)
    assert [(line.tokens, line.rate) for line in bill.lines] == [(100, 1), (1_000, 3)]


@given(SIZES, st.integers(0, 500))
def test_the_receipt_is_the_sum_of_its_calls(sizes, output):
    alone = (estimate(Usage(size, output=output), MINI).total for size in sizes)
    assert together(sizes, output, MINI).total == sum(alone)


@given(SIZES)
def test_the_lines_make_the_total(sizes):
    bill = together(sizes, 7, MINI)
    assert sum(line.amount for line in bill.lines) == bill.total


def test_a_batch_costs_its_own_rates_and_needs_some():
    assert together([1_000], 0, MINI, batch=True).total == Decimal("0.000075")
    with pytest.raises(BatchUnavailable):
        together([1_000], 0, price(1, 2), batch=True)


def test_each_size_is_priced_once():
    assert set(cost_of_each([5, 5, 7], 0, MINI)) == {5, 7}


def test_classes_have_a_round_width_and_hold_every_row():
    assert bins([3, 12, 13, 27]) == (
        Bin(0, 4, 1),
        Bin(5, 9, 0),
        Bin(10, 14, 2),
        Bin(15, 19, 0),
        Bin(20, 24, 0),
        Bin(25, 29, 1),
    )


@given(SIZES.filter(bool), st.integers(1, 20))
def test_no_row_is_lost_in_the_classes(sizes, most):
    classes = bins(sizes, most)
    assert len(classes) <= most
    assert sum(each.rows for each in classes) == len(sizes)
    assert classes[0].first <= min(sizes)
    assert max(sizes) <= classes[-1].last


def test_no_rows_make_no_classes():
    assert bins([]) == ()


def test_the_longest_tenth_holds_its_share():
    assert heavy_share([10] * 9 + [90]) == Decimal("0.5")  # 90 of 180
    assert heavy_share([]) == heavy_share([0]) == 0
