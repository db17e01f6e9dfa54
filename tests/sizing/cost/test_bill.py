import json
import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.sizing.cost.bill import BillError, read_bill
from sizewise.sizing.cost.response.pasted import objects
from sizewise.sizing.tokens.usage import Usage
from tests.ground.test_pasted import HOSTILE
from tests.sizing.cost.response_samples import WRAPPED

# Shaped as each maker's API reference shows it.
OPENAI_CHAT = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "model": "gpt-4o-mini-2024-07-18",
    "choices": [],
    "usage": {
        "prompt_tokens": 2006,
        "completion_tokens": 300,
        "total_tokens": 2306,
        "prompt_tokens_details": {"cached_tokens": 1920, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 0},
    },
}
OPENAI_RESPONSES = {
    "object": "response",
    "model": "o4-mini-2025-04-16",
    "usage": {
        "input_tokens": 81,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": 1035,
        "output_tokens_details": {"reasoning_tokens": 832},
        "total_tokens": 1116,
    },
}
ANTHROPIC = {
    "type": "message",
    "model": "claude-haiku-4-5",
    "usage": {
        "input_tokens": 50,
        "cache_creation_input_tokens": 200,
        "cache_read_input_tokens": 100_000,
        "output_tokens": 503,
    },
}
GEMINI = {
    "modelVersion": "gemini-2.5-flash",
    "usageMetadata": {
        "promptTokenCount": 1000,
        "cachedContentTokenCount": 600,
        "candidatesTokenCount": 40,
        "thoughtsTokenCount": 160,
        "toolUsePromptTokenCount": 25,
        "totalTokenCount": 1225,
    },
}

READ = [
    (OPENAI_CHAT, "OpenAI chat completions", Usage(2006, 1920, 300)),
    (OPENAI_RESPONSES, "OpenAI responses", Usage(81, 0, 1035, 832)),
    # 50 + 200 + 100,000: the maker leaves its caches out of the input.
    (ANTHROPIC, "Anthropic messages", Usage(100_250, 100_000, 503, cache_written=200)),
    # 1,000 + 25 in; 40 + 160 out.
    (GEMINI, "Gemini", Usage(1025, 600, 200, 160)),
]


def read(response):
    return read_bill(json.dumps(response))


@pytest.mark.parametrize(("response", "shape", "usage"), READ, ids=lambda each: str(each)[:12])
def test_each_maker_s_way_of_counting_becomes_one(response, shape, usage):
    bill = read(response)
    assert (bill.shape, bill.usage) == (shape, usage)
    assert bill.model == response.get("model", response.get("modelVersion"))


@pytest.mark.parametrize("response", [OPENAI_CHAT, OPENAI_RESPONSES, ANTHROPIC])
def test_the_usage_object_alone_is_enough(response):
    assert read(response["usage"]).usage == read(response).usage
    assert read(response["usage"]).model is None


def test_a_finished_event_of_a_stream_is_read_too():
    event = {"type": "response.completed", "response": OPENAI_RESPONSES}
    assert read(event) == read(OPENAI_RESPONSES)


def test_an_anthropic_response_without_caches_is_known_by_its_missing_total():
    assert read({"usage": {"input_tokens": 5, "output_tokens": 7}}).shape == "Anthropic messages"


def test_anthropic_s_thoughts_are_reasoning():
    usage = {
        "input_tokens": 5,
        "output_tokens": 70,
        "output_tokens_details": {"thinking_tokens": 60},
    }
    bill = read({"usage": usage})
    assert (bill.shape, bill.usage) == ("Anthropic messages", Usage(5, output=70, reasoning=60))


def test_numbers_that_are_null_count_as_none_used():
    usage = {"input_tokens": 5, "cache_read_input_tokens": None, "output_tokens": 7}
    assert read({"usage": usage}).usage == Usage(5, output=7)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"created": 1_721_260_800}, date(2024, 7, 18)),  # date -u -d @1721260800
        ({"created_at": 1_721_347_199.9}, date(2024, 7, 18)),
        ({"createTime": "2024-07-18T23:30:00-02:00"}, date(2024, 7, 19)),
        ({"createTime": "2024-07-18T10:15:30.123456Z"}, date(2024, 7, 18)),
        ({}, None),
        ({"created": "yesterday"}, None),
        ({"created": True}, None),
        ({"created": 10**30}, None),
        ({"created": None}, None),
    ],
)
def test_a_bill_knows_the_day_of_the_response_where_it_says_so(said, day):
    assert read({**OPENAI_CHAT, **said}).made_on == day


def changed(response, **counts):
    name = "usage" if "usage" in response else "usageMetadata"
    return {**response, name: {**response[name], **counts}}


