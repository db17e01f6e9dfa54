"""A chat whose oldest messages fall out of a window."""

from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.tokens.forgetting import Sending, sending, sent_in_all

sizes = st.integers(min_value=1, max_value=60)
chats = st.lists(sizes, max_size=12)
windows = st.integers(min_value=60, max_value=400)


def test_the_newest_messages_come_along_as_long_as_they_fit():
    # 8 + 10 + 20 = 38 fit into 40; 15 more would make 53
    assert sending([15, 20, 10], new=8, window=40) == Sending(kept=2, tokens=38)


def test_a_window_that_is_just_full_forgets_nothing():
    assert sending([20, 10], new=10, window=40) == Sending(kept=2, tokens=40)


def test_a_short_message_behind_a_long_one_is_forgotten_too():
    # 5 + 10 fit, 30 more do not; the 1 before it would fit, but a chat has no holes
    assert sending([1, 30, 10], new=5, window=40) == Sending(kept=1, tokens=15)


def test_the_new_message_is_sent_even_when_nothing_else_fits():
    assert sending([10], new=50, window=40) == Sending(kept=0, tokens=50)


def test_a_chat_sends_its_beginning_again_and_again():
    # own messages of 10 with answers of 20 between them: 10, 10+20+10, 10+20+10+20+10
    chat, own = [10, 20, 10, 20, 10], [True, False, True, False, True]
    assert sent_in_all(chat, own, window=1000) == 10 + 40 + 70


def test_a_small_window_caps_what_each_call_sends():
    chat, own = [10, 20, 10, 20, 10], [True, False, True, False, True]
    assert sent_in_all(chat, own, window=40) == 10 + 40 + 40


@given(chats, sizes, windows)
def test_what_is_sent_fits_and_one_message_more_would_not(before, new, window):
    call = sending(before, new, window)
    assert call.tokens == new + sum(before[len(before) - call.kept :]) <= window
    if call.kept < len(before):
        assert call.tokens + before[len(before) - call.kept - 1] > window


@given(chats, sizes, windows, windows)
def test_a_wider_window_never_forgets_more(before, new, one, other):
    small, wide = sorted((one, other))
    assert sending(before, new, small).kept <= sending(before, new, wide).kept
