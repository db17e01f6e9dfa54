"""The page of checklists: steps, levels, and ticks that last as long as the tab."""

import pytest

from sizewise.learn.lookup.checklist import Step
from sizewise.library.kinds import CHECKLIST
from sizewise.ui import house
from sizewise.ui.lookup.checklists import step_html
from tests.ui.app import opened, reached, said

STEP = Step(
    id="error-rate",
    do="Watch errors",
    why="People leave.",
    how="Divide by **calls**.",
    alert={"watch": "1 in 100", "act": "5 in 100"},
)


def test_a_step_says_how_why_and_its_two_levels():
    text = step_html(STEP, "watching")
    for words in ("Divide by", "People leave.", "Look today", "1 in 100", "Act at once"):
        assert words in text


def test_a_step_without_levels_shows_none():
    assert "cl-alert" not in step_html(STEP.model_copy(update={"alert": None}), "watching")


@pytest.mark.parametrize(
    "name", ["migration", "before-you-publish-a-price", "production-monitoring"]
)
def test_a_link_opens_its_list_with_every_step(name):
    app = opened("checklists", list=name)
    steps = house.library().all(CHECKLIST)[name].steps
    assert len(app.checkbox) == len(steps)
    assert f"0 of {len(steps)} done" in said(app)
    assert "{{" not in said(app)


def test_a_link_to_no_list_opens_the_first():
    app = reached("checklists", list="../etc")
    assert app.query_params["list"] == "migration"


def test_a_tick_counts_and_lasts_over_a_walk_to_another_page():
    app = opened("checklists")
    app.checkbox[1].check().run()
    assert "1 of " in said(app)
    app.switch_page("../../../pages/glossary.py").run()
    app.switch_page("../../../pages/checklists.py").run()
    assert [box.value for box in app.checkbox[:3]] == [False, True, False]


def test_lists_have_ticks_of_their_own():
    app = opened("checklists")
    app.checkbox[0].check().run()
    app.pills[0].set_value("production-monitoring").run()
    assert "0 of " in said(app)


def test_a_tick_can_be_taken_back_and_all_of_them_too():
    app = opened("checklists")
    app.checkbox[0].check().run()
    app.checkbox[1].check().run()
    app.checkbox[0].uncheck().run()
    assert "1 of " in said(app)
    app.button(key="cl_clear").click().run()
    assert "0 of " in said(app)
    assert not any(box.value for box in app.checkbox)


def test_a_list_with_every_tick_is_done():
    app = opened("checklists", list="before-you-publish-a-price")
    for box in range(len(app.checkbox)):
        app.checkbox[box].check().run()
    assert "All done" in said(app)


def test_monitoring_gives_levels_for_each_value_that_matters():
    steps = house.library().all(CHECKLIST)["production-monitoring"].steps
    watched = {step.id for step in steps if step.alert}
    assert {"error-rate", "latency", "validation-failures", "cost-per-day", "drift"} <= watched
