"""Plan: its address, its receipt, and each of its sections."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.plan.break_even import break_even
from sizewise.sizing.plan.plan import Plan
from sizewise.sizing.plan.rate_limits import Busy, RateLimits, check_rates
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.certainty import band_of, bands_of, tornado_html
from sizewise.ui.lab.plan.crossing import moved, offer, reach
from sizewise.ui.lab.plan.ladder import rungs
from sizewise.ui.lab.plan.months import budget_words
from sizewise.ui.lab.plan.pace import verdict_html
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.plan.screen import notes_on, plan_csv
from tests.sizing.models import DAY, LARGE, MINI, price, profile
from tests.ui.app import html, opened

ROOM = Limits(context_window=128_000, max_output=16_384, checked_on=DAY)
SMALL, BIG = profile("small", MINI, limits=ROOM), profile("big", LARGE, limits=ROOM)
MODELS = ("gpt-4o-mini", scenario.LARGER, scenario.VERSUS)
ASKED = {
    "prefix": 600, "pack": 10, "doc": 60_000, "chunk": 8_000, "examples": 500, "epochs": 3,
    "training": Decimal(0), "overlap": 0, "hit": 100, "again": 20,
    "merge": scenario.NONE, "usable": 80, "tries": 3, "right": 70, "better": 90, "caught": 80,
    "doubted": 10,
}  # fmt: skip


def view(**address):
    return opened("lab", **{"view": "plan", **address})


def planned(larger=BIG, small=MINI, **more):
    plan = Plan(**{"input": 800, "answer": 200, "calls_per_day": Decimal(100), **more})
    return Planned(plan, SMALL, small, larger, LARGE if larger else None)


def named(found):
    return {rung.title: rung for rung in found}


@pytest.mark.parametrize("part", scenario.PARTS)
def test_each_section_opens_from_its_address(part):
    app = view(part=part)
    assert not app.exception
    assert not app.error
    assert "First month" in html(app)


def test_a_link_rebuilds_the_scenario():
    app = view(**{"in": "1200", "answer": "50", "daily": "10", "grow": "0", "retry": "0"}, up="0")
    # (1,200 x 0.15 + 50 x 0.60) / 1e6 = 0.00021 a call; 300 calls a month
    assert "<b>$0.063</b>" in html(app)
    assert app.number_input(key="lab_plan_in").value == 1200


def test_what_is_typed_is_written_to_the_address():
    app = view()
    app.number_input(key="lab_plan_daily").set_value(77).run()
    app.slider(key="lab_plan_cache").set_value(40).run()
    assert "77" in app.query_params["daily"]
    assert "40" in app.query_params["cache"]
    assert "A cache starts at 1,024" in "".join(each.value for each in app.caption)


def test_another_view_and_back_keeps_the_plan():
    app = view(daily="77")
    app.pills(key="lab_view").set_value("x-ray").run()
    assert "daily" not in app.query_params
    app.pills(key="lab_view").set_value("plan").run()
    assert app.number_input(key="lab_plan_daily").value == 77


def test_nonsense_in_the_address_is_told_and_not_believed():
    app = view(daily="-1", cache="101", larger="<b>", part="nope", budget="1e9")
    assert html(app).count("The address asks for") == 5
    assert "<b>”" not in html(app)
    assert not app.exception


def test_the_notice_goes_once_a_field_changes():
    app = view(daily="-1")
    app.number_input(key="lab_plan_in").set_value(5).run()
    assert "The address asks" not in html(app)


def test_every_start_is_a_possible_value():
    for parameter in scenario.parameters(MODELS).values():
        kind = parameter.kind
        assert kind.read(kind.write(parameter.start)) == parameter.start


def test_calls_that_escalate_to_nothing_are_told_at_their_field():
    app = view(larger="none", up="5")
    assert "Choose the larger model" in app.error[0].value
    assert "Larger model" not in html(app)


def test_a_model_without_a_batch_price_says_so_at_its_slider():
    app = view(model="deepseek-flash", batched="50")
    assert app.slider(key="lab_plan_batched").disabled
    assert "cannot be priced as a batch" in "".join(each.value for each in app.caption)
    assert "As a batch" not in html(app)


def test_the_slider_changes_the_chart():
    app = view(larger="none", up="0", retry="0", grow="0")
    assert "this plan $10.80" in app.get("plotly_chart")[0].proto.alt  # 45,000 x 0.00024
    app.slider(key="lab_plan_grow").set_value(100).run()
    # twice as much each month, eleven times: 10.80 x 2,048
    assert "this plan $22,118.40" in app.get("plotly_chart")[0].proto.alt


def test_a_budget_tells_its_calls_and_when_the_plan_outgrows_it():
    # a call costs (800 x 0.15 + 200 x 0.60) / 1e6 = 0.00024; 1 dollar pays for 4,166 of them
    words = budget_words(planned(larger=None, growth=Decimal(1)), Decimal(1))
    assert "<b>4,166 calls</b>" in words
    assert "in month 2" in words  # 0.72, then 1.44
    assert "enough for all" in budget_words(planned(larger=None), Decimal(1))
    assert "already in the first" in budget_words(planned(larger=None), Decimal("0.5"))


def test_a_free_plan_needs_no_budget():
    assert "costs nothing" in budget_words(planned(larger=None, small=price(0, 0)), Decimal(0))


def test_a_guess_may_be_half_or_double_and_a_share_stays_a_share():
    plan = planned(retry_share=Decimal("0.1")).plan
    assert vars(band_of(plan, "input", "guessed")) == {"low": 400, "mid": 800, "high": 1600}
    assert band_of(plan, "retry_share", "guessed").low == 0
    assert band_of(plan, "retry_share", "guessed").high == Decimal("0.25")


def test_what_the_plan_leaves_at_nothing_is_no_guess():
    assert set(bands_of(planned(), "guessed")) == {"calls_per_day", "input", "answer"}


def test_a_tornado_of_nothing_is_not_drawn():
    assert tornado_html((), Decimal(1)) == ""


def test_a_line_of_the_break_even_meets_at_the_break_even():
    first, second = offer(planned(), SMALL, MINI), offer(planned(), BIG, LARGE)
    found = break_even(first, second, "reasoning", "first")
    # big: (800 x 2.5 + 200 x 10) = 4,000; small: 240 + 0.6 r, so r = 6,266.67
    assert found.at == Fraction(18_800, 3)
    assert moved(first, "reasoning", Fraction(6_000)) < moved(second, "reasoning", Fraction(0))
    assert reach(found, first, "reasoning") == 2 * found.at


def test_a_cached_share_is_drawn_from_none_to_all():
    plan = planned(input=4096)
    first, second = offer(plan, SMALL, MINI), offer(plan, BIG, LARGE)
    found = break_even(first, second, "cached_share")
    assert reach(found, first, "cached_share") == 1
    half = moved(first, "cached_share", Fraction(1, 2))
    # 3,000 calls x (4,096 x (0.15 + 0.075) / 2 + 200 x 0.6) / 1e6
    assert half == Fraction("1.7424")


def test_a_break_even_counts_no_cache_that_the_receipt_does_not():
    # Half of 800 tokens is too little for a cache: 45,000 calls x (800 x 0.15 + 200 x 0.6) / 1e6
    app = view(cache="50", part="even", vary="calls_per_month", up="0", retry="0")
    assert "<b>$10.80</b>" in html(app)
    assert "$9.45" not in html(app)
    flat = offer(planned(), SMALL, MINI)
    assert moved(flat, "cached_share", Fraction(1)) == moved(flat, "cached_share", Fraction(0))


def test_the_same_model_twice_is_told():
    app = view(part="even", versus="gpt-4o-mini")
    assert "two different models" in app.info[0].value


@pytest.mark.parametrize("vary", scenario.AXES)
@pytest.mark.parametrize("whose", ["both", "first", "second"])
def test_a_break_even_can_be_asked_in_every_variable(vary, whose):
    app = view(part="even", vary=vary, whose=whose)
    assert not app.exception
    assert app.get("plotly_chart")


def test_limits_that_are_too_small_say_how_many_calls_get_through():
    plan = planned(calls_per_day=Decimal(48_000)).plan
    busy = Busy(Decimal(8), Decimal(3))
    tight = check_rates(plan, RateLimits(100, None), busy)
    # 48,000 / 480 minutes x 3 = 300 a minute; 100 are let through, so 16,000 a day
    assert "does not fit" in verdict_html(tight)
    assert "16,000 calls a day" in verdict_html(tight)
    assert "It fits" in verdict_html(check_rates(plan, RateLimits(300, None), busy))


def test_a_model_whose_limits_nobody_knows_asks_for_them():
    app = view(part="limits", model="gpt-5")
    assert "No source gives the limits" in app.caption[-1].value
    app.number_input(key="lab_plan_rpm").set_value(1).run()
    assert "does not fit" in html(app)


def test_a_tier_with_a_daily_limit_warns():
    app = view(part="limits", daily="20000", hours="24", peak="1")
    assert "at most 10,000 calls" in app.warning[0].value


def test_a_tier_with_a_daily_limit_of_tokens_warns():
    # Groq's free plan: 900 calls stay below 1,000 a day, their tokens do not below 200,000.
    app = view(part="limits", model="gpt-oss-20b", daily="900", hours="24", peak="1")
    assert [each.value for each in app.warning if "200,000 tokens" in each.value]


def test_the_plan_can_be_taken_along_as_a_table():
    lines = plan_csv(planned(larger=None)).splitlines()
    assert lines[:2] == ["model,month,calls,usd", "Small,1,3000,0.72"]  # 3,000 x 0.00024
    assert len(lines) == 13


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


def test_a_larger_model_says_its_limits_and_its_thinking_as_the_small_one_does():
    larger = profile("big", LARGE, limits=ROOM, thinking="on-by-default")
    told = list(notes_on(planned(larger=larger, input=200_000)))
    assert any(note.startswith("Too long: Big holds 128,000 tokens") for note in told)
    assert (
        told[-1] == "Big thinks before it answers. Plan tokens for it: they count for both models."
    )
    assert not any("thinks" in note for note in notes_on(planned(larger=larger, reasoning=1)))
