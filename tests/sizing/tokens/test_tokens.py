import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.tokens import tokens
from sizewise.sizing.tokens.tokens import TextTooLong, clean, count, encoding, token_ids
from sizewise.sizing.tokens.vocabulary import VOCABULARIES

ANY_CHARACTER = st.characters(codec=None)
"""Lone surrogates included."""

PUBLISHED = [
    # OpenAI's cookbook, "How to count tokens with tiktoken", sections 3 and 5.
    ("cl100k_base", "tiktoken is great!", [83, 1609, 5963, 374, 2294, 0]),
    ("cl100k_base", "antidisestablishmentarianism", [519, 85342, 34500, 479, 8997, 2191]),
    ("cl100k_base", "2 + 2 = 4", [17, 489, 220, 17, 284, 220, 19]),
    (
        "cl100k_base",
        "お誕生日おめでとう",
        [33334, 45918, 243, 21990, 9080, 33334, 62004, 16556, 78699],
    ),
    # The same page, gpt2, whose words are those of r50k_base.
    ("r50k_base", "antidisestablishmentarianism", [415, 29207, 44390, 3699, 1042]),
    ("r50k_base", "2 + 2 = 4", [17, 1343, 362, 796, 604]),
    (
        "r50k_base",
        "お誕生日おめでとう",
        [2515, 232, 45739, 243, 37955, 33768, 98, 2515, 232, 1792, 223, 30640, 30201, 29557],
    ),
    # tiktoken's own tests.
    ("r50k_base", "hello world", [31373, 995]),
    ("cl100k_base", "hello world", [15339, 1917]),
    # Test vectors of jtokkit, another implementation (o200k_base_encodings.csv).
    ("o200k_base", "Hello world!", [13225, 2375, 0]),
    ("o200k_base", "مرحبا بالعالم", [158894, 26537, 101462, 12773]),
    ("o200k_base", "नमस्ते दुनिया", [998, 1637, 14681, 628, 64593]),
    ("o200k_base", "I love 🍕", [40, 3047, 197348, 243]),
    ("o200k_base", "How about some punctuation?!!", [5299, 1078, 1236, 107300, 30, 2618]),
    (
        "o200k_base",
        "How about numbers? 123 45.6 -78.9",
        [5299, 1078, 8663, 30, 220, 7633, 220, 2548, 13, 21, 533, 4388, 13, 24],
    ),
    (
        "o200k_base",
        "This     is     a     sentence     with     extra     spaces.",
        [2500, 257, 382, 257, 261, 257, 21872, 257, 483, 257, 5018, 257, 18608, 13],
    ),
    # The first lesson's title, counted with tiktoken 0.14 and its own download.
    ("o200k_base", "Match the model to the task.", [9369, 290, 2359, 316, 290, 5296, 13]),
]


@pytest.mark.parametrize(("name", "text", "ids"), PUBLISHED)
def test_token_ids_are_the_published_ones(name, text, ids):
    assert token_ids(text, name) == ids
    assert count(text, name) == len(ids)


@given(st.text(), st.sampled_from(list(VOCABULARIES)))
def test_decoding_gives_the_text_back(text, name):
    assert encoding(name).decode(token_ids(text, name)) == text


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_special_mark_is_ordinary_text(name):
    ids = token_ids("<|endoftext|>", name)
    assert len(ids) > 1
    assert encoding(name).eot_token not in ids


def test_an_empty_text_has_no_tokens():
    assert count("", "o200k_base") == 0


@given(st.text())
def test_a_valid_text_is_already_clean(text):
    assert clean(text) == text


def test_a_lone_surrogate_becomes_the_replacement_character():
    assert clean("a\ud83cb") == "a\ufffdb"
    assert clean("\udf0d") == "\ufffd"


def test_two_halves_of_a_pair_become_their_character():
    assert clean("\ud83c\udf0d") == "🌍"


@given(st.text(ANY_CHARACTER))
def test_a_clean_text_can_always_be_encoded(text):
    assert clean(text).encode().decode() == clean(text)
    assert count(text, "o200k_base") == count(clean(text), "o200k_base")


@pytest.mark.parametrize("characters", [limits.TEXT_CHARACTERS + 1, 1_000_000, 2_000_000])
def test_a_longer_text_is_refused_before_it_is_encoded(characters):
    with pytest.raises(TextTooLong, match=f"{characters:,} characters") as refused:
        count(" " * characters, "o200k_base")
    assert refused.value.characters == characters


LONG_RUNS = {
    "spaces": " " * limits.TEXT_CHARACTERS,
    "spaces before a letter": " " * (limits.TEXT_CHARACTERS - 1) + "x",
    "spaces after a line end": "\n" + " " * (limits.TEXT_CHARACTERS - 1),
    "kinds of space": " \t\u00a0\u3000" * (limits.TEXT_CHARACTERS // 4),
    "line ends": "\r\n" * (limits.TEXT_CHARACTERS // 2),
    "one small letter": "a" * limits.TEXT_CHARACTERS,
    "one capital": "A" * limits.TEXT_CHARACTERS,
    "a mark before capitals": "\u0301" + "A" * (limits.TEXT_CHARACTERS - 1),
    "accents on one letter": "e" + "\u0301" * (limits.TEXT_CHARACTERS - 1),
    "exclamation marks": "!" * limits.TEXT_CHARACTERS,
    "digits": "7" * limits.TEXT_CHARACTERS,
    "joiners": "\u200d" * limits.TEXT_CHARACTERS,
    "flags": "🇺🇸" * (limits.TEXT_CHARACTERS // 2),
    "lone surrogates": "\ud800" * limits.TEXT_CHARACTERS,
    "special marks": "<|endoftext|>" * (limits.TEXT_CHARACTERS // 13),
}


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("run", LONG_RUNS)
def test_the_longest_text_is_encoded_whatever_it_is(name, run):
    text = LONG_RUNS[run]
    joined = encoding(name).decode_bytes(token_ids(text, name))
    assert joined == clean(text).encode()


def test_four_sessions_at_once_load_an_encoding_once():
    opened = []

    def notice(event, args):
        if event == "open" and str(args[0]).endswith("r50k_base.tiktoken.gz"):
            opened.append(args[0])

    sys.addaudithook(notice)
    tokens._load.cache_clear()
    together = Barrier(4)

    def session(_):
        together.wait()
        return encoding("r50k_base")

    with ThreadPoolExecutor(4) as sessions:
        loaded = list(sessions.map(session, range(4)))
    assert len({id(one) for one in loaded}) == 1
    assert len(opened) == 1
