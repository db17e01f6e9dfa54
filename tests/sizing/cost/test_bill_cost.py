"""What a response costs: tiers, caches, tools, sound, and what no rate is known for."""

import json
from datetime import date
from decimal import Decimal

import pytest

from sizewise import ROOT
from sizewise.library.catalogue import open_catalogue
from sizewise.sizing.cost.bill import read_bill
from sizewise.sizing.cost.bill_cost import cost_of

TODAY = date(2026, 11, 29)
CATALOGUE = open_catalogue(ROOT)


def priced(model, response, day=TODAY, calls=1):
    bill = read_bill(json.dumps({"model": model, **response}))
    return cost_of(bill, CATALOGUE.model(model).price_on(day), calls=calls)


def openai(sent, written, **more):
    usage = {"prompt_tokens": sent, "completion_tokens": written}
    return {"usage": usage, **more}


def anthropic(sent, written, **more):
    return {"usage": {"input_tokens": sent, "output_tokens": written, **more}}


THOUGHT = {"reasoning_tokens": 1400}
EXACT = {
    # 200,000 x 0.50 + 10,000 x 2.50, a half of 1 and 5
    "a batch": ("claude-haiku-4-5", anthropic(200_000, 10_000, service_tier="batch"), "0.125"),
    # 200,000 x 0.25 + 10,000 x 1.00
    "priority": ("gpt-4o-mini", openai(200_000, 10_000, service_tier="priority"), "0.06"),
    # 200,000 x 0.125 + 10,000 x 1.00
    "flex": ("gpt-5-mini", openai(200_000, 10_000, service_tier="flex"), "0.035"),
    # 9,600 x 2.00, an hour in the cache, + 200 x 1.00
    "an hour in the cache": (
        "claude-haiku-4-5",
        anthropic(
            200,
            0,
            cache_creation_input_tokens=9_600,
            cache_creation={"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 9_600},
        ),
        "0.0194",
    ),
    # 600 x 1.25 for five minutes, 400 x 2.00 for an hour
    "both caches": (
        "claude-haiku-4-5",
        anthropic(
            0,
            0,
            cache_creation_input_tokens=1_000,
            cache_creation={"ephemeral_5m_input_tokens": 600, "ephemeral_1h_input_tokens": 400},
        ),
        "0.00155",
    ),
    # 1,000 x 1.00 an hour in the cache, a half of 2.00
    "an hour in the cache of a batch": (
        "claude-haiku-4-5",
        anthropic(
            0,
            0,
            service_tier="batch",
            cache_creation={"ephemeral_1h_input_tokens": 1_000},
        ),
        "0.001",
    ),
    # 2,000 x 1.00 + 1,000 x 5.00 + 5 searches at 10 a thousand
    "searches": (
        "claude-haiku-4-5",
        anthropic(2_000, 1_000, server_tool_use={"web_search_requests": 5}),
        "0.057",
    ),
    # 10,000 x 2.00 + (1,500 + 1,400) x 6.00
    "thoughts beside the answer": (
        "grok-4.7",
        {
            "usage": {
                "prompt_tokens": 10_000,
                "completion_tokens": 1_500,
                "total_tokens": 12_900,
                "completion_tokens_details": THOUGHT,
            }
        },
        "0.0374",
    ),
    # the same, where the total says that the answer holds them: 10,000 x 2.00 + 1,500 x 6.00
    "thoughts within the answer": (
        "grok-4.7",
        {
            "usage": {
                "prompt_tokens": 10_000,
                "completion_tokens": 1_500,
                "total_tokens": 11_500,
                "completion_tokens_details": THOUGHT,
            }
        },
        "0.029",
    ),
    # 1,000 of sound x 1.00 + 500 of text x 0.30
    "sound": (
        "gemini-2.5-flash",
        {
            "usageMetadata": {
                "promptTokenCount": 1_500,
                "candidatesTokenCount": 0,
                "promptTokensDetails": [
                    {"modality": "TEXT", "tokenCount": 500},
                    {"modality": "AUDIO", "tokenCount": 1_000},
                ],
            }
        },
        "0.00115",
    ),
    # 3 searches at 10 a thousand, 2 in files at 2.50; opening a page is free
    "searches of OpenAI": (
        "gpt-4o-mini",
        {
            "output": [
                *({"type": "web_search_call", "action": {"type": "search"}},) * 3,
                {"type": "web_search_call", "action": {"type": "open_page"}},
                *({"type": "file_search_call"},) * 2,
                {"type": "message"},
            ],
            "usage": {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0},
        },
        "0.035",
    ),
}


@pytest.mark.parametrize(("model", "response", "total"), EXACT.values(), ids=EXACT)
def test_a_bill_has_every_line_that_the_price_list_has_a_rate_for(model, response, total):
    answer = priced(model, response)
    assert answer.receipt.total == Decimal(total)
    assert answer.left_out == ()


@pytest.mark.parametrize(("model", "response", "total"), EXACT.values(), ids=EXACT)
def test_a_thousand_such_calls_cost_a_thousand_times_as_much(model, response, total):
    assert priced(model, response, calls=1000).receipt.total == 1000 * Decimal(total)


@pytest.mark.parametrize("said", ["default", "auto", "standard", "on_demand", None, ""])
def test_the_standard_tier_has_many_names_and_the_usual_rates(said):
    answer = priced("gpt-4o-mini", openai(1_000_000, 0, service_tier=said))
    assert (answer.receipt.total, answer.tier, answer.left_out) == (Decimal("0.15"), None, ())


LEFT_OUT = {
    "a tier without a rate": (
        "gpt-4o-mini",
        openai(10, 5, service_tier="scale"),
        "what the tier “scale” changes: the price list has no rate for it on that day",
    ),
    "a tier that this maker sells by contract": (
        "claude-haiku-4-5",
        anthropic(10, 5, service_tier="priority"),
        "what the tier “priority” changes",
    ),
    "searches without a rate": (
        "grok-4.7",
        {"usage": {"input_tokens": 9, "server_tool_use": {"web_search_requests": 1}}},
        "1 web search: the price list has no rate for that",
    ),
    "runs of code": (
        "gpt-4o-mini",
        {"output": [{"type": "code_interpreter_call"}] * 2, "usage": {"input_tokens": 9}},
        "2 runs of code, which may cost extra",
    ),
    "a number that nobody knows": (
        "gpt-4o-mini",
        {"usage": {"prompt_tokens": 9, "moon_tokens": 70}},
        "“usage.moon_tokens” (70)",
    ),
    "more in all than in the parts": (
        "gpt-4o-mini",
        {"usage": {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 110}},
        "100 tokens: the response counts 110 in all, and its parts come to 10",
    ),
    "sound without a rate": (
        "gpt-4o-mini",
        {"usage": {"prompt_tokens": 9, "prompt_tokens_details": {"audio_tokens": 4}}},
        "what sound costs more than text (4 tokens)",
    ),
    "a place to compute": (
        "claude-haiku-4-5",
        anthropic(9, 1, inference_geo="us"),
        "what it costs more to compute in the US alone",
    ),
    "searches with Google": (
        "gemini-2.5-flash",
        {
            "candidates": [{"groundingMetadata": {"webSearchQueries": ["a", "b"]}}],
            "usageMetadata": {"promptTokenCount": 5},
        },
        "2 searches with Google",
    ),
}


@pytest.mark.parametrize(("model", "response", "says"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_a_bill_has_no_rate_for_it_says(model, response, says):
    [left_out] = priced(model, response).left_out
    assert left_out.startswith(says)


def test_a_tier_before_its_first_rate_is_priced_as_standard_and_says_so():
    response = openai(1_000_000, 0, service_tier="priority")
    answer = priced("gpt-4o-mini", response, day=date(2026, 10, 11))
    assert (answer.receipt.total, answer.tier) == (Decimal("0.15"), None)
    assert len(answer.left_out) == 1


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        ({"prompt_tokens": 1, "cost": 0.00123}, "0.00123"),  # OpenRouter
        ({"prompt_tokens": 1, "cost": {"total_cost": 0.006}}, "0.006"),  # Perplexity
        ({"prompt_tokens": 1, "cost_in_usd_ticks": 37_400_000}, "0.00374"),  # xAI
        ({"prompt_tokens": 1, "cost": "free"}, None),
        ({"prompt_tokens": 1}, None),
    ],
)
def test_what_the_provider_itself_charged_stands_beside(usage, cost):
    bill = read_bill(json.dumps({"usage": usage}))
    assert bill.own_cost == (None if cost is None else Decimal(cost))
    assert bill.left_out == ()
