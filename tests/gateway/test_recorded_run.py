"""The recorded run that comes along: real, whole, and of the tasks as they are now."""

import json
import re

from sizewise import ROOT
from sizewise.benchmark.log import read
from sizewise.benchmark.schedule import schedule
from sizewise.gateway.asking import request_of
from sizewise.gateway.machine.sandbox import run_program
from sizewise.library.kinds import PLAN, TASK
from sizewise.library.shelf import open_kind

LOG_FILE = ROOT / "content" / "runs" / "small-on-this-machine.jsonl"
LOG = read(LOG_FILE.read_bytes())
PLANNED = open_kind(ROOT, PLAN)["small-on-this-machine"].value
RUN = PLANNED.model_copy(update={"samples": 24, "warm_ups": 2})
TASKS = {name: opened.value for name, opened in open_kind(ROOT, TASK).items()}


def test_every_line_can_be_read_and_every_slot_was_asked():
    assert LOG.faults == ()
    assert sorted(trial.slot for trial in LOG.trials) == sorted(schedule(RUN))
    assert {trial.plan_sha256 for trial in LOG.trials} == {RUN.sha256}


def test_it_was_asked_what_the_tasks_ask_now():
    """After a change of a task, run it again as docs/benchmark.md says."""
    asked = {t.slot: request_of(RUN, TASKS[t.task], t.slot, "").prompt_hash for t in LOG.trials}
    assert asked == {trial.slot: trial.prompt_sha256 for trial in LOG.trials}


def test_its_replies_are_worth_what_the_tasks_say_now():
    for trial in LOG.trials:
        assert TASKS[trial.task].grade(trial.sample, trial.reply, run_program) == trial.grade


def test_it_tells_its_machine():
    assert all("cores" in trial.machine for trial in LOG.trials)


def test_the_guide_tells_its_numbers():
    guide = (ROOT / "docs" / "benchmark.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+ of \d+) \|", guide, re.MULTILINE))
    graded = {
        name: [t.grade for t in LOG.measured if t.task == name and t.grade] for name in RUN.tasks
    }
    found = {name: f"{sum(g.right for g in all_)} of {len(all_)}" for name, all_ in graded.items()}
    assert told == found


def test_the_lesson_shows_a_line_of_its_log():
    lesson = ROOT / "content" / "lessons" / "a-test-that-others-can-repeat.md"
    text = lesson.read_text("utf-8")
    [example] = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    shown = json.loads(example)
    slot = shown["task"], shown["sample"], shown["warm_up"]
    lines = map(json.loads, LOG_FILE.read_text("utf-8").splitlines())
    [line] = [each for each in lines if (each["task"], each["sample"], each["warm_up"]) == slot]
    for name in ("model", "first", "end", "error"):
        assert shown[name] == line[name]
    assert line["sent_at"].startswith(shown["sent_at"].removesuffix("Z"))
    assert shown["tokens"].items() <= line["tokens"].items()
    assert shown["grade"].items() <= line["grade"].items()
    [load] = re.findall(r"load (\S+)", line["machine"])
    assert f"load {load} " in shown["machine"]
    assert f"Load {load} on" in text
