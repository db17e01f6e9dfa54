"""A school's month by hand, and what events do to it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.school import BudgetEvent, SchoolPlan, school_month, struck, unanswered
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import MINI, long_context, price

shares = st.decimals(min_value=0, max_value=1, places=2)
counts = st.integers(0, 500)


def plan(**changes):
    facts = {
        "pupils": 100,
        "questions": Decimal(3),
        "days": 20,
        "usage": Usage(500, output=200),
        "photo_share": Decimal("0.1"),
        "photo_tokens": 25_501,
        "reserve": Decimal("0.2"),
        "budget": Decimal(5),
    }
    return SchoolPlan(**(facts | changes))


def test_a_month_adds_up_questions_photos_and_the_reserve():
    month = school_month(plan(), MINI)
    assert (month.calls, month.photos) == (6000, 600)  # 100 x 3 x 20, a tenth of them
    assert month.text_cost == Decimal("1.17")  # 6,000 x (500 x 0.15 + 200 x 0.60) / 1e6
    assert month.photo_cost == Decimal("2.29509")  # 600 x 25,501 x 0.15 / 1e6
    assert month.spent == Decimal("3.46509")
    assert month.kept == Decimal("0.693018")  # a fifth of it
    assert month.left == Decimal("0.841892")  # 5 - 3.46509 - 0.693018
    assert month.fits


def test_a_reserve_can_be_what_no_longer_fits():
    month = school_month(plan(budget=Decimal(4)), MINI)
    assert month.holds and not month.fits


def test_half_questions_are_rounded_up():
    odd = plan(pupils=3, questions=Decimal("0.5"), days=1)
    assert (odd.daily, odd.calls, odd.photos) == (2, 2, 1)  # 1.5 and 0.2


def test_a_photo_that_makes_a_call_long_costs_the_long_rate_for_all_of_it():
    long = price("0.15", "0.60", long_context=long_context(10_000, "0.30", "1.20"))
    month = school_month(plan(), long)
    # (26,001 x 0.30 + 200 x 1.20 - 500 x 0.15 - 200 x 0.60) / 1e6
    assert month.per_photo == Decimal("0.0078453")


def test_a_dearer_price_is_paid_for_all_of_it():
    month = struck(school_month(plan(), MINI), BudgetEvent(price_times=Decimal("1.5")))
    assert month.spent == Decimal("5.197635")  # 3.46509 x 1.5
    assert not month.holds


def test_twice_the_photos_cost_twice_the_photos():
    month = struck(school_month(plan(), MINI), BudgetEvent(photos_times=Decimal(2)))
    assert month.spent == Decimal("5.76018")  # 1.17 + 2 x 2.29509


def test_an_outage_costs_answers_and_no_money():
    event = BudgetEvent(hours_out=6)
    before = school_month(plan(), MINI)
    assert struck(before, event) == before
    assert unanswered(plan(), event) == 300  # one school day of 100 x 3
    assert unanswered(plan(), BudgetEvent(hours_out=25)) == 600
    assert unanswered(plan(), BudgetEvent()) == 0


@pytest.mark.parametrize(
    ("field", "value"), [("pupils", -1), ("photo_share", Decimal(2)), ("budget", Decimal(-1))]
)
def test_what_cannot_be_is_refused_by_name(field, value):
    with pytest.raises(UsageError) as refused:
        plan(**{field: value})
    assert refused.value.field == field


@given(counts, counts, shares)
def test_a_month_costs_nothing_more_than_its_parts(pupils, questions, share):
    one = plan(pupils=pupils, questions=Decimal(questions), photo_share=share)
    month = school_month(one, MINI)
    assert month.total == month.text_cost + month.photo_cost + month.kept
    assert month.left + month.total == month.budget


@given(st.decimals("0.1", "9", places=1), st.decimals("0.1", "9", places=1))
def test_two_rises_are_their_product_in_any_order(first, second):
    month = school_month(plan(), MINI)
    one, other = BudgetEvent(price_times=first), BudgetEvent(price_times=second)
    assert struck(struck(month, one), other) == struck(month, other.and_also(one))


@given(shares, st.decimals("1", "9", places=1))
def test_no_event_that_makes_things_dearer_makes_a_budget_hold(share, times):
    month = school_month(plan(photo_share=share), MINI)
    after = struck(month, BudgetEvent(price_times=times, photos_times=times))
    assert after.holds <= month.holds