@pytest.mark.parametrize(
    ("response", "field"),
    [
        (changed(OPENAI_CHAT, prompt_tokens="many"), "usage.prompt_tokens"),
        (changed(OPENAI_CHAT, prompt_tokens=None), "usage.prompt_tokens"),
        (changed(OPENAI_CHAT, completion_tokens=1.5), "usage.completion_tokens"),
        (changed(OPENAI_CHAT, completion_tokens=True), "usage.completion_tokens"),
        (changed(OPENAI_RESPONSES, output_tokens=-1), "usage.output_tokens"),
        (
            changed(OPENAI_CHAT, prompt_tokens_details={"cached_tokens": "x"}),
            "usage.prompt_tokens_details.cached_tokens",
        ),
        (changed(GEMINI, thoughtsTokenCount=[]), "usageMetadata.thoughtsTokenCount"),
        (changed(OPENAI_CHAT, prompt_tokens=10), "cached"),
        (changed(OPENAI_RESPONSES, output_tokens=10), "reasoning"),
        ({"id": "x", "choices": []}, "usage"),
        ({"usage": {}}, "usage"),
        ({"usage": "free"}, "usage"),
    ],
)
def test_what_cannot_be_names_its_field(response, field):
    with pytest.raises(BillError) as refused:
        read(response)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("", "whole response"),
        ('{"usage": {', "line 1, column 12"),
        ("[1, 2]", "whole response"),
        ("[" * 100_000, "nests more than 100"),
        (f'{{"usage": {"9" * 5000}}}', "too long"),
        (" " * 2_000_001, "at most 2,000,000"),
        ('{"usage": {"prompt_tokens": 9, "prompt_tokens": 5}}', 'prompt_tokens" twice'),
    ],
)
def test_what_is_no_response_is_refused_in_a_sentence(pasted, says):
    with pytest.raises(BillError, match=says) as refused:
        read_bill(pasted)
    assert refused.value.field == "response"


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("1e999", "whole number, not Infinity"),
        ("NaN", "whole number, not NaN"),
        ("-1", "whole number, not -1"),
        ("1" + "0" * 30, "at most 1,000,000,000,000, which no call reaches"),
        ("9" * 4_000, "at most 1,000,000,000,000"),
    ],
)
def test_a_number_that_no_call_has_is_refused_at_its_field(number, says):
    with pytest.raises(BillError, match=says) as refused:
        read_bill(f'{{"usage": {{"prompt_tokens": {number}}}}}')
    assert refused.value.field == "usage.prompt_tokens"


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED)
def test_a_response_is_found_in_whatever_it_came(text):
    bill = read_bill(text)
    assert (bill.usage.input, bill.usage.output) == (50, 7)
    assert bill.left_out == ()


@pytest.mark.parametrize("name", [name for name in WRAPPED if "batch" in name])
def test_what_a_batch_file_holds_is_priced_as_a_batch(name):
    assert read_bill(WRAPPED[name]).tier == "batch"


def test_bedrock_counts_its_caches_beside_the_input_where_the_total_says_so():
    usage = {"inputTokens": 10, "outputTokens": 5, "cacheReadInputTokens": 100}
    assert read({"usage": {**usage, "totalTokens": 115}}).usage == Usage(110, 100, 5)
    inside = {**usage, "inputTokens": 110, "totalTokens": 115}
    assert read({"usage": inside}).usage == Usage(110, 100, 5)


@pytest.mark.parametrize("texts", [[OPENAI_CHAT, {**OPENAI_CHAT, "id": "b"}], [ANTHROPIC] * 2])
def test_several_responses_are_not_added_up_without_a_word(texts):
    with pytest.raises(BillError, match=r"holds 2 responses\. Paste one of them"):
        read_bill("\n".join(map(json.dumps, texts)))


def test_a_response_that_cannot_be_read_names_the_shapes_that_can():
    with pytest.raises(BillError, match="Sizewise reads OpenAI chat and responses, Anthropic"):
        read({"id": "x", "tokens": 5})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{“usage”: {“prompt_tokens”: 5}}", "a curly quote stands where a straight one"),
        ('{"usage": {"prompt_tokens": 5,}}', "a comma stands before a closing bracket"),
        ('{"usage": {"prompt_tokens": 5}', "it ends too early"),
        ('{"usage": {"prompt_tokens" 5}}', "a colon is missing"),
        ('{"usage": {"prompt_tokens": 5 "x": 1}}', "a comma or a closing bracket is missing"),
        ('{"usage": {prompt_tokens: 5}}', "a name in double quotes is missing"),
        ('{"usage": {"prompt_tokens": five}}', "a value is missing"),
        ('{"a": "\n"}', "a line ends inside a text"),
        ('{"a": "\\q"}', "a backslash starts no known sign"),
        ('{"usage": {"prompt', "opens with a quote and never closes"),
        ("ChatCompletion(id='x', usage=CompletionUsage(prompt_tokens=5))", "as Python prints it"),
    ],
)
def test_broken_text_is_told_in_plain_words(text, says):
    with pytest.raises(BillError, match=says) as refused:
        read_bill(text)
    for word in ("Expecting", "delimiter", "enclosed", "Invalid", "decode"):
        assert word not in str(refused.value)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_a_sentence(text):
    with suppress(BillError):
        assert read_bill(text).usage.input >= 0


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.dictionaries(WORDS, WORDS | st.none() | st.booleans() | st.integers()))
def test_what_python_prints_is_read_as_the_json_of_the_same(fields):
    response = {**OPENAI_CHAT, "metadata": fields}
    assert objects(repr(response)) == objects(json.dumps(response))


LONG = {
    **HOSTILE,
    "quotes of Python": "{" + "'a': 'b'," * 200_000,
    "events": "data: {}\n" * 200_000,
    "many steps": '{"usage":{"input_tokens":1,"iterations":['
    + ",".join(f'{{"type":"{place}","input_tokens":1}}' for place in range(40_000))
    + "]}}",
    "many details": '{"usage":{"prompt_tokens":1,"prompt_tokens_details":['
    + ",".join(f'{{"a{place}":1}}' for place in range(100_000))
    + "]}}",
    "many responses": '{"usage":{"prompt_tokens":1}}' * 60_000,
    "many numbers": '{"usage":{"prompt_tokens":1,'
    + ",".join(f'"a{place}":1' for place in range(120_000))
    + "}}",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_pasted_text_costs_much(text):
    start = time.process_time()
    with suppress(BillError):
        assert len(read_bill(text[: limits.RESPONSE_CHARACTERS]).left_out) < 10
    assert time.process_time() - start < 5
