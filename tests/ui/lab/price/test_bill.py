"""The lab's answers: bills, notes, and the same job on other models."""

from decimal import Decimal

import pytest

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.ui.lab.inputs import Inputs
from sizewise.ui.lab.price.bill import bill, compared, no_batch, token_counts
from tests.sizing.models import DAY, LARGE, MINI, catalogue, long_context, price, profile

SMALL = profile("small", MINI, encoding="o200k_base", encoding_status="exact")
BIG = profile("big", LARGE)
NO_BATCH = profile("no-batch", price("1", "2"))
WITHOUT = profile("without")
ROOMY = Limits(context_window=1_000_000, checked_on=DAY)


def job(**more):
    return Inputs(**{"model": "small", "output": 8, "calls": 50_000, "compared": (), **more})


def test_a_month_costs_calls_times_one_call():
    answer = bill(SMALL, 34, job(), DAY)
    # (34 x 0.15 + 8 x 0.60) / 1e6 = 0.0000099 for one call
    assert answer.call.total == Decimal("0.0000099")
    assert answer.month.total == Decimal("0.495")


def test_a_batch_is_priced_as_a_batch():
    assert bill(SMALL, 34, job(batch=True), DAY).month.total == Decimal("0.2475")  # half rates


def test_a_model_without_a_batch_price_says_so_and_keeps_the_usual_price():
    assert "cannot be priced as a batch" in no_batch(NO_BATCH, 34, DAY)
    assert no_batch(SMALL, 34, DAY) is None
    assert not bill(NO_BATCH, 34, job(batch=True), DAY).month.batch


def test_a_short_prompt_is_told_that_nothing_is_cached():
    [note] = bill(SMALL, 34, job(cached=40), DAY).notes
    assert "A cache starts at 1,024 repeated tokens" in note
    assert "is 13 tokens" in note  # 40 % of 34 is 13.6


def test_a_long_repeated_start_comes_from_the_cache():
    roomy = profile("small", MINI, limits=ROOMY)
    answer = bill(roomy, 4_000, job(cached=50, calls=1, output=0), DAY)
    # 2,000 repeated tokens are 15 whole steps of 128: 1,920 cached and 2,080 fresh
    assert answer.month.total == (2_080 * Decimal("0.15") + 1_920 * Decimal("0.075")) / 10**6
    assert answer.notes == ()


def test_a_call_that_does_not_fit_is_told():
    notes = bill(SMALL, 995, job(output=8), DAY).notes  # the window holds 1,000
    assert "one call has 1,003" in notes[0]


def test_a_reply_longer_than_the_model_writes_is_told():
    limits = Limits(context_window=10**6, max_output=100, checked_on=DAY)
    [note] = bill(profile("small", MINI, limits=limits), 10, job(output=101), DAY).notes
    assert "at most 100 tokens" in note


def test_a_model_that_thinks_is_told_to_cost_more():
    [note] = bill(profile("thinker", MINI, thinking="on-by-default"), 10, job(), DAY).notes
    assert "billed as output" in note


def test_a_model_that_thinks_when_asked_says_that_one_has_to_ask():
    [note] = bill(profile("quiet", MINI, thinking="off-by-default"), 10, job(), DAY).notes
    assert "only when you ask" in note


def test_the_higher_rate_of_long_inputs_is_told():
    dear = profile("dear", price(1, 2, long_context=long_context(900, 2, 4)))
    [note] = bill(dear, 901, job(), DAY).notes
    assert "Above 900 tokens" in note


def test_without_a_price_there_is_no_bill():
    with pytest.raises(PriceUnknown):
        bill(WITHOUT, 34, job(), DAY)


def test_each_model_counts_with_its_own_tokenizer():
    old = profile("old", MINI, encoding="r50k_base", encoding_status="exact")
    counts = token_counts("नमस्ते दुनिया", {"new": SMALL, "old": old})
    assert counts["old"] > counts["new"]


def test_the_same_job_is_sorted_by_cost_and_unknown_prices_come_last():
    models = catalogue(SMALL, BIG, WITHOUT)
    rows = compared("Hello", models, job(compared=("without", "big", "small")), DAY)
    assert [row.profile.id for row in rows] == ["small", "big", "without"]
    assert rows[-1].why is not None


def test_comparing_nothing_gives_no_rows():
    assert compared("Hello", catalogue(SMALL), job(), DAY) == ()
