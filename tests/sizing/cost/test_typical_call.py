from datetime import date
from decimal import Decimal

import pytest

from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.typical_call import neighbours, typical_call, typical_cost
from tests.sizing.models import DAY, LARGE, MINI, catalogue, price, profile

MINI_MODEL = profile("mini", MINI)


def other(model_id, rates, maker="Another Maker", **more):
    return profile(model_id, rates, maker=maker, **more)


def test_a_typical_call_on_gpt_4o_mini_costs_a_thirtieth_of_a_cent():
    # 1,000 x 0.15 / 1e6 + 300 x 0.60 / 1e6 = 0.00015 + 0.00018
    assert typical_cost(MINI_MODEL, DAY).total == Decimal("0.00033")


def test_a_model_that_thinks_spends_hidden_tokens_too():
    usage = typical_call(profile("thinker", MINI, thinking="on-by-default"))
    assert (usage.output, usage.reasoning) == (700, 400)


@pytest.mark.parametrize("thinking", ["never", "off-by-default"])
def test_a_model_that_thinks_only_when_asked_is_not_charged_for_it(thinking):
    assert typical_call(profile("quiet", MINI, thinking=thinking)).reasoning == 0


def test_there_is_no_typical_bill_before_the_release():
    with pytest.raises(PriceUnknown):
        typical_cost(MINI_MODEL, date(2024, 7, 17))


def test_neighbours_are_of_the_same_size_and_of_other_makers():
    shelf = catalogue(
        MINI_MODEL,
        profile("same-maker", MINI),
        other("larger", MINI, size="large"),
        other("near", MINI),
    )
    assert [each.id for each in neighbours(MINI_MODEL, shelf, DAY)] == ["near"]


def test_the_nearest_bill_of_each_maker_comes_first():
    # Bills: 0.00066 (twice), 0.00011 (a third), 0.0055 (17 times); the first maker has a nearer one
    shelf = catalogue(
        MINI_MODEL,
        other("twice", price("0.30", "1.20"), maker="A"),
        other("far", LARGE, maker="A"),
        other("third", price("0.05", "0.20"), maker="B"),
    )
    assert [each.id for each in neighbours(MINI_MODEL, shelf, DAY)] == ["twice", "third"]


def test_a_model_that_is_shut_down_is_no_neighbour():
    gone = Lifecycle(released=date(2024, 1, 1), shutdown=date(2026, 1, 1), checked_on=DAY)
    shelf = catalogue(MINI_MODEL, other("gone", MINI, lifecycle=gone))
    assert neighbours(MINI_MODEL, shelf, DAY) == ()


def test_a_model_with_an_announced_end_stands_behind_those_that_stay():
    going = Lifecycle(released=date(2024, 1, 1), shutdown=date(2027, 1, 1), checked_on=DAY)
    shelf = catalogue(
        MINI_MODEL,
        other("going", MINI, maker="A", lifecycle=going),
        other("staying", LARGE, maker="B"),
    )
    assert [each.id for each in neighbours(MINI_MODEL, shelf, DAY)] == ["staying", "going"]


def test_a_free_model_is_near_nobody():
    shelf = catalogue(MINI_MODEL, other("free", price(0, 0)))
    assert neighbours(MINI_MODEL, shelf, DAY) == ()


def test_a_model_without_a_price_on_that_day_has_no_neighbours():
    shelf = catalogue(MINI_MODEL, other("near", MINI))
    assert neighbours(MINI_MODEL, shelf, date(2024, 7, 17)) == ()
