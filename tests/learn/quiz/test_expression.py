"""Formulas are arithmetic and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.quiz.expression import ExpressionError, evaluate


def value(text, **names):
    return evaluate(text, {name: Decimal(str(each)) for name, each in names.items()})


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("-2 ** 2", "-4"),
        ("2 ** -1", "0.5"),
        ("7 / 8", "0.875"),
        ("+5 - 8", "-3"),
        ("min(3, 1, 2) + max(3, 1, 2)", "4"),
        ("1_000 * 2", "2000"),
        ("  1\n  + 1 ", "2"),
    ],
)
def test_arithmetic_is_as_at_school(text, result):
    assert value(text) == Decimal(result)


def test_a_number_is_taken_exactly_as_typed():
    assert value("0.1 + 0.2") == Decimal("0.3")  # binary fractions give 0.30000000000000004


def test_a_million_may_be_written_short():
    # 1,000 tokens at $0.15 a million and 500 at $0.60: 0.00015 + 0.0003 = 0.00045 dollars
    assert value("(a*p + b*q)/1e6", a=1000, p="0.15", b=500, q="0.60") == Decimal("0.00045")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1.005, 2)", "1.01"),
        ("round(1234, -2)", "1200"),
    ],
)
def test_halves_are_rounded_away_from_zero(text, result):
    assert value(text) == Decimal(result)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("__import__('os').system('x')", "__import__"),
        ("(1).__class__", "__class__"),
        ("[1, 2]", "[1, 2]"),
        ("'a' * 9", "'a'"),
        ("True + 1", "True"),
        ("1 if 1 else 2", "1 if 1 else 2"),
        ("lambda: 1", "lambda: 1"),
        ("7 // 2", "7 // 2"),
        ("7 % 2", "7 % 2"),
        ("1 < 2", "1 < 2"),
        ("abs(1)", "abs(1)"),
        ("min(*[1])", "*[1]"),
        ("round(number=1)", "round(number=1)"),
        ("0x10", "0x10"),
        ("2j", "2j"),
        ("a +", "a +"),
        ("", "``"),
    ],
)
def test_anything_else_is_refused_by_name(text, piece):
    with pytest.raises(ExpressionError) as refused:
        value(text, a=1)
    assert piece in str(refused.value)


def test_an_unknown_variable_is_told_with_the_known_ones():
    with pytest.raises(ExpressionError, match=r"`n_inn` is not a variable here; known: n_in, p"):
        value("n_inn * p", n_in=1, p=1)


def test_dividing_by_zero_is_told():
    with pytest.raises(ExpressionError, match=r"`1 / \(a - a\)` divides by zero"):
        value("1 / (a - a)", a=3)


@pytest.mark.parametrize(
    "text",
    ["9 ** 9 ** 9 ** 9", "10 ** 1000", "1e999999999", "2 ** 1e400", "(-1) ** 0.5", "0 / 0",
     "round(1, 1e9)", "round(1, 0.5)", "round(1, 2, 3)", "min()"],
)  # fmt: skip
def test_what_has_no_sensible_value_is_refused_at_once(text):
    with pytest.raises(ExpressionError):
        value(text)


@pytest.mark.parametrize("text", ["(" * 240 + "1" + ")" * 240, "1+" * 300 + "1"])
def test_a_formula_that_nobody_would_write_is_refused(text):
    with pytest.raises(ExpressionError):
        value(text)


def test_the_longest_formula_is_computed():
    assert value("-" * 499 + "1") == -1


numbers = st.decimals(min_value=-1000, max_value=1000, places=3)


@given(a=numbers, b=numbers, c=numbers)
def test_formulas_agree_with_decimal_arithmetic(a, b, c):
    assert evaluate("(a - b) * c + -a", {"a": a, "b": b, "c": c}) == (a - b) * c - a


@given(st.text(alphabet="ab1.+-*/() ,_roundmix", max_size=40))
def test_no_text_gets_past_the_door_in_another_way(text):
    try:
        assert evaluate(text, {"a": Decimal(2), "b": Decimal(3)}).is_finite()
    except ExpressionError as refused:
        assert str(refused)
