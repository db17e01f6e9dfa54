"""The program that calls a model."""

import ast

import pytest

from sizewise.ui.catalogue.python_call import gateway_words, program, why_none
from tests.ours import ours
from tests.sizing.models import MINI, profile

OURS = ours().catalogue.profiles.values()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.id)
def test_every_model_has_a_program_that_python_reads_or_a_reason(model):
    code = program(model)
    if code is None:
        assert why_none(model)
    else:
        calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.keyword)]
        names = {each.arg: ast.unparse(each.value) for each in calls}
        assert names["model"] == repr(model.file.api_name)
        assert "sk-" not in code


def test_an_openai_model_needs_no_address():
    code = program(profile("mini", MINI, api_name="mini", api_base="https://api.openai.com/v1"))
    assert "OpenAI()" in code


def test_another_maker_gets_its_address_and_a_key_from_the_environment():
    code = program(profile("mini", MINI, api_name="mini", api_base="https://api.example.org/v1"))
    assert 'base_url="https://api.example.org/v1"' in code
    assert "os.environ" in code


def test_without_a_name_there_is_no_program():
    assert program(profile("mini", MINI)) is None
    assert "No source gives the name" in why_none(profile("mini", MINI))


def test_a_gateway_has_a_name_of_its_own_for_a_model():
    # https://openrouter.ai/models/openai/gpt-4o-mini, as genai-prices 0.2.3 lists it.
    assert "calls it `openai/gpt-4o-mini`" in gateway_words(ours().catalogue.model("gpt-4o-mini"))
    # The makers write a hyphen, the gateway a dot.
    haiku = ours().catalogue.model("claude-haiku-4-5")
    assert haiku.file.api_name == "claude-haiku-4-5"
    assert "calls it `anthropic/claude-haiku-4.5`" in gateway_words(haiku)
    assert "No gateway is known" in gateway_words(profile("mini", MINI))
