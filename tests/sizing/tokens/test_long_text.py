import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.tokens.long_text import NoSafeCut, count_long, ids_in_pieces, pieces
from sizewise.sizing.tokens.tokens import encoding, token_ids
from sizewise.sizing.tokens.vocabulary import VOCABULARIES

NAMES = st.sampled_from(list(VOCABULARIES))
SPACES = " \t\n\r\u00a0\u0085\u1c80\u2028\u3000\x1c\x1f"
MARKS = "'’½_-/.,;:!?\"`(){}[]<>|=+*&^%$#@~\\。、\u0301\u200d🍕\u093e\ud800"
LETTERS = "sStTlLrRdDaé1٣中ぁカー한яЖßſİ"
TRICKY = st.lists(
    st.sampled_from([*SPACES, *MARKS, *LETTERS, "'ll", "'S", "don't"]), max_size=60
).map("".join)


def whole(text, name):
    return token_ids(text, name)


def in_pieces(text, name, size):
    return [one for piece in pieces(text, size) for one in token_ids(piece, name)]


@given(TRICKY | st.text(max_size=60), NAMES, st.integers(1, 8))
@example("don't stop", "o200k_base", 1)
@example("a/\n/b //\n c", "o200k_base", 1)
@example("x  y   \n z", "cl100k_base", 1)
def test_pieces_have_the_tokens_of_the_whole(text, name, size):
    assert in_pieces(text, name, size) == whole(text, name)


@given(TRICKY | st.text(max_size=60), st.integers(1, 8))
def test_pieces_join_to_the_whole(text, size):
    assert "".join(pieces(text, size)) == text


@given(st.lists(TRICKY, max_size=4), NAMES)
def test_the_pattern_itself_splits_at_every_cut(words, name):
    """Not the tokens but the rule below them: the split pattern has a border at each cut."""
    text = " ".join(words)
    pattern = regex.compile(encoding(name)._pat_str)
    borders = {match.start() for match in pattern.finditer(text)} | {len(text)}
    position = 0
    for piece in pieces(text, 1):
        position += len(piece)
        assert position in borders


PROSE = "The quick brown fox doesn't jump over 12,345 lazy dogs.\n\n" * 3000
JAPANESE = "お誕生日おめでとう。今日は、いい天気ですね！" * 8000
MINIFIED = '{"id":1,"name":"box","tags":["a","b"]},' * 5000


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("text", [PROSE, JAPANESE, MINIFIED], ids=["prose", "japanese", "json"])
def test_a_text_of_several_pieces_counts_as_the_whole(text, name):
    assert len(list(pieces(text))) > 2
    assert count_long(text, name) == len(encoding(name).encode_ordinary(text))


def test_ids_come_piece_by_piece_and_in_order():
    ids = [one for piece in ids_in_pieces(PROSE, "o200k_base") for one in piece]
    assert ids == encoding("o200k_base").encode_ordinary(PROSE)


def test_progress_grows_to_one():
    told = []
    count_long(PROSE, "o200k_base", told.append)
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1


def test_an_empty_text_has_no_tokens():
    assert count_long("", "o200k_base") == 0


@pytest.mark.parametrize("run", [" ", "a", "\n", "\u0301", "한", "\ud800"])
def test_an_endless_run_is_refused_and_says_where(run):
    with pytest.raises(NoSafeCut, match="From character 4 on") as refused:
        count_long("abc "[:3] + " " + run * (limits.TEXT_CHARACTERS * 2), "o200k_base")
    assert refused.value.position == 3


@pytest.mark.parametrize("run", [" ", "a", "!"])
def test_a_run_up_to_the_limit_is_counted(run):
    text = run * limits.TEXT_CHARACTERS
    assert count_long(text, "o200k_base") == len(token_ids(text, "o200k_base"))


def test_lone_surrogates_count_as_in_a_short_text():
    text = "a\ud800b " * 20_000
    assert count_long(text, "o200k_base") == len(token_ids(text, "o200k_base"))
