import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokens import TextTooLong, clean, count, encoding, token_ids
from sizewise.sizing.tokens.vocabulary import VOCABULARIES

FAMILY = "👩‍👩‍👧‍👦"
TRICKY = [
    "a",
    " ",
    "é",
    "e\u0301",
    "\r",
    "\n",
    "\r\n",
    "🇫",
    "🇷",
    FAMILY,
    "\u200d",
    "☃️",
    "क्",
    "ि",
    "각",
]
TEXTS = st.lists(st.sampled_from(TRICKY) | st.characters(codec=None), max_size=60).map("".join)
NAMES = st.sampled_from(list(VOCABULARIES))


def shown(text, limit=2000):
    return [chip.text for chip in chips(text, "o200k_base", limit).shown]


def test_one_word_is_often_one_chip():
    # The cookbook's split of this sentence, with o200k_base.
    assert shown("Match the model to the task.") == [
        "Match", " the", " model", " to", " the", " task", ".",
    ]  # fmt: skip


def test_a_picture_of_several_tokens_is_one_chip():
    # jtokkit's test vector: "I love 🍕" = 40, 3047, 197348, 243; the last two share the pizza.
    pizza = chips("I love 🍕", "o200k_base").shown[-1]
    assert pizza.text == " 🍕"
    assert pizza.ids == (197348, 243)


def test_an_accent_stays_on_its_letter():
    assert "e\u0301" in shown("cafe\u0301")[-1]


def test_a_family_stays_together():
    assert shown(FAMILY) == [FAMILY]


def test_a_windows_line_end_is_one_character():
    assert all(text != "\r" for text in shown("one\r\n\r\ntwo\r\n"))


def test_no_text_has_no_chips():
    assert chips("", "o200k_base").shown == ()


def test_html_and_special_marks_are_ordinary_text():
    text = "<script>alert('$1')</script><|endoftext|>"
    assert "".join(shown(text)) == text


def test_a_lone_surrogate_is_shown_as_the_replacement_character():
    assert "".join(shown("a\ud800b")) == "a\ufffdb"


@given(TEXTS, NAMES)
def test_joined_chips_are_the_text(text, name):
    found = chips(text, name)
    assert b"".join(chip.raw for chip in found.shown) == clean(text).encode()
    assert "".join(chip.text for chip in found.shown) == clean(text)


@given(TEXTS, NAMES)
def test_joined_chips_hold_every_token_once(text, name):
    found = chips(text, name)
    assert [one for chip in found.shown for one in chip.ids] == token_ids(text, name)
    assert (found.total, found.hidden) == (count(text, name), 0)


@given(TEXTS, NAMES)
def test_every_chip_is_whole_characters(text, name):
    characters = regex.findall(r"\X", clean(text))
    for chip in chips(text, name).shown:
        mine = []
        while "".join(mine) != chip.text:
            mine.append(characters.pop(0))
    assert characters == []


@given(TEXTS, NAMES)
def test_no_chip_could_be_shorter(text, name):
    ends = {0}
    for character in regex.findall(r"\X", clean(text)):
        ends.add(max(ends) + len(character.encode()))
    start = 0
    for chip in chips(text, name).shown:
        pieces = encoding(name).decode_tokens_bytes(chip.ids)
        inside = [start + sum(map(len, pieces[:n])) for n in range(1, len(pieces))]
        assert not ends.intersection(inside)
        start += len(chip.raw)


@given(TEXTS, NAMES, st.integers(0, 30))
def test_the_limit_counts_tokens_and_never_shows_half_a_character(text, name, limit):
    found = chips(text, name, limit)
    drawn = [one for chip in found.shown for one in chip.ids]
    assert drawn == token_ids(text, name)[:limit]
    assert found.hidden == found.total - len(drawn)
    replaced = sum(chip.text.count("\ufffd") for chip in found.shown)
    assert replaced <= clean(text).count("\ufffd")


def test_a_character_that_the_limit_cuts_is_shown_in_hex():
    # 197348 is " " and the first three of the pizza's bytes f0 9f 8d 95; 243 is the last.
    assert shown("I love 🍕", limit=3)[-1] == r" \xf0\x9f\x8d"


def test_two_thousand_tokens_are_drawn_and_the_rest_counted():
    found = chips("dog " * 5000, "o200k_base")
    assert sum(len(chip.ids) for chip in found.shown) == 2000
    assert found.hidden == found.total - 2000 > 0


@pytest.mark.parametrize(
    "text", ["e" + "\u0301" * (limits.TEXT_CHARACTERS - 1), "🇦" * limits.TEXT_CHARACTERS]
)
def test_one_endless_character_is_cut_at_the_limit(text):
    found = chips(text, "o200k_base")
    assert sum(len(chip.ids) for chip in found.shown) == 2000


def test_a_text_that_is_too_long_has_no_chips():
    with pytest.raises(TextTooLong):
        chips("a" * (limits.TEXT_CHARACTERS + 1), "o200k_base")
