"""The savings ladder of a plan: what each rung claims, and what keeps it from claiming."""

from dataclasses import replace
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.ladder import no_call, rungs
from tests.sizing.models import DAY, LARGE, MINI, price, profile
from tests.ui.app import html
from tests.ui.lab.plan.test_screen import planned, view

ASKED = {
    "prefix": 600, "pack": 10, "doc": 60_000, "chunk": 8_000, "examples": 500, "epochs": 3,
    "training": Decimal(0), "overlap": 0, "hit": 100, "again": 20,
    "merge": scenario.NONE, "usable": 80, "tries": 3, "right": 70, "better": 90, "caught": 80,
    "doubted": 10,
}  # fmt: skip


def named(found):
    return {rung.title: rung for rung in found}


def test_every_rung_shows_its_arithmetic():
    found = named(rungs(planned(), ASKED))
    assert len(found) == 8
    assert all(rung.saving.steps for rung in found.values())
    # 3,000 calls: alone 3,000 x 0.00024 = 0.72; ten in one saves 2,700 x 600 x 0.15 / 1e6 = 0.243
    assert found["Many items in one request"].saving.saved == Decimal("0.243")
    assert found["Batch"].saving.share == Decimal("0.5")


def test_rungs_that_need_a_larger_model_ask_for_one():
    found = named(rungs(planned(larger=None), ASKED))
    assert found["Chunk and merge"].saving is None
    assert "Choose a larger model" in found["Distil or fine-tune"].caution


def test_more_items_than_fit_in_a_request_are_not_priced():
    # (128,000 - 600) / (200 + 200) = 318 items, and 16,384 / 200 = 81 answers.
    packed = named(rungs(planned(), {**ASKED, "pack": 82}))["Many items in one request"]
    assert packed.saving is None
    assert packed.caution.startswith(
        "At most 81 items of this size fit in one: the context window has room for 318, "
        "the longest reply for 81."
    )


def test_an_overlap_as_long_as_its_part_is_refused():
    chunked = named(rungs(planned(), {**ASKED, "overlap": 8_000}))["Chunk and merge"]
    assert (chunked.saving, chunked.caution) == (None, "An overlap must be shorter than a part.")


def test_a_cache_that_costs_extra_to_write_says_from_when_it_pays():
    anthropic = price(3, 15, cached_input="0.3", cache_write="3.75")
    cached = named(rungs(planned(small=anthropic), {**ASKED, "hit": 50}))["Prefix cache"]
    assert cached.caution.endswith("hit rate of 21.7% on, or from 2 calls in a row on.")


def test_another_model_that_merges_is_priced_as_itself():
    by_large = named(rungs(planned(), ASKED))["Chunk and merge"].saving
    other = named(rungs(planned(), {**ASKED, "merge": "gpt-5-nano"}))["Chunk and merge"]
    assert "GPT-5 nano merges what it wrote." in other.deed
    assert other.saving.after < by_large.after
    assert any(step.when == "another model merges" for step in other.saving.steps)


def test_tries_that_fail_for_free_save_what_they_would_have_cost():
    # 1 + 0.2 + 0.04 = 1.24 tries when all are billed, 1 - 0.008 = 0.992 when only usable ones are.
    saving = named(rungs(planned(), ASKED))["Retries that are not billed"].saving
    assert saving.after / saving.before == Decimal("0.992") / Decimal("1.24")


def test_a_check_tells_what_it_closes_of_the_gap_and_pays_for_itself():
    # 0.3 x 0.8 + 0.7 x 0.1 = 31% sent on; 0.63 + 0.31 x 0.9 = 90.9% right; (0.909 - 0.7) / 0.2.
    rung = named(rungs(planned(), ASKED))["A small model with a check"]
    assert rung.caution.startswith(
        "31% of calls are sent on, 90.9% of answers are right in the end"
    )
    assert "104.5% of the gap" in rung.caution
    assert rung.saving.saved > 0


def test_kept_answers_save_the_share_that_is_asked_again():
    # 3,000 calls, a fifth of them asked again
    kept = named(rungs(planned(), ASKED))["Answer cache"]
    assert kept.saving.share == Decimal("0.2")


def test_a_rung_without_a_batch_price_says_so():
    batch = named(rungs(planned(small=price(1, 2)), ASKED))["Batch"]
    assert batch.saving is None
    assert "no batch price" in batch.caution


