"""Missions on screen: every one can be solved, opens the lab, and answers a wrong try."""

from datetime import date

import pytest

from sizewise.library.kinds import MISSION
from sizewise.sizing.missions.solve import solve
from sizewise.ui import house
from tests.ours import ours
from tests.ui.app import html, opened
from tests.ui.conftest import TODAY

LIBRARY = ours(TODAY)
MISSIONS = LIBRARY.all(MISSION)


def view(**address):
    return opened("lab", **{"view": "missions", **address})


def press(app, label):
    next(each for each in app.button if each.label.startswith(label)).click()
    return app.run()


def computed(name):
    return solve(MISSIONS[name], LIBRARY.catalogue, TODAY)


def answer(app, name):
    """Fill the form with the right answer, and check it."""
    right = computed(name)
    keys = {each.id for each in right.candidates if each.right}
    if right.asked == "number":
        app.text_input[0].set_value(f"{right.value:.3f}")
    elif right.asked == "one":
        app.radio[0].set_value(keys.pop())
    else:
        for box, candidate in zip(app.checkbox, right.candidates, strict=True):
            box.set_value(candidate.id in keys)
    return press(app, "Check my answer")


def test_there_are_at_least_eight_missions_and_all_are_listed():
    app = view()
    assert len(MISSIONS) >= 8
    shown = html(app)
    assert [each.title for each in MISSIONS.values() if each.title not in shown] == []
    assert f"0 of {len(MISSIONS)} solved" in shown


@pytest.mark.parametrize("name", MISSIONS)
def test_a_mission_is_solved_by_its_computed_answer(name):
    app = answer(view(mission=name), name)
    assert not app.exception
    assert "mission-told ok" in html(app)
    assert any("To take along" in each.value for each in app.markdown)
    press(app, "All missions")
    assert "1 of" in html(app)


def test_a_solved_mission_is_still_solved_on_another_day():
    first = next(iter(MISSIONS))
    answer(view(mission=first), first)
    another_tab = view()
    assert f"1 of {len(MISSIONS)} solved" in html(another_tab)


def test_without_a_record_missions_work_as_long_as_the_tab(monkeypatch, tmp_path):
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{tmp_path / 'folder'}")
    first = next(iter(MISSIONS))
    app = answer(view(mission=first), first)
    assert "mission-told ok" in html(app)
    assert "cannot be read or kept" in app.warning[0].value
    press(app, "All missions")
    assert f"1 of {len(MISSIONS)} solved" in html(app)


@pytest.mark.parametrize("name", MISSIONS)
def test_no_mission_gives_its_answer_away_before_it_is_tried(name):
    shown = html(view(mission=name))
    assert "mission-told" not in shown
    assert [line for line in computed(name).sums if line in shown] == []


@pytest.mark.parametrize("name", [name for name, each in MISSIONS.items() if each.page == "lab"])
def test_a_mission_opens_the_lab_with_numbers_that_all_can_be(name):
    app = press(view(mission=name), "Open the lab")
    assert not app.exception
    assert "The address asks for" not in html(app)
    assert app.pills[0].value == MISSIONS[name].opens["view"]
    assert "mission" not in app.query_params


@pytest.mark.parametrize("name", MISSIONS)
def test_every_hint_can_be_taken(name):
    app = view(mission=name)
    for number in range(len(MISSIONS[name].hints)):
        press(app, "Another hint" if number else "Give me a hint")
    assert len(app.info) == len(MISSIONS[name].hints)
    assert not [each for each in app.button if "hint" in each.label]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Type a number first"), ("many", "number"), ("1", "far too low"), ("<b>", "number")],
)
def test_a_number_that_cannot_be_is_told(typed, told):
    app = view(mission="ten-dollars")
    app.text_input[0].set_value(typed)
    press(app, "Check my answer")
    assert told in html(app)
    assert "mission-told ok" not in html(app)
    assert "<b>" not in html(app).split("mission-told")[1]


def test_nothing_picked_is_asked_for():
    app = press(view(mission="through-the-school-year"), "Check my answer")
    assert "Choose at least one answer first." in html(app)


def test_a_wrong_pick_is_explained():
    app = view(mission="cache-or-batch")
    app.radio[0].set_value("batch")
    press(app, "Check my answer")
    assert "Send all as a batch: $" in html(app)
    assert "Not yet." in html(app)


def test_a_solved_mission_leads_to_the_next():
    first, second = list(MISSIONS.values())[:2]
    app = press(answer(view(mission=first.id), first.id), f"Next: {second.title}")
    assert second.id in app.query_params["mission"]
    assert "mission-told" not in html(app)


def test_a_mission_whose_last_day_has_come_is_no_longer_given(on):
    on(date(2027, 7, 15))
    app = view(mission="through-the-school-year")
    assert not app.exception
    assert f"0 of {len(house.library().all(MISSION)) - 1} solved" in html(app)
    assert MISSIONS["through-the-school-year"].title not in html(app)


def test_a_mission_about_models_that_are_gone_is_no_longer_given(on):
    assert MISSIONS["newer-and-cheaper"].title in html(view())
    on(date(2027, 1, 14))
    assert MISSIONS["newer-and-cheaper"].title not in html(view())


def test_a_mission_whose_last_day_ends_while_it_is_open_leads_to_the_list(on):
    app = view(mission="through-the-school-year")
    on(date(2027, 7, 15))
    press(app, "Check my answer")
    assert not app.exception
    assert "0 of" in html(app)


def test_an_unknown_mission_in_the_address_shows_the_list():
    app = view(mission="<script>")
    assert not app.exception
    assert "solved</p>" in html(app)


@pytest.mark.parametrize("name", [name for name, each in MISSIONS.items() if each.page != "lab"])
def test_a_mission_opens_another_page_with_numbers_that_can_be(name):
    app = press(view(mission=name), "Open the")
    assert not app.exception
    assert "The address asks for" not in html(app)
    assert app.title[0].value in {"The small-model ladder", "Benchmark lab"}


def test_waits_to_order_are_shown_as_they_came():
    waits = MISSIONS["reproduce-the-median"].check.waits
    assert len(waits) == 24
    shown = html(view(mission="reproduce-the-median"))
    assert shown.index(f"<li>{waits[0]} s</li>") < shown.index(f"<li>{waits[1]} s</li>")
