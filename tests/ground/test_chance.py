"""Wilson's interval against published values, and what it must keep to."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sizewise.ground.chance import proof, wilson

trials = st.integers(1, 2000)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score, no correction)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(right, of, low, high):
    found = wilson(right, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_a_perfect_twenty_leaves_room_for_one_in_six():
    # All right: the lower end is n / (n + z^2) = 20 / (20 + 3.8415) = 0.8389
    assert round(wilson(20, 20).low, 4) == 0.8389
    assert wilson(20, 20).high == 1


@pytest.mark.parametrize("sure", [0.8, 0.95, 0.99])
def test_none_right_may_be_none_and_all_right_may_be_all(sure):
    assert [of for of in range(1, 201) if wilson(0, of, sure).low != 0] == []
    assert [of for of in range(1, 201) if wilson(of, of, sure).high != 1] == []


def test_without_a_trial_nothing_is_known():
    assert wilson(0, 0) == (0, 1)


def test_more_right_than_tried_cannot_be():
    with pytest.raises(ValueError, match="cannot be"):
        wilson(3, 2)


@given(trials, st.data())
def test_the_share_lies_in_its_interval(of, data):
    right = data.draw(st.integers(0, of))
    low, high = wilson(right, of)
    assert low <= right / of + 1e-12 and right / of - 1e-12 <= high


@given(trials, st.data())
def test_wrong_answers_have_the_mirrored_interval(of, data):
    right = data.draw(st.integers(0, of))
    one, other = wilson(right, of), wilson(of - right, of)
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)


@given(trials, st.data())
def test_ten_times_the_sample_says_more(of, data):
    right = data.draw(st.integers(0, of))
    few, many = wilson(right, of), wilson(10 * right, 10 * of)
    assert many.high - many.low < few.high - few.low


@given(trials, st.data(), st.floats(0.01, 0.99))
def test_a_bar_is_passed_missed_or_open_and_never_two_of_them(of, data, bar):
    right = data.draw(st.integers(0, of))
    low, high = wilson(right, of)
    assume(bar not in (low, high))
    said = {"above": bar < low, "below": bar > high, "open": low < bar < high}
    assert [name for name, true in said.items() if true] == [proof(right, of, bar)]


def test_nothing_tested_proves_nothing():
    assert proof(0, 0, 0.9) == "none"
