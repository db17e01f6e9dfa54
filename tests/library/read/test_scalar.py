from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.library.read.scalar import kind


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF", "1:30", "010", "0x1F", "1_000", ".inf"])
def test_words_that_yaml_readers_disagree_on_are_traps(word):
    assert kind(word) == "trap"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("12", "whole"),
        ("-3", "whole"),
        ("0.15", "number"),
        ("1e6", "number"),
        (".5", "number"),
        ("true", "truth"),
        ("~", "nothing"),
        ("", "nothing"),
        ("2026-11-21", "day"),
        ("gpt-4o", "text"),
        ("2023-10", "text"),
        ("nothing", "text"),
        ("-", "text"),
        (".", "text"),
        ("1,200", "text"),
    ],
)
def test_plain_words_are_what_they_look_like(word, expected):
    assert kind(word) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_every_decimal_written_out_is_a_number(amount):
    assert kind(f"{amount:f}") == "number"
    assert Decimal(f"{amount:f}") == amount


@given(st.from_regex(r"[-+0-9.eE]{1,8}", fullmatch=True))
def test_whatever_is_called_a_number_can_be_read_as_one(word):
    if kind(word) in ("whole", "number"):
        assert Decimal(word).is_finite()
