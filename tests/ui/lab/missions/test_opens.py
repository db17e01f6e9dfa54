"""The numbers with which a mission opens a page: it must know each of them, and read it."""

import pytest

from sizewise.library.kinds import MISSION
from sizewise.sizing.missions.mission import opens_on
from sizewise.ui import house
from sizewise.ui.benchmark import choose_run
from sizewise.ui.benchmark import screen as benchmark
from sizewise.ui.lab import inputs, views
from sizewise.ui.lab.call import state as call
from sizewise.ui.lab.plan import scenario
from sizewise.ui.ladder import screen as ladder
from tests.ours import ours

LIBRARY = ours()
DRAFTS = {
    "lab": (views._draft, inputs.draft, call.draft, scenario.draft),
    "ladder": (ladder._draft,),
    "benchmark": (benchmark._draft, choose_run.draft),
}


def known(page):
    """Every parameter of a page's address."""
    return {name: each for draft in DRAFTS[page] for name, each in draft()._parameters.items()}


@pytest.mark.parametrize("mission", LIBRARY.all(MISSION).values(), ids=lambda mission: mission.id)
def test_a_mission_opens_its_page_with_numbers_that_this_can_read(mission):
    parameters = known(mission.page)
    for name, text in opens_on(mission, LIBRARY.catalogue.on(house.today())).items():
        assert name in parameters, f"{mission.id}: the page {mission.page} has no {name}"
        parameters[name].kind.read(text)
