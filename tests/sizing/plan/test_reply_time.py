"""How long a reply takes and how many are under way, by hand and by law."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.reply_time import most_per_minute, reply_seconds, under_way
from sizewise.sizing.tokens.usage import UsageError

positive = st.fractions("1/100", 1000, max_denominator=100)


def test_a_reply_takes_its_first_token_and_then_its_speed():
    # 0.4 s + 300 / 95 s = 0.4 + 3.1579
    assert reply_seconds(Fraction("0.4"), 300, Fraction(95)) == Fraction(2, 5) + Fraction(60, 19)


def test_twice_as_long_a_reply_takes_less_than_twice_as_long():
    # 0.5 + 1 against 0.5 + 2
    one, two = (reply_seconds(Fraction("0.5"), tokens, Fraction(100)) for tokens in (100, 200))
    assert (one, two) == (Fraction(3, 2), Fraction(5, 2))


def test_littles_law():
    # 120 a minute are 2 a second; each takes 3 s: 6 under way.
    assert under_way(Fraction(120), Fraction(3)) == 6
    assert most_per_minute(6, Fraction(3)) == 120


@given(positive, positive)
def test_both_ways_of_the_law_lead_back(pace, seconds):
    busy = under_way(pace, seconds)
    assert most_per_minute(1, seconds) * busy == pace


@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("first", lambda: reply_seconds(Fraction(-1), 1, Fraction(1))),
        ("tokens", lambda: reply_seconds(Fraction(1), -1, Fraction(1))),
        ("speed", lambda: reply_seconds(Fraction(1), 1, Fraction(0))),
        ("per_minute", lambda: under_way(Fraction(-1), Fraction(1))),
        ("seconds", lambda: under_way(Fraction(1), Fraction(-1))),
        ("seconds", lambda: most_per_minute(1, Fraction(0))),
    ],
)
def test_what_cannot_be_names_its_field(field, build):
    with pytest.raises(UsageError) as refused:
        build()
    assert refused.value.field == field
