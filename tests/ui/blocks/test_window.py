"""The context window's bar and what is said about it."""

from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.tokens.window import Filled
from sizewise.ui.blocks.kinds.context_window import bar_html, key_html, sentences, step_of
from tests.ui.blocks.test_drawing import WINDOW, drawn, html

LIMIT = {"window": 128_000, "longest": 16_384}


def said(sent, reply=0, **limits):
    return " ".join(sentences(Filled(sent=sent, reply=reply, **(LIMIT | limits)), "Mini"))


def test_what_fits_says_what_is_left():
    assert said(100_000, 2_000) == (
        "100,000 tokens are sent, and 28,000 are left for the reply. "
        "Of these Mini uses at most 16,384 in one reply."
    )


def test_too_much_input_is_counted():
    assert "2,000 tokens too long, before a word of the reply" in said(130_000)


def test_a_reply_without_room_breaks_off():
    assert "A reply of 10,000 would break off after 8,000" in said(120_000, 10_000)


def test_a_reply_past_the_longest_is_too_long_in_any_window():
    assert "Mini writes at most 16,384 tokens in one reply, so 20,000 are too many" in said(
        0, 20_000
    )


def test_a_longest_reply_that_nobody_published_is_said_to_be_unknown():
    assert said(1, longest=None).endswith("No source gives the longest reply of Mini.")


def test_the_bar_is_told_in_words():
    call = Filled(sent=60_000, reply=2_000, **LIMIT)
    words = 'aria-label="Window of 128,000 tokens. Documents 60,000, Reply 2,000, Free 66,000."'
    assert words in bar_html(call, [("Documents", 60_000, "w0")])


def test_only_what_does_not_fit_lies_beyond_the_edge():
    over, within = (Filled(sent=sent, **LIMIT) for sent in (160_000, 100_000))
    assert 'style="left:80%"' in bar_html(over, [("All", 160_000, "w0")])  # 128 / 160
    assert "beyond" not in bar_html(within, [("All", 100_000, "w0")])
    assert "<span>Does not fit</span><b>32,000</b>" in key_html(over, [("All", 160_000, "w0")])


@given(st.integers(min_value=1, max_value=2_000_000), st.data())
def test_a_slider_meets_its_start_and_its_end(most, data):
    start = data.draw(st.integers(min_value=0, max_value=most))
    step = step_of(most, start)
    assert start % step == most % step == 0


def test_a_slider_past_the_window_is_told_at_once():
    app = drawn(WINDOW)
    assert "62,000 tokens are sent, and 66,000 are left" in html(app)
    app.slider[1].set_value(200_000).run()
    assert "74,000 tokens too long" in html(app)  # 202,000 - 128,000
