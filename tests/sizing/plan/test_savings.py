from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.plan.savings import (
    Distillation,
    answer_cache,
    as_batch,
    calls_to_pay,
    chunk_and_merge,
    distil,
    hit_rate_to_pay,
    largest_request,
    many_in_one,
    prefix_cache,
)
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import LARGE, MINI, price

TOKENS = st.integers(0, 3000)


def sums(saving):
    return [(step.when, step.sum, step.amount) for step in saving.steps]


def test_fifty_emails_in_one_request_share_the_instruction():
    # Alone: 50,000 x (150 + 30) x 0.15 + 50,000 x 4 x 0.60 = 1.35 + 0.12.
    # By fifties: 1,000 x (150 + 1,500) x 0.15 = 0.2475, and the same output.
    saving = many_in_one(50_000, 50, instruction=150, item=30, answer=4, price=MINI)
    assert (saving.before, saving.after) == (Decimal("1.47"), Decimal("0.3675"))
    assert (saving.saved, saving.share) == (Decimal("1.1025"), Decimal("0.75"))
    assert sums(saving) == [
        (
            "one item a request",
            "50,000 × 180 input tokens × $0.15 / 1,000,000",
            Decimal("1.35"),
        ),
        ("one item a request", "50,000 × 4 output tokens × $0.60 / 1,000,000", Decimal("0.12")),
        (
            "50 items a request",
            "1,000 × 1,650 input tokens × $0.15 / 1,000,000",
            Decimal("0.2475"),
        ),
        ("50 items a request", "1,000 × 200 output tokens × $0.60 / 1,000,000", Decimal("0.12")),
    ]


def test_the_last_request_may_hold_fewer():
    # 2 x (100 + 40) + (100 + 20) = 400 tokens for 5 items by twos.
    saving = many_in_one(5, 2, instruction=100, item=20, answer=0, price=price(1, 0))
    assert saving.after == Decimal("0.0004")


