import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.call import Call, ImageRuleUnknown, Picture, parts, usage_of
from sizewise.sizing.tokens.image import ImageEmpty
from sizewise.sizing.tokens.messages import Message, message_tokens
from sizewise.sizing.tokens.tokenizer import Tokenizer
from sizewise.sizing.tokens.tools import ToolsError
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import GPT_4_1_PATCHES, GPT_4O_MINI_TILES, GPT_4O_TILES

O200K = Tokenizer("o200k_base", "exact", "a test")
TURNS = st.lists(st.builds(Message, st.just("user"), st.text(max_size=40)), max_size=4)


def weighed(call, images=GPT_4O_TILES, tokenizer=O200K):
    return {each.part: each.tokens for each in parts(call, tokenizer, images)}


def statuses(call, images=GPT_4O_TILES, tokenizer=O200K):
    return {each.part: each.status for each in parts(call, tokenizer, images)}


def test_every_token_has_its_place():
    call = Call(
        system="hello world",  # 2 tokens
        turns=(
            Message("user", "hello"),  # 1
            Message("assistant", "hello world"),  # 2
            Message("user", "Match the model to the task."),  # 7
        ),
        tools_json='{"name": "go"}',  # 7 + 12 + 2
        images=(Picture(1024, 1024), Picture(1024, 1024, "low")),  # 765 + 85
        expected_output=50,
        reasoning=400,
    )
    assert weighed(call) == {
        "system": 2,
        "tools": 21,
        "history": 3,
        "question": 7,
        "images": 850,
        "frame": 4 * 3 + 4 + 3,  # 3 and one token of the role for each message, 3 for the reply
        "answer": 50,
        "reasoning": 400,
    }


def test_usage_counts_reasoning_within_the_output():
    call = Call(turns=(Message("user", "hello"),), expected_output=50, reasoning=400)
    # 1 word, 3 + 1 around it, 3 for the reply.
    made_of = parts(call, O200K, None)
    assert usage_of(made_of) == Usage(8, output=450, reasoning=400)


def test_a_call_of_nothing_still_opens_a_reply():
    assert usage_of(parts(Call(), O200K, None)) == Usage(3)


@given(st.text(max_size=40), TURNS)
def test_the_parts_of_the_text_are_the_messages(system, turns):
    call = Call(system, tuple(turns))
    assert usage_of(parts(call, O200K, None)).input == message_tokens(call.messages, "o200k_base")


def test_the_same_picture_weighs_more_on_the_small_model():
    call = Call(images=(Picture(1024, 1024),))
    assert weighed(call, GPT_4O_TILES)["images"] == 765
    assert weighed(call, GPT_4O_MINI_TILES)["images"] == 25_501


def test_text_is_as_sure_as_its_tokenizer_and_tools_are_always_estimated():
    assumed = Tokenizer("o200k_base", "assumed", "a test")
    found = statuses(Call("hello"), tokenizer=assumed)
    assert (found["system"], found["frame"], found["tools"]) == ("assumed", "assumed", "estimate")


def test_tiles_are_exact_and_patches_an_estimate():
    call = Call(images=(Picture(10, 10),))
    assert statuses(call, GPT_4O_TILES)["images"] == "exact"
    assert statuses(call, GPT_4_1_PATCHES)["images"] == "estimate"


def test_a_picture_needs_the_model_s_rule():
    with pytest.raises(ImageRuleUnknown, match="No source") as refused:
        parts(Call(images=(Picture(10, 10),)), O200K, None)
    assert refused.value.field == "images"


def test_a_picture_of_size_0_is_refused():
    with pytest.raises(ImageEmpty):
        parts(Call(images=(Picture(0, 10),)), O200K, GPT_4O_TILES)


def test_malformed_tools_are_refused():
    with pytest.raises(ToolsError):
        parts(Call(tools_json="{"), O200K, None)


@pytest.mark.parametrize("field", ["expected_output", "reasoning"])
def test_a_negative_number_names_its_field(field):
    with pytest.raises(UsageError) as refused:
        Call(**{field: -1})
    assert refused.value.field == field
