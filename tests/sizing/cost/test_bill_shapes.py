"""Whose numbers a response has: each shape as its maker documents it, and its bill by hand."""

import json
from datetime import date
from decimal import Decimal

import pytest

from sizewise import ROOT
from sizewise.library.catalogue import open_catalogue
from sizewise.sizing.cost.bill import BillError, read_bill
from sizewise.sizing.cost.bill_cost import cost_of
from sizewise.sizing.tokens.usage import Usage

CATALOGUE = open_catalogue(ROOT)


def priced(model, response):
    price = CATALOGUE.model(model).price_on(date(2026, 11, 29))
    return cost_of(read_bill(json.dumps(response)), price)


# The example of platform.claude.com/docs/en/build-with-claude/compaction-threshold, "Understanding
# usage", read on 2026-11-30: "sum across all entries in the usage.iterations array".
COMPACTED = {
    "type": "message",
    "model": "claude-opus-5-5",
    "usage": {
        "input_tokens": 23_000,
        "output_tokens": 1_000,
        "iterations": [
            {"type": "compaction", "input_tokens": 180_000, "output_tokens": 3_500},
            {"type": "message", "input_tokens": 23_000, "output_tokens": 1_000},
        ],
    },
}
# BatchUsage of OpenAI's API description, in docs.rs/crate/openai-client-base/0.12.0, and
# developers.openai.com/api/reference, "Batches", both read on 2026-11-30.
BATCH = {
    "id": "batch_1",
    "object": "batch",
    "model": "gpt-5-mini",
    "status": "completed",
    "request_counts": {"total": 301, "completed": 300, "failed": 1},
    "usage": {
        "input_tokens": 1_000_000,
        "input_tokens_details": {"cached_tokens": 0},
        "output_tokens": 100_000,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": 1_100_000,
    },
}
# docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html, read on 2026-11-30.
LLAMA = {
    "generation": "hi",
    "prompt_token_count": 2_000,
    "generation_token_count": 450,
    "stop_reason": "stop",
}
# What ai@6.0.199 prints and the type LanguageModelUsage says, in copies read on 2026-11-30: the
# cached tokens are within the input, the thoughts within the output, older spellings stay beside.
VERCEL = {
    "usage": {
        "inputTokens": 1_000,
        "inputTokenDetails": {"noCacheTokens": 400, "cacheReadTokens": 600},
        "outputTokens": 50,
        "outputTokenDetails": {"textTokens": 30, "reasoningTokens": 20},
        "totalTokens": 1_050,
        "reasoningTokens": 20,
        "cachedInputTokens": 600,
        "raw": {"prompt_tokens": 1_000, "completion_tokens": 50},
    }
}
VERCEL_5 = {
    "usage": {
        "inputTokens": 1_000,
        "outputTokens": 50,
        "totalTokens": 1_050,
        "reasoningTokens": 20,
    }
}
# docs.cohere.com/v2/docs/how-does-cohere-pricing-work, read on 2026-11-30: the billed units are
# what the bill is made of. The Python SDK writes them with decimals.
COHERE = {
    "id": "x",
    "usage": {
        "billed_units": {"input_tokens": 1_000.0, "output_tokens": 100.0},
        "tokens": {"input_tokens": 1_070.0, "output_tokens": 103.0},
    },
}
COHERE_1 = {"meta": {"api_version": {"version": "1"}, **COHERE["usage"]}}
# Ollama's answer in juejin.cn/post/7432540275003129892, a copy of its docs/api.md, read on
# 2026-11-30.
OLLAMA = {
    "model": "llama2",
    "message": {"role": "assistant", "content": "Hi", "tool_calls": [{"index": 3}]},
    "done": True,
    "context": [1, 2, 3],
    "total_duration": 4_648_158_584,
    "prompt_eval_count": 36,
    "eval_count": 180,
    "eval_duration": 4_196_918_000,
}

