"""Addresses that somebody typed: nonsense, the ends of every number, and days far away."""

from datetime import date

import pytest

from sizewise.ui.lab import inputs
from sizewise.ui.lab.plan import scenario
from tests.ui.app import opened, said

ODD = {
    "not a number": "nan",
    "endless": "1e999",
    "below all": "-1",
    "many digits": "9" * 400,
    "wide digits": "\uff11\uff12",
    "before all days": "0001-01-01",
    "after all days": "9999-12-31",
    "no day": "2026-02-30",
    "a sign nobody sees": "\x00",
    "long": "x" * 3_000,
}
SHARED = tuple(inputs.parameters(["a"], date(2026, 11, 22)))
PLAN = (*scenario.parameters(["a"]), *SHARED)
CALL = ("example", "answer", "think", *SHARED)
ENDS = {
    place: {name: str(scenario.bounds(name)[place]) for name in scenario._NUMBERS}
    for place in (0, 1)
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize(
    ("view", "names"),
    [("price", SHARED), ("plan", PLAN), ("call", CALL)],
    ids=lambda each: each[:5],
)
def test_nonsense_gets_a_sentence_and_the_usual_view(view, names, odd):
    app = opened("lab", view=view, **dict.fromkeys(names, odd))
    assert not app.exception
    assert "The address asks for" in said(app)


@pytest.mark.parametrize("part", scenario.PARTS)
@pytest.mark.parametrize("ends", ENDS.values(), ids=["least", "most"])
def test_a_plan_is_drawn_at_the_ends_of_all_its_numbers(part, ends):
    app = opened("lab", view="plan", part=part, budget="1000000000", **ends)
    assert not app.exception
    assert "The address asks for" not in said(app)


@pytest.mark.parametrize("rate", ["nan", "1e-999999", "9" * 400, "\uff11", "-1", "1e-20"])
@pytest.mark.parametrize("rated", ["0001-01-01", "9999-12-31", "2026-02-30", "2026-01-01"])
def test_no_rate_of_an_address_takes_the_receipt_away(rate, rated):
    app = opened("lab", view="price", cur="EUR", rate=rate, rated=rated)
    assert not app.exception
    assert len(said(app)) < 500_000


@pytest.mark.parametrize("page", ["lab", "playground", "board", "ladder"])
def test_a_model_that_the_catalogue_lacks_is_told_wherever_one_is_chosen(page):
    assert "the catalogue has no such model" in said(opened(page, model="nope"))


def test_a_part_that_a_lesson_lacks_is_told_until_another_is_turned_to():
    told = "This lesson has no part “nope”. Here is where you go on."
    app = opened("lesson", lesson="what-is-a-token", part="nope")
    assert told in said(app)
    assert told in said(app.run())
    assert told not in said(app.button(key="next").click().run())
