"""The missions of the course: the lab opens with the very numbers that a mission names."""

import pytest

from sizewise.library.kinds import MISSION
from tests.ours import ours

MISSIONS = ours().all(MISSION)
TOKENS = {"in": "input", "answer": "output", "out": "output"}


CALLS = [name for name, each in MISSIONS.items() if hasattr(each.check, "call")]


@pytest.mark.parametrize("name", CALLS)
def test_the_lab_opens_with_the_tokens_that_the_mission_names(name):
    mission, call = MISSIONS[name], MISSIONS[name].check.call
    opened = {side: int(mission.opens[key]) for key, side in TOKENS.items() if key in mission.opens}
    assert opened == {side: getattr(call, side) for side in opened}


@pytest.mark.parametrize("name", MISSIONS)
def test_the_lab_opens_with_the_budget_and_the_models_that_the_mission_names(name):
    mission = MISSIONS[name]
    if "budget" in mission.opens:
        assert int(mission.opens["budget"]) == mission.check.budget
    if "compare" in mission.opens:
        assert mission.opens["compare"].split(",") == list(mission.check.models)
