"""Missions that take something from a recorded run."""

import shutil

from sizewise import ROOT
from sizewise.library.mission_file import open_mission

FILE = "content/missions/reproduce-the-median.yaml"


def opened(tmp_path, old="", new=""):
    """The mission with a change, beside the runs that come along."""
    shutil.copytree(ROOT / "content" / "runs", tmp_path / "content" / "runs")
    file = tmp_path / FILE
    file.parent.mkdir()
    file.write_text((ROOT / FILE).read_text("utf-8").replace(old, new), "utf-8")
    return open_mission(tmp_path, file)


def test_a_mission_holds_the_waits_of_its_run(tmp_path):
    found = opened(tmp_path)
    assert found.page.problems == []
    assert len(found.value.check.waits) == 24


def test_a_run_that_is_not_there_is_told_with_its_line(tmp_path):
    [problem] = opened(tmp_path, "run: small-on", "run: large-on").page.problems
    assert str(problem).startswith(f"{FILE}:10: check > run: there is no run large-on-this-machine")
