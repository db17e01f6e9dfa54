"""Another reader of the same responses as the oracle: the one of genai-prices."""

import json

import pytest
from genai_prices import extract_usage

from sizewise.sizing.cost.bill import read_bill
from tests.sizing.cost.test_bill import ANTHROPIC, GEMINI, OPENAI_CHAT, OPENAI_RESPONSES

SAME = [
    (OPENAI_CHAT, "openai", "chat"),
    (OPENAI_RESPONSES, "openai", "responses"),
    (ANTHROPIC, "anthropic", "default"),
    (GEMINI, "google", "default"),
]


@pytest.mark.parametrize(("response", "provider", "flavour"), SAME, ids=lambda each: str(each)[:9])
def test_a_bill_says_what_genai_prices_reads(response, provider, flavour):
    theirs = extract_usage(response, provider_id=provider, api_flavor=flavour).usage
    ours = read_bill(json.dumps(response)).usage
    assert (ours.input, ours.output) == (theirs.input_tokens, theirs.output_tokens)
    assert ours.cached == (theirs.cache_read_tokens or 0)
    assert ours.cache_written == (theirs.cache_write_tokens or 0)
    assert ours.reasoning == (getattr(theirs, "output_reasoning_tokens", None) or 0)