SHAPES = {
    # 203,000 x 4 + 4,500 x 20
    "a call that was compacted": ("claude-opus-5-5", COMPACTED, "Anthropic messages", "0.902"),
    # 1,000,000 x 0.125 + 100,000 x 1.00, a half of 0.25 and 2
    "a whole batch": ("gpt-5-mini", BATCH, "OpenAI responses", "0.225"),
    # 2,000 x 0.05 + 450 x 0.08
    "Llama on Bedrock": ("llama-3.1-8b", LLAMA, "Bedrock InvokeModel", "0.000136"),
    # 400 x 0.25 + 600 x 0.025 + 50 x 2
    "Vercel's SDK": ("gpt-5-mini", VERCEL, "Vercel AI SDK", "0.000215"),
    # 1,000 x 0.25 + 50 x 2
    "its older form": ("gpt-5-mini", VERCEL_5, "Vercel AI SDK", "0.00035"),
    # 1,000 x 0.15 + 100 x 0.60
    "Cohere": ("gpt-4o-mini", COHERE, "Cohere", "0.00021"),
    "Cohere's older form": ("gpt-4o-mini", COHERE_1, "Cohere", "0.00021"),
    # 36 x 0.15 + 180 x 0.60
    "Ollama": ("gpt-4o-mini", OLLAMA, "Ollama", "0.0001134"),
}


@pytest.mark.parametrize(("model", "response", "shape", "total"), SHAPES.values(), ids=SHAPES)
def test_a_shape_is_known_and_its_bill_has_every_count(model, response, shape, total):
    answer = priced(model, response)
    assert read_bill(json.dumps(response)).shape == shape
    assert answer.receipt.total == Decimal(total)
    assert answer.left_out == ()


def test_a_compaction_brings_its_caches_along():
    step = {"type": "compaction", "input_tokens": 10, "output_tokens": 5}
    kept = {"ephemeral_1h_input_tokens": 300}
    step |= {"cache_read_input_tokens": 100, "cache_creation": kept}
    usage = {"input_tokens": 1, "output_tokens": 2, "iterations": [step]}
    # in: 1, and 10 + 100 + 300
    read = read_bill(json.dumps({"usage": usage})).usage
    assert read == Usage(411, 100, 7, cache_written=300, kept_1h=300)


def steps(*iterations, model="claude-haiku-4-5-20251001"):
    usage = {"input_tokens": 10, "output_tokens": 5, "iterations": list(iterations)}
    return read_bill(json.dumps({"model": model, "usage": usage}))


# platform.claude.com/docs/en/api/beta/messages, BetaIterationsUsage, read on 2026-11-30.
OWN = {"type": "message", "model": "claude-haiku-4-5", "input_tokens": 10, "output_tokens": 5}
ADVISOR = {
    "type": "advisor_message",
    "model": "claude-opus-5-5",
    "input_tokens": 800,
    "cache_read_input_tokens": 23,
    "output_tokens": 531,
}


def test_a_step_of_another_model_is_named_because_its_rates_are_not_these():
    bill = steps(OWN, ADVISOR)
    assert bill.usage == Usage(10, output=5)
    assert bill.left_out == (
        "823 input tokens and 531 output tokens of “claude-opus-5-5”, 1 step apart "
        "(advisor_message)",
    )


def test_a_declined_answer_is_named_beside_the_model_that_took_over():
    served = {**OWN, "type": "fallback_message"}
    declined = {**OWN, "model": "claude-fable-5-2", "output_tokens": 1}
    bill = steps(declined, served, model="claude-haiku-4-5")
    assert [each.split(" of ")[1][:18] for each in bill.left_out] == ["“claude-fable-5-2”"]


def test_a_step_that_nobody_knows_is_named():
    [said] = steps(OWN, {"type": "dream", "input_tokens": 1, "output_tokens": 0}).left_out
    assert said == "1 input token and 0 output tokens, 1 step apart (dream)"


def test_steps_of_one_kind_are_summed_up():
    [said] = steps(OWN, ADVISOR, OWN, ADVISOR).left_out
    assert said.startswith("1,646 input tokens and 1,062 output tokens of “claude-opus-5-5”, 2 st")


