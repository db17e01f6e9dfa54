"""Medians, spreads and tails by hand, and the interval against a plain bootstrap."""

import statistics
from math import comb, inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.measure import RESAMPLES, TAIL_FROM, Measure, measure, tail

times = st.lists(st.floats(0.001, 100), min_size=1, max_size=150)


def test_a_few_times_by_hand():
    # 1, 2, 3, 10: middle (2 + 3) / 2, mean 16 / 4, squares 9 + 4 + 1 + 36 = 50, by 3.
    assert measure([10, 1, 3, 2], 1) == Measure(
        4, 2.5, None, 4.0, pytest.approx((50 / 3) ** 0.5), None
    )


def test_one_time_has_no_spread():
    assert measure([3.0], 1) == Measure(1, 3.0, None, 3.0, None, None)
    assert measure([], 1) is None


def test_a_hundred_times_have_a_tail_between_the_90th_and_the_100th():
    # P(at most 89 below) = 0.0115, P(at most 99 below) = 1 - 0.95^100 = 0.9941; at 98: 0.9629
    assert measure(range(1, 101), 1).tail == (tail(range(1, 101)))
    assert (tail(range(1, 101)).p95, *tail(range(1, 101)).interval) == (95, 90, 100)


def test_a_tail_takes_72_values():
    assert TAIL_FROM == 72
    assert tail(range(TAIL_FROM)) is not None
    assert tail(range(TAIL_FROM - 1)) is None


def test_failures_never_end():
    # 94 in time and 6 failures: rank 95 is a failure. With 5 it is the last in time.
    assert tail(range(94), 6).p95 == inf
    assert tail(range(95), 5).p95 == 94
    assert tail(range(95), 5).interval.high == inf


@given(times, st.integers(0, 9))
def test_the_median_lies_in_its_interval_and_within_what_was_seen(values, seed):
    found = measure(values, seed)
    assert found.median == pytest.approx(statistics.median(values))
    if found.median_interval is not None:
        low, high = found.median_interval
        assert min(values) <= low <= high <= max(values)
        assert low <= found.median <= high


@given(times, st.randoms())
def test_the_order_of_the_values_makes_no_difference(values, chance):
    mixed = list(values)
    chance.shuffle(mixed)
    assert measure(values, 1) == measure(mixed, 1)


@given(times, st.sampled_from([2.0, 0.5, 4.0]))
def test_another_unit_changes_the_unit_only(values, factor):
    one, other = measure(values, 1), measure([factor * value for value in values], 1)
    assert other.median == one.median * factor
    assert other.median_interval == (
        one.median_interval and tuple(factor * end for end in one.median_interval)
    )


@pytest.mark.parametrize("size", [9, 25, 101])
def test_the_interval_is_the_exact_one_of_all_resamples(size):
    """The middle of a resample is at most the k-th value when half of its values are."""
    low, high = measure(range(1, size + 1), 1).median_interval
    at_most = [_middle_at_most(k, size) for k in range(size + 1)]
    for end, share in ((int(low), 0.025), (int(high), 0.975)):
        # Three standard errors of a share that was counted in 2,000 resamples.
        slack = 3 * (share * (1 - share) / RESAMPLES) ** 0.5
        assert at_most[end - 1] - slack < share < at_most[end] + slack


def _middle_at_most(k, size):
    p, half = k / size, size // 2 + 1
    return sum(comb(size, h) * p**h * (1 - p) ** (size - h) for h in range(half, size + 1))


@pytest.mark.parametrize("size", [10, 60])
def test_the_interval_of_an_even_sample_is_that_of_a_plain_bootstrap(size):
    chance = Random(7)
    values = sorted(chance.gauss(10, 2) for _ in range(size))
    plain = sorted(statistics.median(chance.choices(values, k=size)) for _ in range(3000))
    low, high = measure(values, 1).median_interval
    assert plain[3000 * 15 // 1000] <= low <= plain[3000 * 35 // 1000]
    assert plain[3000 * 965 // 1000] <= high <= plain[3000 * 985 // 1000]
