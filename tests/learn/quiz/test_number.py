"""Numbers as they are written on screen and as learners type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.written import dollars, exactly
from sizewise.learn.quiz.number import ResponseError, read_number, written


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        ("1.47", "usd", "$1.47"),
        ("0.000255", "usd", "$0.000255"),
        ("0.0002554", "usd", "$0.000255"),
        ("0.0000089", "usd", "$0.0000089"),
        ("0.15", "usd", "$0.15"),
        ("0.5", "usd", "$0.50"),
        ("0.9996", "usd", "$1.00"),
        ("1234.565", "usd", "$1,234.57"),
        ("0", "usd", "$0.00"),
        ("-2.5", "usd", "−$2.50"),
        ("1200", "number", "1,200"),
        ("2.666666", "number", "2.67"),
        ("0.00123456", "number", "0.00123"),
        ("-3", "number", "−3"),
        ("0.94", "percent", "94%"),
        ("0.3333333", "percent", "33.3%"),
        ("0.0012345", "percent", "0.12%"),
        ("16.67", "times", "17×"),
        ("3.333", "times", "3.3×"),
        ("2", "times", "2×"),
        ("0.0625", "times", "0.063×"),
    ],
)
def test_a_value_is_written_as_people_read_it(value, format, text):
    assert written(Decimal(value), format) == text


@given(st.decimals(min_value=-10_000, max_value=10_000, places=7))
def test_dollars_look_the_same_in_a_quiz_and_on_a_receipt(amount):
    assert written(amount, "usd") == dollars(amount)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.47", "1.47"),
        ("$1.47", "1.47"),
        ("1,200.50", "1200.50"),
        ("1,200", "1200"),
        ("12,345,678", "12345678"),
        (" 1 200 ", "1200"),
        ("1\u202f200", "1200"),
        ("0,5", "0.5"),
        ("12,75", "12.75"),
        ("0,125", "0.125"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("-$5", "-5"),
        ("$-5", "-5"),
        ("+7", "7"),
        ("94%", "94"),
        ("17×", "17"),
        ("17x", "17"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("$,5", "0.5"),
        ("1 200 000,5", "1200000.5"),
        ("1, 200", "1200"),
        ("5.", "5"),
        ("2.55e-4", "0.000255"),
        ("１２", "12"),
        ("0.675$", "0.675"),
        ("0,675 $", "0.675"),
        ("US$5", "5"),
        ("USD 5", "5"),
        ("5 dollars", "5"),
        ("5 Dollars.", "5"),
        ("67.5¢", "0.675"),
        ("%50", "50"),
        ("50 per cent", "50"),
        ("x3", "3"),
        ("3 times", "3"),
        ("12\u200b", "12"),
        ("\u20601\ufeff2\u00ad", "12"),
        ("1/2", "0.5"),
        ("1 / 2", "0.5"),
        ("1 1/2", "1.5"),
        ("½", "0.5"),
        ("1½", "1.5"),
        ("-3/4", "-0.75"),
        ("1.200,50", "1200.50"),
        ("1.200.000", "1200000"),
        ("1'200", "1200"),
        ("2 million", "2000000"),
        ("5k", "5000"),
        ("~5", "5"),
        ("= 5", "5"),
    ],
)
def test_what_people_type_is_understood(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "abc", "5 6", "1 20 000", ",", "about, ,", "5,,6",
     "1,2,3", "1/0", "1/2/3", "2:1", "5 apples", "€5", "5 or 6", "1-2",
     "1,20,000", "--1", "1..2", "$", "%", "-", "nan", "inf", "1e999", "0x10", "<script>", "9" * 61,
     "١٢", "5²", "10³", "x₂", "H₂O", "①", "5①", "⒈", "10⁻³"],
)  # fmt: skip
def test_what_is_no_number_gets_a_sentence_with_an_example(typed):
    with pytest.raises(ResponseError, match=r"as a number. Type it in digits, such as 1,200.50"):
        read_number(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.450", "1450"),
        ("-1.450", "-1450"),
        ("１.４５０", "1450"),
        ("1.450 calls", "1450"),
        ("1.450.000", "1450000"),
        ("1.450,5", "1450.5"),
        ("1,450", "1450"),
        ("1.45", "1.45"),  # no group of three
        ("1.4500", "1.4500"),
        ("0.450", "0.450"),
        ("1450.125", "1450.125"),
        ("1.450 million calls", "1450000"),
        ("1.450e3", "1450"),
    ],
)
def test_where_a_large_number_is_asked_for_a_point_may_separate_thousands(typed, number):
    assert read_number(typed, "calls", large=True) == Decimal(number)


def test_elsewhere_one_point_is_a_decimal_point():
    assert read_number("1.450", "calls") == Decimal("1.45")


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("0.5%", "percent", "0.5"),
        ("0.5 %", "percentage points", "0.5"),
        ("50%", "", "0.5"),  # of a plain number
        ("12 tokens", "tokens", "12"),
        ("1 token", "tokens", "1"),
        ("12 toks", "tokens a reply", "12"),
        ("12 tokens per reply", "tokens a reply", "12"),
        ("$5 a month", "dollars a month", "5"),
        ("50 cents", "dollars", "0.5"),
        ("1.5 s", "seconds", "1.5"),
        ("3 min", "minutes", "3"),
        ("5 m", "minutes", "5"),
        ("5m", "Minutes a pile", "5"),
        ("2m", "tokens a minute", "2000000"),
        ("2 million calls", "calls", "2000000"),
        ("3 good calls per minute", "good calls per minute", "3"),
        ("2x", "times the old bill", "2"),
    ],
)
def test_the_unit_that_is_asked_for_may_stand_on_either_side(typed, unit, number):
    assert read_number(typed, unit) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("0.5%", "dollars"),
        ("0.5%", "tokens"),
        ("$5", "tokens"),
        ("€5", "dollars"),
        ("500 ms", "seconds"),
        ("2 minutes", "seconds"),
        ("2 m", "seconds"),
        ("3 calls", "tokens"),
    ],
)
def test_another_unit_than_the_one_asked_for_is_told(typed, unit):
    with pytest.raises(ResponseError, match=f"This answer is asked for in {unit}"):
        read_number(typed, unit)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_every_number_on_screen_can_be_typed_back(value):
    assert read_number(exactly(value)) == value


@given(st.text(max_size=80))
def test_any_text_is_a_finite_number_or_gets_a_sentence(text):
    try:
        assert read_number(text).is_finite()
    except ResponseError as refused:
        assert str(refused)
