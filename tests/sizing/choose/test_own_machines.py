"""Machines of one's own: what open weights need decides, not what hosts ask."""

from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.hardware import Hardware
from sizewise.sizing.catalogue.source import Source
from sizewise.sizing.choose.choose import choose
from tests.sizing.choose.builders import budgets, life, model, need, option, question, table, weight
from tests.sizing.models import DAY, MINI, catalogue

SOURCE = Source(title="A card", url="https://example.org/card", checked_on=DAY)


def weights_of(name, parameters, **more):
    hardware = Hardware(parameters=Decimal(parameters), source=SOURCE)
    return model(name, MINI, open_weights=True, hardware=hardware, **more)


OWN = question(
    "privacy",
    option("none"),
    option(
        "own",
        own_machines=True,
        needs=(need("open-weights"),),
        weights=(weight("needs-laptop", 6), weight("needs-rack", -8)),
    ),
)


def test_on_own_machines_the_smallest_machine_comes_first_whatever_hosts_ask():
    small = weights_of("eight", 8, lifecycle=life(shutdown=date(2026, 8, 16)))
    dear = weights_of("twenty", 20)
    rack = weights_of("huge", 1600)
    ranked = choose({"privacy": "own"}, table(OWN), catalogue(rack, dear, small), DAY)
    assert [each.profile.id for each in ranked] == ["eight", "twenty", "huge"]
    assert [each.points for each in ranked] == [6, 6, -8]
    assert {each.per_month for each in ranked} == {None}


def test_on_own_machines_neither_a_host_s_end_nor_its_price_counts():
    always = (weight("no-shutdown-announced", 2), weight("batch-price", 3))
    money = budgets("0.1", "1")
    decisions = table(OWN, money, weights=always)
    answers = {"privacy": "own", "budget": "cents-10"}
    later = (MINI.model_copy(update={"starts": date(2027, 1, 1)}),)
    unpriced = weights_of("unpriced", 8).model_copy(update={"prices": later})
    (found,) = choose(answers, decisions, catalogue(unpriced), DAY)
    assert [reason.points for reason in found.reasons] == [6]
