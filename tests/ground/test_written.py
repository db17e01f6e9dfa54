"""What people read of numbers, days and lists: literals, then what holds for every value."""

import re
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.written import (
    apart,
    day_words,
    dollars,
    exactly,
    grouped,
    in_millions,
    in_thousands,
    left_words,
    listed,
    moment_words,
    near_day_words,
    noun_for,
    number,
    number_of,
    percent,
    plainly,
    rate,
    shortlist,
    span_words,
    times,
    wait_words,
    whole_percent,
    with_noun,
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
    """The value of a written number, whatever its sign and unit."""
    return Decimal(re.sub(r"[$,×%]", "", text).replace("−", "-"))


@given(st.decimals(-(10**20), 10**20, places=8))
def test_an_amount_is_off_by_half_a_cent_or_half_a_per_cent_at_most(amount):
    assert abs(read(dollars(amount)) - amount) <= max(Decimal("0.005"), abs(amount) / 200)


@given(st.decimals(0, 1, places=12).filter(bool))
def test_no_amount_but_nothing_reads_as_nothing(amount):
    assert read(dollars(amount)) > 0


@given(st.decimals(0, 10**6, places=6))
def test_a_rate_reads_back_exactly(amount):
    assert read(rate(amount)) == amount


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1200", "1,200"),
        ("0.0375", "0.0375"),
        ("2.50", "2.5"),
        ("-1E+3", "−1,000"),
        ("0.00", "0"),
        ("1E-9", "0.000000001"),
    ],
)
def test_a_given_value_keeps_every_digit(value, text):
    assert exactly(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("1E+3", "1000"), ("-0.0375", "-0.0375"), ("2.50", "2.5"), ("0.00", "0"), ("-0", "0")],
)
def test_programs_read_plain_digits(value, text):
    assert plainly(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1200, 2, "1,200"),
        (2.666666, 2, "2.67"),
        (Fraction(1, 3), 2, "0.333"),
        (0.00123456, 2, "0.00123"),
        (-3, 2, "−3"),
        (12.5, 0, "13"),
        (1.25, 1, "1.3"),
        (0, 1, "0"),
        (0.04, 0, "0.04"),
    ],
)
def test_a_number_has_few_decimals_from_one_up_and_three_digits_below(value, decimals, text):
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        ("16.67", "17×"),
        ("9.96", "10×"),
        ("3.333", "3.3×"),
        ("3.35", "3.4×"),
        ("2", "2×"),
        ("0.5", "0.5×"),
        ("0.0625", "0.063×"),
        ("0.04", "0.04×"),
        ("0.0004", "0.0004×"),
        ("0", "0×"),
        ("1234.5", "1,235×"),
    ],
)
def test_a_ratio_never_reads_as_no_times(ratio, text):
    assert times(Decimal(ratio)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.94", "94%"),
        ("0.3333333", "33.3%"),
        ("0.0012345", "0.12%"),
        ("0.9995", "100%"),
        ("0", "0%"),
        ("-0.125", "−12.5%"),
        ("1.5", "150%"),
    ],
)
def test_a_share_has_at_most_one_decimal(share, text):
    assert percent(Decimal(share)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0%"),
        (0.0001, "under 1%"),
        (0.005, "1%"),
        (0.007, "1%"),
        (0.285, "29%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.995, "over 99%"),
        (Fraction(2999, 3000), "over 99%"),
        (1, "100%"),
        (12.5, "1,250%"),
        (-0.25, "−25%"),
    ],
)
def test_a_whole_percentage_is_never_rounded_to_nothing_or_to_all(share, text):
    assert whole_percent(share) == text


