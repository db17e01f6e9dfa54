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
        ("5.", "5"),
        ("2.55e-4", "0.000255"),
        ("１２", "12"),
    ],
)
def test_what_people_type_is_understood(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "abc", "1.200,50", "1,2,3", "1,20,000", "--1", "1..2", "$", "%", "-", "nan", "inf",
     "1e999", "5 dollars", "1/2", "0x10", "<script>", "9" * 61, "١٢"],
)  # fmt: skip
def test_what_is_no_number_gets_a_sentence_with_an_example(typed):
    with pytest.raises(ResponseError, match=r"as a number. Type it in digits, such as 1,200.50"):
        read_number(typed)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_every_number_on_screen_can_be_typed_back(value):
    assert read_number(exactly(value)) == value


@given(st.text(max_size=80))
def test_any_text_is_a_finite_number_or_gets_a_sentence(text):
    try:
        assert read_number(text).is_finite()
    except ResponseError as refused:
        assert str(refused)
