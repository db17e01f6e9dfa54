"""Which tokenizer counts for a model, and how far to trust the count."""

from dataclasses import dataclass
from typing import Literal

from sizewise.sizing.catalogue.catalog import ModelProfile

CountStatus = Literal["exact", "assumed", "estimate"]
"""How far to trust a count."""

STAND_IN = "o200k_base"
"""Counts in place of a tokenizer we do not have."""


@dataclass(frozen=True)
class Tokenizer:
    """An encoding, how sure we are that the model uses it, and why: a sentence for the learner."""

    encoding: str
    status: CountStatus
    why: str


def tokenizer_of(profile: ModelProfile) -> Tokenizer:
    """The tokenizer that the catalogue names for a model; without one, a stand-in."""
    facts = profile.file
    if facts.encoding is None:
        return Tokenizer(STAND_IN, "estimate", _why("estimate", profile, STAND_IN))
    return Tokenizer(
        facts.encoding, facts.encoding_status, _why(facts.encoding_status, profile, facts.encoding)
    )


def _why(status: str, profile: ModelProfile, encoding: str) -> str:
    reasons = {
        "exact": f"{profile.name} uses {encoding}, so this count is exact.",
        "assumed": f"{profile.file.maker} has not named the tokenizer of {profile.name}; "
        f"its earlier models use {encoding}, so we assume the same.",
        "estimate": f"We have no tokenizer of {profile.file.maker} for {profile.name}; "
        f"{encoding} stands in, so this count is an estimate.",
    }
    return reasons[status]
