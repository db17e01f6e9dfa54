"""Token chips on screen, and in words."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.tokens.chips import Chip, chips
from sizewise.ui.kit.chips import LONG, chips_html, shown_html, spoken, view_html

O200K = "o200k_base"


def drawn(text, **more):
    return chips_html(chips(text, O200K), **more)


def test_each_token_has_a_chip_and_neighbours_differ_in_colour():
    html = drawn("Match the model")
    assert re.findall(r"tk(\d)", html) == ["0", "1", "2"]
    assert "aria-hidden" in html


def test_a_chip_of_several_tokens_carries_a_badge():
    assert "<sup>2 tokens</sup>" in drawn(" 😕")  # two tokens in o200k_base
    assert "<sup>" not in drawn("Match")


def test_numbers_are_shown_when_asked_for():
    assert "<small>9369</small>" in drawn("Match", ids=True)  # tiktoken: 9369 is "Match"
    assert "<small>" not in drawn("Match")


def test_bytes_that_make_no_character_are_shown_in_hex():
    cut = chips("a" + "🜁" * 3, O200K, limit=2)
    html = chips_html(cut)
    assert "<code>F0 9F" in html
    assert "\ufffd" not in html


def test_typed_escape_marks_stay_what_they_are():
    assert "<code>" not in drawn(r"\xf0\x9f")


@pytest.mark.parametrize(
    ("typed", "sign"), [("\n", "⏎"), ("\t", "⇥"), ("\u200b", "U+200B"), ("\u202e", "U+202E")]
)
def test_what_cannot_be_seen_is_written_out(typed, sign):
    html = drawn(f"a{typed}b")
    assert sign in html
    assert typed not in html


def test_many_spaces_are_counted_and_not_drawn():
    html = drawn(" " * 190_000)
    assert "×128" in html  # o200k_base has a token of 128 spaces
    assert html.count('class="sp"') <= 2000


@given(st.text(st.sampled_from("a b<&\\x7"), max_size=12))
def test_plain_text_reads_as_it_does_sign_by_sign(text):
    """An accent at the end makes a token no plain text; nothing else is drawn differently."""
    whole = Chip(text, (0,), text.encode())
    accented = f"{text}c\u0301"
    by_sign = shown_html(Chip(accented, (0,), accented.encode()))
    assert shown_html(whole) + "c\u0301" == by_sign


def test_an_emoji_of_joined_characters_stays_whole():
    assert "👨‍👩‍👧" in drawn("👨‍👩‍👧")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_no_typed_text_becomes_a_tag(text):
    html = view_html(chips(f"<script>{text}</script>", O200K))
    assert set(re.findall(r"<(\w+)", html)) <= {
        "div", "span", "i", "code", "sup", "wbr", "br", "small", "p"
    }  # fmt: skip


def test_the_words_for_listeners_name_the_first_tokens():
    assert spoken(chips("You are a school", O200K)) == "4 tokens: You, are, a, school"
    assert spoken(chips("Hi", O200K)) == "1 token: Hi"


def test_the_words_for_listeners_stop_after_fifty_chips():
    words = spoken(chips("word " * 60, O200K))
    assert words.count("word") == 50
    assert words.endswith("and 11 more")  # 61 tokens: sixty words and the last space


def test_the_words_for_listeners_name_spaces_and_lines():
    assert spoken(chips("\n", O200K)) == "1 token: new line"
    assert spoken(chips("  ", O200K)) == "1 token: space"


def test_the_view_says_the_same_in_words():
    label = re.search(r'role="img" aria-label="([^"]*)"', view_html(chips('say "hi"', O200K)))
    assert unescape(label.group(1)) == '4 tokens: say, ", hi, "'


def test_a_long_view_scrolls_and_takes_the_focus():
    assert 'tabindex="0"' in view_html(chips("word " * (LONG + 1), O200K))
    assert "tabindex" not in view_html(chips("word", O200K))


def test_tokens_that_are_not_drawn_are_counted():
    html = view_html(chips("word " * 10, O200K, limit=4))
    assert "first 4 tokens are drawn" in html
    assert "other 7 are counted" in html


def test_no_text_gets_a_sentence():
    assert "No text, no tokens." in view_html(chips("", O200K))