@given(st.integers(0, 500), st.integers(1, 60), TOKENS, TOKENS, TOKENS)
def test_packing_saves_the_instructions_that_are_not_sent(items, size, instruction, item, answer):
    saving = many_in_one(items, size, instruction, item, answer, MINI)
    requests = -(-items // size)
    assert saving.saved == (items - requests) * instruction * Decimal("0.15") / 1_000_000


def test_a_small_model_reads_the_parts_and_a_large_one_merges():
    # At once: 100,100 x 2.50 + 500 x 10 = 250,250 + 5,000 millionths.
    # Ten parts: 10,100 x 0.15 + 500 x 0.60 = 1,815 each; merge: 5,100 x 2.50 + 5,000 = 17,750.
    saving = chunk_and_merge(100_000, 10_000, 100, 500, MINI, LARGE)
    assert (saving.before, saving.after) == (Decimal("0.25525"), Decimal("0.0359"))


def test_a_last_part_is_shorter():
    # 4 + 4 + 2 tokens with 1 of instruction each: 5 + 5 + 3 at 1; the merge reads 1 + 0 at 1.
    saving = chunk_and_merge(10, 4, 1, 0, price(1, 0), price(1, 0))
    assert saving.after == Decimal(14).scaleb(-6)


def test_chunking_with_the_same_model_costs_more():
    assert chunk_and_merge(100_000, 10_000, 100, 500, LARGE, LARGE).saved < 0


def test_a_cache_serves_every_call_but_the_first():
    # 1,000 calls of 2,006 tokens, 1,920 kept. Cold: 300.9 millionths each.
    # Warm: 86 x 0.15 + 1,920 x 0.075 = 156.9 each; the first is cold.
    saving = prefix_cache(1000, prefix=2006, rest=0, answer=0, price=MINI)
    assert saving.before == Decimal("0.3009")
    assert saving.after == Decimal("0.0003009") + 999 * Decimal("0.0001569")


def test_writing_a_cache_can_cost_more_than_one_call_saves():
    anthropic = price(3, 15, cached_input="0.3", cache_write="3.75")
    assert prefix_cache(1, 10_240, 0, 0, anthropic).saved < 0
    # Writing costs 0.75 more, reading saves 2.70: two calls are enough.
    assert prefix_cache(2, 10_240, 0, 0, anthropic).saved == Decimal("1.95") * 10_240 / 1_000_000


def test_a_short_prefix_is_not_cached():
    assert prefix_cache(1000, 1023, 500, 10, MINI).saved == 0


def test_a_batch_halves_the_bill():
    saving = as_batch(50_000, Usage(180, output=4), MINI)
    assert (saving.before, saving.after, saving.share) == (
        Decimal("1.47"),
        Decimal("0.735"),
        Decimal("0.5"),
    )


def test_no_batch_without_batch_rates():
    with pytest.raises(BatchUnavailable):
        as_batch(1, Usage(1), price(1, 2))


def lesson(**changes):
    """1,000 examples of 2,000 in and 100 out from the large model teach a small one 3 times over.

    It then needs 200 tokens in: the examples are in its weights.
    """
    facts = {
        "examples": 1000,
        "epochs": 3,
        "training_rate": Decimal(3),
        "usage": Usage(2000, output=100),
        "large": LARGE,
        "taught_usage": Usage(200, output=100),
        "taught": price("0.30", "1.20"),
    }
    return Distillation(**(facts | changes))


def test_teaching_a_small_model_pays_after_some_calls():
    # Examples: 1,000 x 0.006 = 6. Training: 1,000 x 300 x 3 x 3 / 1e6 = 2.70.
    # A call: 0.006 before, 0.00018 after. 8.70 / 0.00582 = 1,494.8.
    back = distil(lesson(), 10_000)
    assert (back.once, back.after_calls) == (Decimal("8.7"), 1495)
    assert (back.saving.before, back.saving.after) == (Decimal(60), Decimal("10.5"))
    assert back.saving.steps[-3].sum == (
        "1,000 examples × 300 tokens × 3 epochs × $3.00 / 1,000,000"
    )


def test_answers_that_are_there_already_need_no_large_model():
    assert distil(lesson(own_examples=True), 10_000).once == Decimal("2.7")


def test_a_taught_model_that_is_no_cheaper_never_pays():
    assert distil(lesson(taught=price(100, 100)), 10_000).after_calls is None


@given(st.integers(1, 2000), st.integers(0, 5))
def test_one_call_before_the_payback_nothing_is_saved_yet(examples, epochs):
    job = lesson(examples=examples, epochs=epochs)
    paid = distil(job, 0).after_calls
    assert distil(job, paid).saving.saved >= 0
    assert distil(job, paid - 1).saving.saved < 0


def test_nothing_to_do_saves_nothing():
    assert as_batch(0, Usage(10), MINI).share == 0
    assert prefix_cache(0, 5000, 0, 0, MINI).steps == ()


def test_the_longest_reply_bounds_how_many_items_fit():
    # Window: (128,000 - 150) / (30 + 4) = 3,760. Reply: 2,000 / 4 = 500.
    assert largest_request(150, 30, 4, window=128_000) == 3760
    assert largest_request(150, 30, 4, window=128_000, longest=2000) == 500


def test_an_instruction_that_fills_the_window_leaves_no_room():
    assert largest_request(8192, 30, 4, window=8192) == 0
    assert largest_request(9000, 30, 4, window=8192) == 0


@given(TOKENS, st.integers(1, 300), st.integers(0, 300), st.integers(0, 9000))
def test_one_item_more_than_the_largest_request_does_not_fit(instruction, item, answer, window):
    most = largest_request(instruction, item, answer, window, longest=500)

    def fits(items):
        return instruction + items * (item + answer) <= window and items * answer <= 500

    assert not fits(most + 1)
    assert fits(most) or most == 0


def test_parts_that_overlap_read_some_tokens_twice():
    # 10 tokens in parts of 4 that begin with the last one of the one before: 1-4, 4-7, 7-10.
    # 3 x (4 + 1 instruction) at 1; the merge reads 1 + 0.
    saving = chunk_and_merge(10, 4, 1, 0, price(1, 0), price(1, 0), overlap=1)
    assert saving.after == Decimal(16).scaleb(-6)


def test_a_last_part_begins_with_the_overlap_too():
    # 11 tokens: 1-4, 4-7, 7-10 and 10-11: 5 + 5 + 5 + 3, the merge 1.
    saving = chunk_and_merge(11, 4, 1, 0, price(1, 0), price(1, 0), overlap=1)
    assert saving.after == Decimal(19).scaleb(-6)


@given(st.integers(1, 500), st.integers(1, 60), st.data())
def test_each_seam_reads_the_overlap_once_more(document, chunk, data):
    overlap = data.draw(st.integers(0, chunk - 1))
    saving = chunk_and_merge(document, chunk, 0, 0, price(1, 0), price(0, 0), overlap=overlap)
    parts = max(1, -(-(document - overlap) // (chunk - overlap)))
    assert saving.after == Decimal(document + (parts - 1) * overlap).scaleb(-6)


def test_another_model_may_merge():
    # Ten parts of 1,815 millionths, and MINI merges: 5,100 x 0.15 + 500 x 0.60 = 1,065.
    saving = chunk_and_merge(100_000, 10_000, 100, 500, MINI, LARGE, merge=MINI)
    assert saving.after == Decimal("0.019215")
    assert saving.steps[-1].when == "another model merges"


def test_a_cache_that_forgets_is_written_again():
    # 101 calls, of the later 100 a quarter hits: 25 read, 76 write 10,240 tokens.
    # 76 x 10,240 x 3.75 + 25 x 10,240 x 0.30 = 2,918,400 + 76,800 millionths.
    # Without a cache 101 x 10,240 x 3 = 3,102,720.
    anthropic = price(3, 15, cached_input="0.3", cache_write="3.75")
    saving = prefix_cache(101, 10_240, 0, 0, anthropic, Decimal("0.25"))
    assert saving.after == Decimal("2.9952")
    assert saving.before == Decimal("3.10272")


def test_a_cache_pays_from_a_hit_rate_on():
    anthropic = price(3, 15, cached_input="0.3", cache_write="3.75")
    # (3.75 - 3) / (3.75 - 0.3) = 0.75 / 3.45 = 5 / 23; (3.75 - 0.3) / (3 - 0.3) = 1.28 calls
    assert hit_rate_to_pay(anthropic) == Fraction(5, 23)
    assert calls_to_pay(anthropic) == 2


def test_a_cache_that_is_written_for_nothing_always_pays():
    assert (hit_rate_to_pay(MINI), calls_to_pay(MINI)) == (0, 1)


def test_a_cache_that_is_read_at_the_full_rate_never_pays_for_its_writing():
    dear = price(3, 15, cache_write="3.75")
    assert (hit_rate_to_pay(dear), calls_to_pay(dear)) == (None, None)


@given(st.integers(1, 99), st.integers(1, 300), st.integers(1, 200))
def test_at_the_hit_rate_to_pay_a_cache_saves_nothing(read, premium, rate):
    rates = price(100 * rate, 0, cached_input=read * rate, cache_write=(100 + premium) * rate)
    share = hit_rate_to_pay(rates)
    paid = (1 - share) * Fraction(rates.cache_write) + share * Fraction(rates.cached_input)
    assert paid == rates.input


@given(st.integers(1, 99), st.integers(1, 300))
def test_calls_to_pay_are_the_fewest(read, premium):
    rates = price(100, 0, cached_input=read, cache_write=100 + premium)
    calls = calls_to_pay(rates)
    assert prefix_cache(calls, 1024, 0, 0, rates).saved >= 0
    assert prefix_cache(calls - 1, 1024, 0, 0, rates).saved < 0


def test_answers_given_again_need_no_model():
    # 10,000 calls of (180 x 0.15 + 4 x 0.60) = 29.4 millionths; 3,000 repeat; 1 millionth to look.
    saving = answer_cache(
        10_000, Decimal("0.3"), Usage(180, output=4), MINI, lookup=Decimal("0.000001")
    )
    assert (saving.before, saving.after) == (Decimal("0.294"), Decimal("0.2158"))
    assert saving.steps[-1].sum == "10,000 × $0.000001"


@given(st.integers(0, 1000), st.decimals(0, 1, places=3))
def test_an_answer_cache_saves_the_share_that_repeats(calls, repeated):
    saving = answer_cache(calls, repeated, Usage(180, output=4), MINI)
    assert saving.saved == int(repeated * calls) * Decimal("0.0000294")


@pytest.mark.parametrize(
    ("field", "climb"),
    [
        ("item", lambda: largest_request(1, 0, 0, 100)),
        ("overlap", lambda: chunk_and_merge(9, 3, 1, 1, MINI, LARGE, overlap=-1)),
        ("chunk", lambda: chunk_and_merge(9, 3, 1, 1, MINI, LARGE, overlap=3)),
        ("hit_rate", lambda: prefix_cache(9, 1, 1, 1, MINI, Decimal("1.1"))),
        ("repeated", lambda: answer_cache(9, Decimal("-0.1"), Usage(1), MINI)),
        ("items", lambda: many_in_one(-1, 1, 1, 1, 1, MINI)),
        ("per_request", lambda: many_in_one(1, 0, 1, 1, 1, MINI)),
        ("document", lambda: chunk_and_merge(-1, 1, 1, 1, MINI, LARGE)),
        ("chunk", lambda: chunk_and_merge(1, 0, 1, 1, MINI, LARGE)),
        ("calls", lambda: prefix_cache(-1, 1, 1, 1, MINI)),
        ("calls", lambda: as_batch(-1, Usage(1), MINI)),
        ("calls", lambda: distil(lesson(), -1)),
        ("examples", lambda: distil(lesson(examples=-1), 1)),
        ("epochs", lambda: distil(lesson(epochs=-1), 1)),
    ],
)
def test_a_number_that_cannot_be_names_its_field(field, climb):
    with pytest.raises(UsageError) as refused:
        climb()
    assert refused.value.field == field
