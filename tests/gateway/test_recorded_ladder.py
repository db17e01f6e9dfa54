"""The recorded ladder: real, whole, and of the tasks as they are now; `bench` records it anew."""

import re

from sizewise import ROOT
from sizewise.benchmark.classify.ladder import ASKED, LABELS, SAID, free_of_charge, rungs
from sizewise.benchmark.log import read
from sizewise.benchmark.schedule import schedule
from sizewise.gateway.asking import request_of
from sizewise.library.kinds import PLAN, TASK
from sizewise.library.rules_file import keyword_rules
from sizewise.library.shelf import open_kind

LOG = read((ROOT / "content" / "runs" / "small-model-ladder.jsonl").read_bytes())
RUN = open_kind(ROOT, PLAN)["small-model-ladder"].value
TASKS = {name: opened.value for name, opened in open_kind(ROOT, TASK).items()}


def test_every_line_can_be_read_and_every_slot_was_asked_at_temperature_0():
    assert LOG.faults == ()
    assert sorted(trial.slot for trial in LOG.trials) == sorted(schedule(RUN))
    assert {trial.plan_sha256 for trial in LOG.trials} == {RUN.sha256}
    assert RUN.temperature == 0


def test_it_was_asked_what_the_tasks_ask_now():
    asked = {t.slot: request_of(RUN, TASKS[t.task], t.slot, "").prompt_hash for t in LOG.trials}
    assert asked == {trial.slot: trial.prompt_sha256 for trial in LOG.trials}


def test_its_replies_are_worth_what_the_tasks_say_now():
    for trial in LOG.trials:
        assert TASKS[trial.task].grade(trial.sample, trial.reply) == trial.grade


def test_every_mail_is_asked_once_on_every_rung():
    assert RUN.samples == len(TASKS[ASKED["free"]].samples) - 12
    assert {*RUN.tasks} == {*ASKED.values(), *SAID.values()}


def test_the_rungs_differ_in_what_they_should_and_in_nothing_else():
    apart = {"id", "title", "only", "examples"}
    same = [TASKS[name].model_dump(exclude=apart) for name in RUN.tasks]
    assert same == same[:1] * len(same)
    assert [TASKS[name].only for name in ASKED.values()] == [(), LABELS, LABELS]
    assert [TASKS[name].only for name in SAID.values()] == [(label,) for label in LABELS]
    shown = {name for name in RUN.tasks if TASKS[name].examples.shown}
    assert shown == {ASKED["examples"], *SAID.values()}


def test_how_likely_a_reply_was_is_known_wherever_it_was_confined():
    for trial in LOG.trials:
        assert (trial.logprob is None) == (not TASKS[trial.task].only)


def test_the_guide_tells_its_numbers():
    guide = (ROOT / "docs" / "benchmark.md").read_text("utf-8")
    told = re.findall(r"\| (\d+) of 108, (\d+)% \|", guide)
    rules = keyword_rules(ROOT)["support-rules"]
    free = {rung.name: rung for rung in free_of_charge(TASKS[ASKED["examples"]], rules)}
    ways = (*rungs(TASKS, LOG.trials), *(free[name] for name in ("rules", "bayes", "bayes-few")))
    found = [way.accuracy for way in ways]
    assert told == [(str(each.hits), f"{100 * each.share:.0f}") for each in found]
