from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.cost.cost import BatchUnavailable
from sizewise.sizing.plan.plan import Plan, calls_within, months_of_calls, plan_cost
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import LARGE, MINI, price

SHARES = st.decimals(0, 1, places=2)
PLANS = st.builds(
    Plan,
    st.integers(0, 10**5),
    st.integers(0, 10**4),
    st.decimals(0, 10**6, places=1),
    reasoning=st.integers(0, 10**4),
    growth=st.decimals(-1, 2, places=2),
    cached_share=SHARES,
    batch_share=SHARES,
    retry_share=SHARES,
    escalation_share=SHARES,
)


def plan(**changes):
    """1,000 calls a day of 1,000 tokens in and 100 out: 0.00021 dollars a call on the small one."""
    facts = {"input": 1000, "answer": 100, "calls_per_day": Decimal(1000)}
    shares = {name: Decimal(str(value)) for name, value in changes.items() if name != "days"}
    return Plan(**(facts | changes | shares))


def whole(**changes):
    facts = {"input": 1000, "answer": 100, "calls_per_day": Decimal(1000)}
    return Plan(**(facts | changes))


def kinds(cost):
    return {line.kind: (line.calls, line.each, line.amount) for line in cost.lines}


def test_a_plan_is_priced_by_call_day_month_and_year():
    # 1,000 x 0.15 + 100 x 0.60 = 210 millionths; x 1,000; x 30; x 12.
    cost = plan_cost(plan(), MINI)
    assert cost.per_call == Decimal("0.00021")
    assert cost.per_day == Decimal("0.21")
    assert cost.per_month == Decimal("6.3")
    assert cost.year == Decimal("75.6")


def test_an_office_works_22_days():
    assert plan_cost(whole(days=22), MINI).per_month == Decimal("4.62")  # 0.21 x 22


def test_growth_adds_to_the_month_before():
    # 6.30, then ten per cent more: 6.93, then 7.623.
    cost = plan_cost(plan(growth="0.1"), MINI)
    assert cost.months[:3] == (Decimal("6.3"), Decimal("6.93"), Decimal("7.623"))
    # 6.30 x (1.1^12 - 1) / 0.1 = 6.30 x 21.38428376721.
    assert cost.year == Decimal("6.3") * Decimal("21.38428376721")


def test_calls_can_end_too():
    assert months_of_calls(plan(growth=-1))[:2] == (30_000, 0)


def test_a_batch_share_pays_batch_rates():
    # Batch rates are half: 0.000105. 0.00021 x 0.6 + 0.000105 x 0.4.
    cost = plan_cost(plan(batch_share="0.4"), MINI)
    assert cost.per_call == Decimal("0.000168")
    assert kinds(cost) == {
        "standard": (18_000, Decimal("0.00021"), Decimal("3.78")),
        "batch": (12_000, Decimal("0.000105"), Decimal("1.26")),
    }


def test_a_batch_needs_batch_rates_only_when_it_is_used():
    assert plan_cost(plan(), price(1, 2)).per_call
    with pytest.raises(BatchUnavailable):
        plan_cost(plan(batch_share="0.1"), price(1, 2))


def test_retries_cost_what_first_tries_cost():
    # 5 of 100 calls twice.
    cost = plan_cost(plan(retry_share="0.05"), MINI)
    assert cost.per_call == Decimal("0.0002205")
    assert kinds(cost)["retries"] == (1500, Decimal("0.00021"), Decimal("0.315"))


def test_escalations_pay_for_both_models():
    # The large one: 1,000 x 2.50 + 100 x 10 = 3,500 millionths; a tenth of the calls.
    cost = plan_cost(plan(escalation_share="0.1"), MINI, LARGE)
    assert cost.per_call == Decimal("0.00056")  # 0.00021 + 0.00035
    assert kinds(cost)["escalations"] == (3000, Decimal("0.0035"), Decimal("10.5"))


def test_escalations_need_a_larger_model():
    with pytest.raises(UsageError, match="larger model") as refused:
        plan_cost(plan(escalation_share="0.1"), MINI)
    assert refused.value.field == "escalation_share"


def test_a_cached_share_counts_from_1024_tokens():
    # 1,500 of 2,000 repeat: 1,408 are served. 592 x 0.15 + 1,408 x 0.075 = 194.4 millionths.
    cached = Plan(2000, 0, Decimal(1), cached_share=Decimal("0.75"))
    assert plan_cost(cached, MINI).per_call == Decimal("0.0001944")
    assert plan_cost(plan(cached_share=1), MINI).per_call == Decimal("0.00021")


def test_reasoning_is_billed_as_output():
    # 900 more tokens at 0.60.
    assert plan_cost(whole(reasoning=900), MINI).per_call == Decimal("0.00075")
    assert whole(reasoning=900).usage == Usage(1000, output=1000, reasoning=900)


@given(PLANS)
def test_the_lines_add_up_to_the_month(one):
    cost = plan_cost(one, MINI, LARGE)
    assert sum(line.amount for line in cost.lines) == cost.per_month
    assert cost.per_month == cost.months[0] == cost.per_day * one.days


@given(PLANS, st.sampled_from(["retry_share", "escalation_share", "reasoning", "calls_per_day"]))
def test_more_of_it_never_costs_less(one, variable):
    more = one.having(variable, Decimal(1))
    less = one.having(variable, Decimal(0))
    assert plan_cost(less, MINI, LARGE).year <= plan_cost(more, MINI, LARGE).year


def test_a_budget_becomes_whole_calls():
    # 1 / 0.00021 = 4,761.9.
    assert calls_within(Decimal(1), Decimal("0.00021")) == 4761
    assert calls_within(Decimal(0), Decimal("0.00021")) == 0


def test_any_number_of_free_calls_fits_a_budget():
    assert calls_within(Decimal(1), Decimal(0)) is None


@given(st.decimals(0, 10**6, places=2), st.decimals("0.000001", 100, places=6))
def test_one_call_more_would_break_the_budget(budget, per_call):
    calls = calls_within(budget, per_call)
    assert calls * per_call <= budget < (calls + 1) * per_call


def test_a_negative_budget_is_refused():
    with pytest.raises(UsageError, match="budget"):
        calls_within(Decimal(-1), Decimal(1))


def test_tokens_stay_whole_when_they_vary():
    assert plan().having("input", Decimal("10.6")).input == 11
    assert plan().having("growth", Decimal("0.5")).growth == Decimal("0.5")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cached_share", Decimal("1.01")),
        ("batch_share", Decimal(-1)),
        ("retry_share", Decimal(2)),
        ("escalation_share", Decimal("-0.1")),
        ("growth", Decimal("-1.1")),
        ("growth", Decimal(11)),
        ("input", -1),
        ("answer", -1),
        ("reasoning", -1),
        ("days", -1),
        ("calls_per_day", Decimal(-1)),
        ("calls_per_day", Decimal("Infinity")),
        ("cached_share", Decimal("NaN")),
    ],
)
def test_what_cannot_be_planned_names_its_field(field, value):
    with pytest.raises(UsageError) as refused:
        whole(**{field: value})
    assert refused.value.field == field
