"""No reader can work out a small count."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.class_room.small_cells import FEWEST, SafeCount, alone, parts


def words(counts):
    return [cell.words for cell in parts(counts)]


def test_a_large_count_is_shown_as_it_is():
    assert alone(5).words == "5"
    assert words([12, 8, 10]) == ["12", "8", "10"]


@pytest.mark.parametrize("count", range(5))
def test_a_small_one_is_under_5_and_so_is_none(count):
    assert alone(count).words == "under 5"


def test_two_small_ones_hide_each_other():
    assert words([22, 1, 2]) == ["22", "under 5", "under 5"]


def test_a_single_small_one_hides_the_next_smallest_with_it():
    # 8 + 3 = 11 are left of 30; the small one is 0 to 4, so the other is 7 to 11
    assert words([19, 8, 3]) == ["19", "7 to 11", "under 5"]


def test_small_ones_that_their_sum_would_tell_hide_another():
    assert words([25, 0, 0]) == ["17 to 25", "under 5", "under 5"]  # a sum of 0 says all
    assert words([22, 4, 4]) == ["22 to 30", "under 5", "under 5"]  # and so does a sum of 8


@pytest.mark.parametrize("counts", [(), (0, 0), (1, 3), (4, 4), (0, 5)])
def test_where_the_sum_tells_all_nothing_is_shown(counts):
    assert parts(counts) == ()


def possible(cells, total):
    """Every table that a reader can think of: hidden counts within their bounds, the same sum."""
    ranges = [range(cell.low, cell.high + 1) for cell in cells]
    return [table for table in product(*ranges) if sum(table) == total]


@given(st.lists(st.integers(0, 14), min_size=2, max_size=5))
def test_each_small_count_may_be_at_least_two_for_a_reader_who_adds_up(counts):
    cells = parts(counts)
    tables = possible(cells, sum(counts))
    for place, count in enumerate(counts if cells else ()):
        assert cells[place].low <= count <= cells[place].high
        if count < FEWEST:
            assert len({table[place] for table in tables}) > 1
            assert cells[place].words == "under 5"


def test_a_cell_with_one_value_is_that_value():
    assert SafeCount(7, 7).words == "7"
