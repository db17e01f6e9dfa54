import ast
import gzip
import inspect

import pytest
from tiktoken_ext import openai_public

from sizewise.sizing.tokens.vocabulary import (
    RANKS,
    VOCABULARIES,
    EncodingUnknown,
    RanksDamaged,
    vocabulary,
)


def strings(function):
    tree = ast.parse(inspect.getsource(function))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]


@pytest.mark.parametrize("name", ["o200k_base", "cl100k_base"])
def test_a_split_pattern_is_the_one_in_tiktokens_own_source(name):
    # The functions there go online, so we read their text instead of calling them.
    published = [
        s for s in strings(getattr(openai_public, name)) if "\\p{" in str(s) or "\\s" in str(s)
    ]
    assert vocabulary(name).pattern == "|".join(published)


def test_the_oldest_split_pattern_is_tiktokens():
    assert vocabulary("r50k_base").pattern == openai_public.r50k_pat_str


@pytest.mark.parametrize("name", VOCABULARIES)
def test_rank_files_and_special_tokens_are_the_ones_tiktoken_names(name):
    published = inspect.getsource(getattr(openai_public, name))
    assert f'expected_hash="{VOCABULARIES[name].digest}"' in published
    assert str(max(VOCABULARIES[name].special.values())) in published


@pytest.mark.parametrize(
    ("name", "tokens"),
    # tiktoken's explicit_n_vocab is 50257 for r50k_base, one of them special; the others are the
    # published numbers of lines of the rank files.
    [("o200k_base", 199_998), ("cl100k_base", 100_256), ("r50k_base", 50_256)],
)
def test_a_rank_file_holds_every_token(name, tokens):
    assert len(vocabulary(name).ranks()) == tokens


def test_a_changed_rank_file_is_refused(tmp_path):
    packed = (RANKS / "r50k_base.tiktoken.gz").read_bytes()
    changed = gzip.decompress(packed).replace(b" 17\n", b" 18\n")
    (tmp_path / "r50k_base.tiktoken.gz").write_bytes(gzip.compress(changed, 1))
    with pytest.raises(RanksDamaged, match="not the published rank file"):
        vocabulary("r50k_base").ranks(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not gzip", b"\x1f\x8b\x08\x00broken", None])
def test_a_broken_or_missing_rank_file_asks_to_install_again(tmp_path, content):
    if content is not None:
        (tmp_path / "r50k_base.tiktoken.gz").write_bytes(content)
    with pytest.raises(RanksDamaged, match="install Sizewise again"):
        vocabulary("r50k_base").ranks(tmp_path)


def test_an_unknown_encoding_names_those_there_are():
    with pytest.raises(EncodingUnknown, match="o200k_base, cl100k_base, r50k_base"):
        vocabulary("p50k_base")
