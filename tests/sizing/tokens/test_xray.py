"""What is inside a chip, and where a text's tokens go."""

from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.xray import Counted, broken_up, dear_words, lines, parts

NEW, OLD = "o200k_base", "r50k_base"


@given(st.text(max_size=60))
def test_the_parts_of_a_chip_have_its_ids_and_make_its_bytes(text):
    for chip in chips(text, NEW).shown:
        pieces = parts(chip, NEW)
        assert tuple(part.id for part in pieces) == chip.ids
        assert b"".join(part.raw for part in pieces) == chip.raw


def test_a_party_popper_is_cut_inside_the_character():
    [chip] = broken_up(chips("Well done 🎉", NEW).shown, most=5)
    # U+1F389 is F0 9F 8E 89 in UTF-8; the token takes the space and three of the four bytes.
    assert [part.raw for part in parts(chip, NEW)] == [b" \xf0\x9f\x8e", b"\x89"]


def test_a_character_that_comes_twice_is_looked_into_once():
    assert len(broken_up(chips("🎉🎉 🎉", NEW).shown, most=5)) == 2  # with and without a space
    assert len(broken_up(chips("🎉 👋🏽", NEW).shown, most=1)) == 1


def test_plain_english_has_nothing_to_look_into():
    assert broken_up(chips("Hello world", NEW).shown, most=5) == ()


def test_the_dearest_word_comes_first_and_words_of_one_token_stay_out():
    words = dear_words("the c0ffee42 cat, the tokenizers!", NEW, most=5)
    assert [word.text for word in words] == ["c0ffee42", "tokenizers"]
    assert words[0].tokens > words[1].tokens


def test_a_word_counts_without_the_marks_around_it():
    assert dear_words("“Hello!” (today). — 🎉", NEW, most=5) == ()


def test_a_word_as_long_as_a_text_may_be_is_counted():
    [word] = dear_words("a" * limits.TEXT_CHARACTERS, NEW, most=1)
    assert word.tokens == (count("a" * limits.TEXT_CHARACTERS, NEW),)


def test_a_word_keeps_the_signs_that_belong_to_its_letters():
    [word] = dear_words("दुनिया?", OLD, most=1)
    assert word.text == "दुनिया"  # ends in a vowel sign, which is no letter to Python


def test_lines_are_counted_one_by_one_and_blank_ones_left_out():
    assert lines("Hello world\n\n  \n  Hi\n", (NEW, OLD), most=5) == (
        Counted("Hello world", (2, 2)),
        Counted("Hi", (1, 1)),
    )


def test_no_more_lines_are_counted_than_asked_for():
    assert len(lines("a\n" * 50, (NEW,), most=12)) == 12


def test_an_empty_text_has_no_words_and_no_lines():
    assert dear_words("", NEW, most=5) == ()
    assert lines(" \n", (NEW,), most=5) == ()
