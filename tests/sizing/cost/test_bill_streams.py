"""Streams: their pieces become one response, and one that breaks off has no bill."""

import json

import pytest

from sizewise.sizing.cost.bill import BillError, read_bill
from sizewise.sizing.tokens.usage import Usage
from tests.sizing.cost.response_samples import EVENTS, lines, stream

# docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamMetadataEvent.html,
# read on 2026-11-30.
COUNTED = {
    "metadata": {
        "usage": {"inputTokens": 50, "outputTokens": 7, "totalTokens": 57},
        "metrics": {"latencyMs": 10},
        "serviceTier": {"type": "flex"},
    }
}
CONVERSE = (
    {"messageStart": {"role": "assistant"}},
    {"contentBlockDelta": {"delta": {"text": "hi"}}},
    {"messageStop": {"stopReason": "end_turn"}},
    COUNTED,
)
# The last chunk of Groq's stream, as in github.com/Portkey-AI/gateway/issues/1072 of 2025-04-30;
# with `include_usage` one more chunk repeats the counts.
GROQ = {
    "id": "chatcmpl-1",
    "object": "chat.completion.chunk",
    "model": "llama-3.3-70b-versatile",
    "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
    "x_groq": {
        "id": "req_1",
        "usage": {"queue_time": 0.1, "prompt_tokens": 50, "completion_tokens": 7},
    },
}
GROQ_USAGE = {**GROQ, "choices": [], "usage": GROQ["x_groq"]["usage"], "x_groq": {"id": "req_1"}}
# Cohere's last event, message-end, has its counts in `delta`.
COHERE = {
    "type": "message-end",
    "delta": {
        "finish_reason": "COMPLETE",
        "usage": {"billed_units": {"input_tokens": 50, "output_tokens": 7}},
    },
}


def gemini(written, *, ends=False, **more):
    """A chunk of streamGenerateContent: the last one alone has a finishReason."""
    answer = {"content": {"parts": [{"text": "hi"}]}, **({"finishReason": "STOP"} if ends else {})}
    usage = {"promptTokenCount": 50, "candidatesTokenCount": written}
    return {"candidates": [{**answer, **more}], "usageMetadata": usage}


def llama(written, **more):
    """A chunk of Llama on Bedrock: the first alone counts the prompt, each all that is written."""
    return {
        "generation": "x",
        "prompt_token_count": None,
        "generation_token_count": written,
        "stop_reason": None,
        **more,
    }


METRICS = {
    "amazon-bedrock-invocationMetrics": {
        "inputTokenCount": 50,
        "outputTokenCount": 7,
        "invocationLatency": 1181,
        "firstByteLatency": 366,
    }
}
WHOLE = {
    "the last event of ConverseStream": (lines(COUNTED), "Bedrock Converse"),
    "all its events": (lines(*CONVERSE), "Bedrock Converse"),
    "Groq's last chunk": (stream(GROQ), "OpenAI chat completions"),
    "Groq's last two chunks": (stream(GROQ, GROQ_USAGE), "OpenAI chat completions"),
    "Cohere": (stream({"type": "message-start", "id": "a"}, COHERE), "Cohere"),
    "Gemini without a name": (json.dumps([gemini(2), gemini(7, ends=True)]), "Gemini"),
    "Gemini with counts behind the end": (
        json.dumps(
            [
                gemini(2),
                gemini(5, ends=True),
                {"usageMetadata": {"promptTokenCount": 50, "candidatesTokenCount": 7}},
            ]
        ),
        "Gemini",
    ),
    "Llama on Bedrock": (
        lines(llama(1, prompt_token_count=50), llama(4), llama(7, stop_reason="stop", **METRICS)),
        "Bedrock InvokeModel",
    ),
    "Bedrock's metrics alone": (lines({"type": "message_stop", **METRICS}), "Bedrock InvokeModel"),
    # Bedrock counts once more what Anthropic's own events have counted.
    "Anthropic on Bedrock": (lines(*EVENTS[:-1], {**EVENTS[-1], **METRICS}), "Anthropic messages"),
}


@pytest.mark.parametrize(("text", "shape"), WHOLE.values(), ids=WHOLE)
def test_a_stream_is_one_response(text, shape):
    bill = read_bill(text)
    assert (bill.shape, bill.usage, bill.left_out) == (shape, Usage(50, output=7), ())


def test_a_stream_of_bedrock_tells_its_tier():
    assert read_bill(lines(*CONVERSE)).tier == "flex"


def chunk(written, end):
    """A chunk of a server that counts in each, as vLLM does with continuous_usage_stats."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "choices": [{"delta": {"content": "x"}, "finish_reason": end}],
        "usage": {"prompt_tokens": 50, "completion_tokens": written},
    }


BROKEN = {
    "Anthropic": lines(*EVENTS[:2]),
    "Anthropic's first event": lines(EVENTS[0]),
    "Anthropic, with an error": lines(*EVENTS[:2], {"type": "error", "error": {"type": "x"}}),
    "Gemini": json.dumps([gemini(2), gemini(5)]),
    "Gemini's first chunk": json.dumps(gemini(2)),
    "chunks that count": stream(chunk(1, None), chunk(2, None)),
    "Llama on Bedrock": lines(llama(1, prompt_token_count=50), llama(4)),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_stream_that_breaks_off_has_no_bill(text):
    with pytest.raises(BillError, match="This stream ends before its last count"):
        read_bill(text)


def test_chunks_that_count_are_whole_once_one_of_them_ends():
    assert read_bill(stream(chunk(1, None), chunk(7, "stop"))).usage == Usage(50, output=7)


START, DELTA = EVENTS[0], EVENTS[2]
NAMELESS = {"type": "message_start", "message": {"usage": START["message"]["usage"]}}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([gemini(2, ends=True), gemini(7, ends=True)]),
        json.dumps([gemini(2), gemini(5, ends=True), gemini(2), gemini(7, ends=True)]),
        lines(NAMELESS, DELTA, NAMELESS, DELTA),
        lines(llama(5, prompt_token_count=9, stop_reason="stop")) * 2,
    ],
)
def test_two_answers_without_a_name_are_not_taken_for_one(text):
    with pytest.raises(BillError, match=r"holds \d responses\. Paste one of them"):
        read_bill(text)


def test_an_event_without_the_message_s_name_belongs_to_it():
    assert read_bill(lines(NAMELESS, DELTA)).usage == Usage(50, output=7)


def test_a_search_that_gemini_tells_of_in_an_early_chunk_is_named():
    searched = {"groundingMetadata": {"webSearchQueries": ["a"]}}
    again = {"groundingMetadata": {"webSearchQueries": ["a", "b"]}}
    chunks = [gemini(2, **searched), gemini(5, **again), gemini(7, ends=True)]
    assert read_bill(json.dumps(chunks)).left_out[0].startswith("2 searches with Google")
