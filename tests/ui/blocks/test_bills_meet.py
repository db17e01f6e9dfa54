"""A slider that is asked where two bills meet says so when the point is found."""

import pytest

from sizewise.ui import house
from sizewise.ui.blocks.kinds.cost_slider import bills_meet, thinking_step
from tests.ui.app import html, opened

LESSON, PART = "ai-and-gpt-4o-mini", "two-surprises-on-the-bill"


@pytest.fixture
def block():
    """The one that says: find where the two bills meet."""
    pieces = [each for part in house.library().lesson(LESSON).parts for each in part.pieces]
    placed = [each.block for each in pieces if each.kind == "block"]
    return next(each for each in placed if each.kind == "cost-slider" and each.reasoning_slider)


def stops(block, preset):
    step = thinking_step(block)
    return [
        at for at in range(0, block.reasoning_slider + 1, step) if bills_meet(block, preset, at)
    ]


def test_the_bills_meet_at_one_stop_of_the_slider(block):
    # A label has 300 tokens in and 50 out; each hidden token costs as much as one that is written.
    small, thinks = (house.library().catalogue.model(each.model) for each in block.models)
    one, other = (each.price_on(house.today()) for each in (small, thinks))
    own = 300 * one.input + 50 * one.output
    equal = (own - 300 * other.input - 50 * other.output) / other.output
    (found,) = stops(block, block.presets[0])
    assert abs(found - equal) <= thinking_step(block) / 2


def test_bills_that_never_meet_are_not_found(block):
    alone = block.model_copy(update={"models": (block.models[0], block.models[0])[:1]})
    assert stops(alone, block.presets[0]) == []


def test_the_page_says_so_when_the_slider_stands_there(block):
    app = opened("lesson", lesson=LESSON, part=PART)
    slider = next(each for each in app.slider if each.label.startswith("Hidden thinking"))
    assert "here they meet" not in html(app)
    slider.set_value(stops(block, block.presets[0])[0]).run()
    assert "here they meet" in html(app)
