"""A mission sends its learner into the lab and takes them back to what they had answered."""

from tests.ui.app import html
from tests.ui.lab.missions.test_screen import MISSIONS, computed, press, view

IN_THE_LAB = next(
    name for name, each in MISSIONS.items() if each.page == "lab" and computed(name).asked == "one"
)


def at_work():
    """A mission with an answer chosen and not checked, and the lab opened for it."""
    app = view(mission=IN_THE_LAB)
    chosen = computed(IN_THE_LAB).candidates[0].id
    app.radio[0].set_value(chosen)
    return press(app, "Open the lab"), chosen


def test_the_lab_names_the_mission_that_opened_it_and_leads_back_to_its_answer():
    app, chosen = at_work()
    mission = MISSIONS[IN_THE_LAB]
    assert f"Mission {mission.place}</b> {mission.title}" in html(app)
    press(app, "Back to your answer")
    assert app.radio[0].value == chosen
    assert not [each for each in app.button if each.key == "lab_mission_return"]


def test_the_answer_waits_while_the_lab_is_used():
    app, chosen = at_work()
    app.number_input[0].set_value(7).run()
    app.run()
    press(app, "Back to your answer")
    assert app.radio[0].value == chosen


def test_without_a_mission_the_lab_has_no_bar():
    assert "Back to your answer" not in [each.label for each in view(view="price").button]
