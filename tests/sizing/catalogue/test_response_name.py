"""Which model of the catalogue a name in a response means."""

import pytest

from sizewise.sizing.catalogue.response_name import model_named
from tests.sizing.models import MINI, catalogue, profile

MODELS = catalogue(
    profile("gpt-4o", MINI),
    profile("gpt-4o-mini", MINI),
    profile("small", MINI, api_name="s-1", gateway_name="maker/little-1.0"),
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gpt-4o-mini", "gpt-4o-mini"),
        ("GPT-4o", "gpt-4o"),
        ("gpt-4o-mini-2024-07-18", "gpt-4o-mini"),
        ("gpt-4o-20240806", "gpt-4o"),
        ("gpt-4o-latest", "gpt-4o"),
        ("models/gpt-4o", "gpt-4o"),
        ("s-1", "small"),
        ("maker/little-1.0", "small"),
        ("us.openai.gpt-4o-20240806-v1:0", "gpt-4o"),
        ("openai/gpt-4o-mini", "gpt-4o-mini"),
    ],
)
def test_a_snapshot_is_its_model(name, meant):
    assert model_named(name, MODELS).id == meant


@pytest.mark.parametrize(
    "name", [None, "", "gpt-4", "gpt-4o-audio", "gpt-4o-mini-tts", "ft:gpt-4o:school::abc"]
)
def test_another_model_is_not_taken_for_one_with_a_similar_name(name):
    assert model_named(name, MODELS) is None