def test_every_rung_of_this_plan_starts_at_the_bill_of_the_plan_with_its_thinking():
    # 3,000 calls x (800 x 0.15 + 200 x 0.6 + 900 x 0.6) / 1e6 = 2.34; the larger model's
    # 3,000 x (800 x 2.5 + 1,100 x 10) / 1e6 = 39.
    plan = planned(reasoning=900)
    found = named(rungs(plan, ASKED))
    alike = ("Many items in one request", "Prefix cache", "Answer cache", "Batch")
    assert {found[name].saving.before for name in alike} == {Decimal("2.34")}
    larger = ("Distil or fine-tune", "A small model with a check")
    assert {found[name].saving.before for name in larger} == {Decimal(39)}
    # The taught one thinks too: 3,000 x (200 x 0.15 + 1,100 x 0.6) / 1e6, and 500 x 0.013 before.
    assert found["Distil or fine-tune"].saving.after == Decimal("2.07") + Decimal("6.5")
    # A check reads 1,000 tokens, thinks for 900 and writes one: (150 + 540.6) / 1e6.
    assert "A check costs $0.000691." in found["A small model with a check"].caution
    # 16,384 tokens of a longest reply / 1,100
    assert "the longest reply for 14." in found["Many items in one request"].caution


def test_examples_to_teach_with_hold_no_hidden_thinking():
    # 500 examples x (200 + 200) tokens x 3 epochs x 5 / 1e6 = 3
    asked = {**ASKED, "training": Decimal(5)}
    steps = named(rungs(planned(reasoning=900), asked))["Distil or fine-tune"].saving.steps
    assert [step.amount for step in steps if step.when == "training"] == [Decimal(3)]


def test_rungs_say_what_of_the_plan_they_leave_out():
    page = html(view(part="savings", cache="50", **{"in": "5000"}))
    assert "without its cache, calls sent again and calls that a larger model must" in page
    bare = html(view(part="savings", cache="50", retry="0", up="0"))
    assert "for the calls of the first month of your plan. " in bare


def test_a_text_that_no_call_can_hold_is_not_compared_with():
    long = {**ASKED, "doc": 500_000, "chunk": 8_000}
    rung = named(rungs(planned(), long))["Chunk and merge"]
    assert rung.saving is None
    # The prefix of 600 and an answer of 200 go with the text.
    assert rung.caution.startswith(
        "Too long: Big holds 128,000 tokens, prompt and reply together, and one call has 500,800. "
        "So it cannot be read at once; in parts, the text costs $"
    )
    parts = named(rungs(planned(), {**long, "chunk": 200_000}))["Chunk and merge"]
    assert "Too long: Small holds 128,000 tokens" in parts.caution
    merged = {**long, "doc": 5_000_000}  # 625 parts x 200 + 600 + 200 = 125,800: it fits
    assert "So it cannot" in named(rungs(planned(), merged))["Chunk and merge"].caution
    merged["doc"] = 6_000_000  # 750 parts x 200 + 600 + 200 = 150,800
    assert "one call has 150,800" in named(rungs(planned(), merged))["Chunk and merge"].caution


def test_a_model_that_merges_says_that_it_thinks():
    merged = {**ASKED, "merge": "gpt-5-nano"}
    assert "GPT-5 nano thinks" in named(rungs(planned(), merged))["Chunk and merge"].caution
    thought = named(rungs(planned(reasoning=100), merged))["Chunk and merge"].caution
    assert "thinks" not in thought


def test_no_rung_saves_anything_of_a_call_that_cannot_be_made():
    # GPT-4o mini writes at most 16,384 tokens.
    app = view(part="savings", think="20000")
    assert app.warning[-1].value.startswith("Too long a reply: GPT-4o mini writes at most 16,384")
    assert "A call of this plan cannot be made" in app.warning[-1].value
    assert "saves" not in html(app)
    assert "Write a smaller number" not in html(app)
    assert no_call(planned()) == ""


def test_a_reply_that_a_model_never_writes_is_not_mended_by_other_parts():
    short = profile(
        "big", LARGE, limits=Limits(context_window=128_000, max_output=150, checked_on=DAY)
    )
    found = named(rungs(planned(larger=short), ASKED))
    assert found["Chunk and merge"].caution == (
        "Too long a reply: Big writes at most 150 tokens. "
        "Plan a shorter answer or less thinking, or choose another model."
    )
    for title in ("Distil or fine-tune", "A small model with a check"):
        assert found[title].saving is None
        assert found[title].caution.endswith("So it cannot answer all.")


def test_one_item_always_fits_in_its_own_request():
    full = profile(
        "small", MINI, limits=Limits(context_window=1000, max_output=200, checked_on=DAY)
    )
    plan = replace(planned(), profile=full)
    alone = named(rungs(plan, {**ASKED, "pack": 2}))["Many items in one request"]
    assert alone.caution.startswith("At most 1 item of this size fits in one")


def test_a_cache_names_hidden_thinking_as_every_other_rung_does():
    steps = named(rungs(planned(input=2600, reasoning=500), {**ASKED, "prefix": 2000}))
    told = " ".join(step.sum for step in steps["Prefix cache"].saving.steps)
    assert "200 output tokens" in told
    assert "500 reasoning tokens" in told
    # 15 steps of 128
    assert "1 × 1,920 input tokens written to the cache" in told
