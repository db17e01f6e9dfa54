"""A context window and what is put into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.tokens.usage import UsageError
from sizewise.sizing.tokens.window import Filled

tokens = st.integers(min_value=0, max_value=2_000_000)
calls = st.builds(Filled, tokens, tokens, tokens, st.none() | tokens)


def test_what_is_sent_leaves_the_rest_for_the_reply():
    call = Filled(window=128_000, sent=100_000, reply=4_000, longest=16_384)
    assert call.left == 28_000  # 128,000 - 100,000
    assert call.free == 24_000  # 28,000 - 4,000
    assert call.troubles == ()


def test_the_longest_reply_holds_in_an_empty_window_too():
    call = Filled(window=128_000, sent=1_000, reply=20_000, longest=16_384)
    assert call.room == 16_384
    assert call.troubles == ("longest",)


def test_near_the_end_the_window_is_the_tighter_limit():
    call = Filled(window=128_000, sent=120_000, reply=10_000, longest=16_384)
    assert call.room == 8_000
    assert call.troubles == ("reply",)


def test_too_much_input_leaves_no_room_at_all():
    call = Filled(window=8_000, sent=9_500)
    assert (call.too_many, call.room) == (1_500, 0)
    assert call.troubles == ("sent",)


def test_an_unknown_longest_reply_is_no_limit():
    assert Filled(window=8_000, sent=1_000, reply=7_000).troubles == ()


def test_a_negative_number_is_refused():
    with pytest.raises(UsageError, match="reply tokens cannot be negative"):
        Filled(window=8_000, sent=1, reply=-1)


@given(calls)
def test_input_and_what_is_left_make_the_window_or_more_than_it(call):
    assert call.sent + call.left - call.too_many == call.window


@given(calls)
def test_a_reply_that_has_room_is_never_in_trouble(call):
    assert (call.troubles == ()) == (call.reply <= call.room and not call.too_many)
