"""Missions that take something from a recorded run."""

import shutil

import pytest

from sizewise import ROOT
from sizewise.library.check import check
from sizewise.library.mission_file import open_mission
from tests.library.files import DAY, content

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


BEATS, TASK = "content/missions/beat-the-rules.yaml", "content/tasks/mails-say-general.yaml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("file: support-emails", "file: support-email"),
        ("each: 4,", "each: 400,"),
        ("table:", "table: {}\ntable:"),
        ("table:", "tabel:"),
        ("title: ", "titel: "),
        ("limit: 8", "limit: x8"),
    ],
)
def test_a_fault_in_a_task_is_told_there_and_the_mission_waits(tmp_path, old, new):
    content(tmp_path)
    for folder in ("runs", "tasks"):
        shutil.copytree(ROOT / "content" / folder, tmp_path / "content" / folder)
    (tmp_path / "content" / "missions").mkdir()
    shutil.copy(ROOT / BEATS, tmp_path / BEATS)
    errors = [each for each in check(tmp_path, DAY) if each.level == "E"]
    assert errors == []
    (tmp_path / TASK).write_text((ROOT / TASK).read_text("utf-8").replace(old, new), "utf-8")
    errors = [each for each in check(tmp_path, DAY) if each.level == "E"]
    assert {each.file for each in errors} == {BEATS, TASK}
    [waits] = [str(each) for each in errors if each.file == BEATS]
    assert waits == (
        f"{BEATS}:11: check > run: waits for a task that must be repaired first, see {TASK}, "
        "repair what is told of that file"
    )
