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
from sizewise.ui.lab.plan.months import budget_words
from sizewise.ui.lab.plan.pace import verdict_html
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.plan.screen import notes_on, plan_csv
from tests.sizing.models import DAY, LARGE, MINI, price, profile
from tests.ui.app import html, opened

ROOM = Limits(context_window=128_000, max_output=16_384, checked_on=DAY)
SMALL, BIG = profile("small", MINI, limits=ROOM), profile("big", LARGE, limits=ROOM)
MODELS = ("gpt-4o-mini", scenario.LARGER, scenario.VERSUS)


def view(**address):
    return opened("lab", **{"view": "plan", **address})


def planned(larger=BIG, small=MINI, **more):
    plan = Plan(**{"input": 800, "answer": 200, "calls_per_day": Decimal(100), **more})
    return Planned(plan, SMALL, small, larger, LARGE if larger else None)


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


def test_a_larger_model_says_its_limits_and_its_thinking_as_the_small_one_does():
    larger = profile("big", LARGE, limits=ROOM, thinking="on-by-default")
    told = list(notes_on(planned(larger=larger, input=200_000)))
    assert any(note.startswith("Too long: Big holds 128,000 tokens") for note in told)
    assert (
        told[-1] == "Big thinks before it answers. Plan tokens for it: they count for both models."
    )
    assert not any("thinks" in note for note in notes_on(planned(larger=larger, reasoning=1)))


def test_a_month_is_the_product_of_the_numbers_that_stand_beside_it():
    # GPT-5: (3,000 x 1.25 + 800 x 10) / 1e6 = 0.01175 a call; 5% of 45,000 calls are 2,250.
    page = html(
        view(model="gpt-5-mini", larger="gpt-5", think="500", answer="300", **{"in": "3000"})
    )
    assert "2,250 calls × $0.01175" in page
    assert "<b>$26.44</b>" in page  # 26.4375


def test_a_break_even_warns_of_the_model_it_compares_with():
    page = html(view(part="even", versus="gpt-6-luna"))
    assert '<p class="fine">GPT-6 Luna thinks before it answers. Plan tokens for it.</p>' in page
    assert "GPT-6 Luna thinks" not in html(view(part="even", versus="gpt-6-luna", think="400"))
    long = html(view(part="even", versus="gpt-6-luna", answer="300000"))
    assert '<p class="fine">Too long a reply: GPT-6 Luna writes at most' in long


def test_a_break_even_tells_where_the_steps_of_a_cache_decide():
    # Sonnet 5 stays at 27,400; GPT-5.4 pays 0.475n + 7,500, and up to 128 x 2.25 = 288 more.
    asked = {"model": "claude-sonnet-5", "versus": "gpt-5.4", "in": "10000", "answer": "500"}
    page = html(view(part="even", vary="input", whose="second", cache="90", **asked))
    assert "From 2,282 to 2,889 those steps decide, and either model may be the cheaper" in page
    assert "within one step" not in page
