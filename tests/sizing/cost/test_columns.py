import statistics
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.cost.columns import Spread, TooManyRows, percentile, row_tokens, spread
from sizewise.sizing.tokens.tokens import count

COUNTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=50)
SHARES = st.decimals(0, 1, places=3)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_each_row_counts_as_it_would_alone(texts):
    assert row_tokens(texts, "o200k_base") == tuple(count(text, "o200k_base") for text in texts)


def test_progress_is_told_every_hundred_rows_and_at_the_end():
    told = []
    row_tokens(["word"] * 250, "o200k_base", lambda done, of: told.append((done, of)))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_a_column_that_is_too_long_is_refused_before_it_is_counted():
    told = []
    with pytest.raises(TooManyRows, match="5,001 rows"):
        row_tokens([""] * (limits.TABLE_ROWS + 1), "o200k_base", lambda *done: told.append(done))
    assert told == []


# The worked example of "Percentile" in Wikipedia, nearest-rank method.
@pytest.mark.parametrize(
    ("share", "value"), [("0.05", 15), ("0.3", 20), ("0.4", 20), ("0.5", 35), ("1", 50)]
)
def test_percentiles_are_the_published_ones(share, value):
    assert percentile([15, 20, 35, 40, 50], Decimal(share)) == value


@given(COUNTS, SHARES)
def test_enough_of_the_rows_are_not_above_a_percentile(counts, share):
    found = percentile(counts, share)
    assert found in counts
    assert sum(one <= found for one in counts) >= share * len(counts)
    assert sum(one < found for one in counts) <= share * len(counts)


@given(COUNTS, SHARES, SHARES)
def test_a_higher_percentile_is_never_smaller(counts, one, other):
    low, high = sorted((one, other))
    assert percentile(counts, low) <= percentile(counts, high)


@pytest.mark.parametrize(("numbers", "share"), [([], "0.5"), ([1], "1.01"), ([1], "-0.1")])
def test_a_percentile_of_nothing_or_outside_its_bounds_is_refused(numbers, share):
    with pytest.raises(ValueError, match=r"percentile|share"):
        percentile(numbers, Decimal(share))


def test_a_spread_sums_a_column_up():
    assert spread(range(1, 201)) == Spread(
        200, 20_100, Decimal("100.5"), 1, Decimal("100.5"), 180, 190, 198, 200
    )


@given(COUNTS)
def test_the_median_is_the_one_of_pythons_statistics(counts):
    assert spread(counts).median == Decimal(str(statistics.median(counts)))


def test_a_column_without_rows_has_no_spread():
    assert spread([]) is None