def test_a_batch_under_way_says_that_it_goes_on():
    [said] = priced("gpt-5-mini", {**BATCH, "status": "in_progress"}).left_out
    assert said == "what this batch still costs: its status is “in_progress”"


LONG = {"input_tokens": 300_000, "output_tokens": 0, "total_tokens": 300_000}


def test_a_sum_of_short_requests_pays_no_rate_for_long_ones():
    # gpt-6.2-sol costs 2, and 4 above 272,000: 300,000 x 2 for 30 requests, x 4 for one.
    answer = priced("gpt-6.2-sol", {"usage": {**LONG, "requests": 30}})
    assert answer.receipt.total == Decimal("0.6")
    [said] = answer.left_out
    assert said.startswith("which of the 30 requests had more than 272,000 input tokens")
    assert priced("gpt-6.2-sol", {"usage": LONG}).receipt.total == Decimal("1.2")
    # Two of 300,000 on the mean: 600,000 x 4.
    two = {**LONG, "input_tokens": 600_000, "total_tokens": 600_000, "requests": 2}
    assert priced("gpt-6.2-sol", {"usage": two}).receipt.total == Decimal("2.4")


def test_the_agents_of_openai_sum_up_requests_and_list_the_details_of_each():
    # The class Usage of openai-agents-js, packages/agents-core/src/usage.ts, read on 2026-11-30.
    usage = {
        "requests": 2,
        "inputTokens": 1_000,
        "outputTokens": 50,
        "totalTokens": 1_050,
        "inputTokensDetails": [{"cached_tokens": 100}, {"cached_tokens": 500}],
        "outputTokensDetails": [{"reasoning_tokens": 20}, {"reasoning_tokens": 0}],
        "requestUsageEntries": [{"inputTokens": 400}, {"inputTokens": 600}],
    }
    bill = read_bill(json.dumps(usage))
    assert (bill.usage, bill.requests, bill.left_out) == (Usage(1_000, 600, 50, 20), 2, ())


def test_the_steps_of_vercel_s_sdk_are_all_in_its_total():
    last = {"inputTokens": 10, "outputTokens": 5, "totalTokens": 15}
    total = {"inputTokens": 30, "outputTokens": 9, "totalTokens": 39}
    bill = read_bill(json.dumps({"usage": last, "totalUsage": total, "steps": [{}, {}]}))
    assert (bill.usage, bill.requests) == (Usage(30, output=9), 2)


def test_what_vercel_s_sdk_tells_of_a_cache_outside_its_usage_is_named():
    # As in github.com/vercel/ai/issues/5883, read on 2026-11-30; version 6 counts them within.
    cache = {"cacheCreationInputTokens": 2_118, "cacheReadInputTokens": 9}
    told = {"providerMetadata": {"anthropic": cache}}
    assert read_bill(json.dumps({**VERCEL_5, **told})).left_out == (
        "2,118 tokens kept in a cache of Anthropic’s, beside this usage",
        "9 tokens read from a cache of Anthropic’s, beside this usage",
    )
    assert read_bill(json.dumps({**VERCEL, **told})).left_out == ()


def test_thoughts_that_vercel_s_sdk_counts_beside_the_answer_are_billed():
    usage = {"inputTokens": 10, "outputTokens": 5, "reasoningTokens": 20, "totalTokens": 35}
    assert read_bill(json.dumps(usage)).usage == Usage(10, output=25, reasoning=20)


@pytest.mark.parametrize(
    "response",
    [
        {"usage": VERCEL["usage"], "providerMetadata": {"openai": {"serviceTier": "flex"}}},
        {"usage": {**VERCEL["usage"], "raw": {"service_tier": "flex"}}},
        {"usage_metadata": LONG, "response_metadata": {"service_tier": "flex"}},
    ],
)
def test_a_tier_is_found_where_an_sdk_repeats_it(response):
    assert read_bill(json.dumps(response)).tier == "flex"


