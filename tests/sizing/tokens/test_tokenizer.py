import pytest
from pydantic import ValidationError

from sizewise.sizing.tokens.tokenizer import tokenizer_of
from tests.sizing.models import model_file, profile


def test_a_named_encoding_counts_with_the_status_the_catalogue_gives():
    exact = tokenizer_of(profile(encoding="cl100k_base", encoding_status="exact"))
    assert (exact.encoding, exact.status) == ("cl100k_base", "exact")
    assumed = tokenizer_of(profile(encoding="o200k_base", encoding_status="assumed"))
    assert (assumed.encoding, assumed.status) == ("o200k_base", "assumed")


def test_without_an_encoding_a_stand_in_makes_an_estimate():
    stand_in = tokenizer_of(profile())
    assert (stand_in.encoding, stand_in.status) == ("o200k_base", "estimate")


@pytest.mark.parametrize(
    ("status", "word"), [("exact", "exact"), ("assumed", "assume"), ("estimate", "estimate")]
)
def test_the_reason_names_the_model_the_encoding_and_the_doubt(status, word):
    why = tokenizer_of(profile(encoding="o200k_base", encoding_status=status)).why
    assert "Small-One" in why
    assert "o200k_base" in why
    assert word in why


@pytest.mark.parametrize("status", ["exact", "assumed"])
def test_no_status_better_than_estimate_without_an_encoding(status):
    with pytest.raises(ValidationError, match="no encoding is named"):
        model_file(encoding_status=status)
