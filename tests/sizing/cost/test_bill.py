import json
from datetime import date

import pytest

from sizewise.sizing.cost.bill import BillError, read_bill
from sizewise.sizing.tokens.usage import Usage

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
        ("", "no JSON"),
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