@pytest.mark.parametrize(
    ("count", "short", "long"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1k", "1,000"),
        (32_768, "32k", "32,768"),
        (128_000, "128k", "128,000"),
        (999_999, "999k", "999,999"),
        (1_047_576, "1.05M", "1.05M"),
        (1_700_000, "1.7M", "1.7M"),
        (10_000_000, "10M", "10M"),
        (1_234_000_000, "1,234M", "1,234M"),
    ],
)
def test_a_count_in_little_room(count, short, long):
    assert (in_thousands(count), in_millions(count)) == (short, long)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 seconds"),
        (-1, "0 seconds"),
        (1e-9, "under 1 second"),
        (0.99, "under 1 second"),
        (1, "1 second"),
        (1.4, "1 second"),
        (1.5, "2 seconds"),
        (99.4, "99 seconds"),
        (99.5, "1.7 minutes"),
        (210, "3.5 minutes"),
        (360, "6 minutes"),
        (90_000, "1,500 minutes"),
    ],
)
def test_a_wait(seconds, text):
    assert wait_words(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "under 1 second left"), (0.99, "under 1 second left"),
     (1, "about 1 second left"), (210, "about 3.5 minutes left")],
)  # fmt: skip
def test_what_a_wait_still_takes(seconds, text):
    assert left_words(seconds) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (89, "89 days"),
        (90, "3 months"),
        (700, "23 months"),
        (730, "2 years"),
        (760, "2 years and 1 month"),
        (850, "2 years and 4 months"),
    ],
)
def test_a_span(days, text):
    assert span_words(days) == text


def test_a_day_has_no_idle_zero():
    assert day_words(date(2026, 11, 1)) == "1 November 2026"


def test_a_moment_is_told_in_utc_wherever_it_was_noted():
    there = timezone(timedelta(hours=2))
    assert moment_words(datetime(2026, 11, 2, 1, 5, 59, tzinfo=there)) == (
        "1 November 2026, 23:05 UTC"
    )


def test_so_many_of_something():
    assert number_of(1, "call") == "1 call"
    assert number_of(0, "call") == "0 calls"
    assert number_of(1200, "entry", "entries") == "1,200 entries"
    assert noun_for(2, "is", "are") == "are"
    assert [with_noun(each, "try", "tries") for each in ("1", "1.2")] == ["1 try", "1.2 tries"]


def test_words_in_a_row():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert shortlist("abcdef") == "a, b, c, d, e and f"
    assert shortlist("abcdefgh") == "a, b, c, d, e, f and 2 more"
    assert shortlist("abc", most=1) == "a and 2 more"


ANY = st.decimals(-(10**12), 10**12, places=9)


@given(ANY.filter(bool))
def test_what_is_not_nothing_is_never_written_as_nothing(value):
    for write in (dollars, rate, number, exactly, times, percent, lambda each: number(each, 0)):
        assert read(write(value)) != 0
        assert (read(write(value)) > 0) == (value > 0)
    assert whole_percent(value) != "0%"


@given(ANY)
def test_rounding_stays_within_half_a_unit(value):
    size = abs(value)
    assert abs(read(number(value)) - value) <= max(Decimal("0.005"), size / 200)
    assert abs(read(times(value)) - value) <= (Decimal("0.5") if size >= 10 else Decimal("0.05"))
    assert abs(read(percent(value)) / 100 - value) <= Decimal("0.0005")


@given(st.integers(-(10**12), 10**12))
def test_halves_are_rounded_up_and_not_to_the_even_digit(whole):
    half = abs(whole) + Decimal("0.5")
    assert read(number(half, 0)) == (abs(whole) + 1 if whole else half)  # below 1 digits are kept


@given(ANY)
def test_what_is_not_rounded_reads_back_as_it_was(value):
    assert read(exactly(value)) == read(rate(value)) == Decimal(plainly(value)) == value


@given(st.integers(-(10**15), 10**15))
def test_a_count_reads_back_as_it_was(count):
    assert read(grouped(count)) == count


@given(ANY)
def test_a_value_has_one_form_whatever_its_type(value):
    for write in (dollars, number, times, percent, whole_percent):
        assert write(value) == write(Fraction(value)) == write(value + Decimal("0E-12"))


@pytest.mark.parametrize(
    ("ahead", "text"),
    [(0, "today"), (1, "tomorrow"), (2, "Tuesday"), (6, "Saturday"), (7, "6 December 2026"),
     (-1, "28 November 2026")],
)  # fmt: skip
def test_a_day_that_is_near_is_told_by_its_name(ahead, text):
    sunday = date(2026, 11, 29)
    assert near_day_words(sunday + timedelta(days=ahead), sunday) == text


def test_words_that_are_the_same_get_numbers_that_no_other_has():
    assert apart(["a", "b"]) == ["a", "b"]
    assert apart(["a", "b", "a"]) == ["a (1)", "b", "a (2)"]
    assert apart(["a", "a", "a (1)"]) == ["a (2)", "a (3)", "a (1)"]