# A line of Vertex AI's batch output, in GoogleCloudPlatform's notebook on batch prediction, and an
# InlinedResponse of ai.google.dev/api/batch-api; both read on 2026-11-30.
@pytest.mark.parametrize(
    "around",
    [
        {"status": "", "processed_time": "2024-11-13T14:04:28.376+00:00", "request": {}},
        {"metadata": {"key": "req-1"}},
    ],
)
def test_a_line_of_google_s_batches_is_priced_as_a_batch(around):
    response = {"usageMetadata": {"promptTokenCount": 1_000_000, "candidatesTokenCount": 0}}
    answer = priced("gemini-2.5-flash", {**around, "response": response})
    assert (answer.receipt.total, answer.tier) == (Decimal("0.15"), "batch")  # a half of 0.30


def test_searches_with_google_are_named_in_both_spellings():
    told = {"grounding_metadata": {"web_search_queries": ["a", "b"]}}
    usage = {"prompt_token_count": 5, "candidates_token_count": 7}
    bill = read_bill(json.dumps({"candidates": [told], "usage_metadata": usage}))
    assert bill.left_out == ("2 searches with Google, some of them free each day",)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        # ai.google.dev/gemini-api/docs/maps-grounding, read on 2026-11-30
        (
            {"candidates": [{"groundingMetadata": {"groundingChunks": [{"maps": {}}]}}]},
            "grounding with Google Maps",
        ),
        (
            {"choices": [{"message": {"annotations": [{"type": "url_citation"}]}}]},
            "the web search that the answer cites",
        ),
    ],
)
def test_a_search_that_only_the_answer_shows_is_named(said, named):
    [left_out] = read_bill(json.dumps({**said, "usage": {"prompt_tokens": 5}})).left_out
    assert left_out == f"{named}, which may cost extra"


def test_a_modality_of_no_tokens_hides_no_other():
    details = [
        {"modality": "TEXT"},
        {"modality": "IMAGE", "tokenCount": None},
        {"modality": "AUDIO", "tokenCount": 9},
    ]
    usage = {"promptTokenCount": 9, "promptTokensDetails": details}
    assert read_bill(json.dumps({"usageMetadata": usage})).usage == Usage(9, input_audio=9)


@pytest.mark.parametrize(
    ("usage", "named"),
    [
        ({"num_sources_used": 3}, "“usage.num_sources_used” (3)"),  # xAI's search
        ({"extra": [{"of": "a", "kind": "b", "tokens": 4}]}, "“usage.extra.0.tokens” (4)"),
    ],
)
def test_a_number_is_named_also_where_it_stands_in_a_list(usage, named):
    [said] = read_bill(json.dumps({"usage": {"prompt_tokens": 1, **usage}})).left_out
    assert said == named


def test_with_a_key_of_one_s_own_openrouter_s_fee_comes_upon_the_maker_s_price():
    # The example of openrouter.ai/docs/use-cases/usage-accounting, read on 2026-11-30: 0.95 + 19.
    usage = {"prompt_tokens": 194, "completion_tokens": 2, "cost": 0.95, "is_byok": True}
    usage |= {"cost_details": {"upstream_inference_cost": 19}}
    assert read_bill(json.dumps({"usage": usage})).own_cost == Decimal("19.95")
    assert read_bill(json.dumps({"usage": {**usage, "is_byok": False}})).own_cost == Decimal("0.95")


@pytest.mark.parametrize(
    ("response", "field"),
    [
        ({"meta": {"billed_units": {"search_units": 1}}}, "meta.billed_units.input_tokens"),
        ({"model": "llama2", "done": True, "eval_count": 5}, "usage.prompt_eval_count"),
        ({"generation_token_count": 5}, "usage.prompt_token_count"),
    ],
)
def test_a_known_shape_without_its_input_is_refused_at_the_field(response, field):
    with pytest.raises(BillError, match="is missing") as refused:
        read_bill(json.dumps(response))
    assert refused.value.field == field
