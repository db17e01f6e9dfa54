"""A plan ready to run: what its calls cost, and rules as a contender."""

import re
from datetime import date
from decimal import Decimal

import pytest

from sizewise import ROOT
from sizewise.benchmark.log import read
from sizewise.benchmark.trial import Slot
from sizewise.gateway.contenders import AtHand, NotReady, provider_of
from sizewise.gateway.planned import charged, planned_run
from sizewise.library.catalogue import open_catalogue
from sizewise.library.kinds import TASK
from sizewise.library.recorded_runs import recorded_runs, trials_of
from sizewise.library.rules_file import keyword_rules
from sizewise.library.shelf import open_kind
from sizewise.sizing.tokens.usage import Usage
from tests.benchmark.builders import SMALL, contender, plan

DAY = date(2026, 11, 21)


def test_a_call_costs_what_the_named_model_would_take():
    priced = plan(models=(contender(SMALL, priced_as="gpt-4o-mini"), contender("free")))
    charge = charged(priced, open_catalogue(ROOT), DAY)
    usage = Usage(1000, output=100)
    # 1,000 x 0.15 / 1,000,000 + 100 x 0.60 / 1,000,000
    assert charge(Slot(SMALL, "chat", 0, False, 1), usage).amount == Decimal("0.00021")
    assert charge(Slot("free", "chat", 0, False, 1), usage) is None


def test_rules_sort_as_many_mails_as_the_guide_says(tmp_path):
    rules = contender("rules", source="rules", model="support-rules")
    asked = plan(models=(rules,), tasks=("intent",), warm_ups=0, samples=120)
    providers = {"rules": provider_of(rules, AtHand({}, keyword_rules(ROOT)))}
    tasks = {name: opened.value for name, opened in open_kind(ROOT, TASK).items()}
    log = tmp_path / "run.jsonl"
    list(planned_run(asked, log, tasks, providers, open_catalogue(ROOT), DAY, shared=False).go())
    trials = read(log.read_bytes()).trials
    assert sum(trial.grade.right for trial in trials) == 91
    assert {trial.cost for trial in trials} == {0}


def replayed(tmp_path, **changes):
    """The recorded small model as a contender, at the questions it was asked then."""
    then = contender("then", source="recorded", model="smollm2-135m-instruct")
    facts = {"models": (then,), "tasks": ("short-questions",), "warm_ups": 0, "samples": 24}
    asked = plan(**(facts | changes))
    at_hand = AtHand({}, {}, trials=lambda: trials_of(recorded_runs(ROOT)))
    tasks = {name: opened.value for name, opened in open_kind(ROOT, TASK).items()}
    log, prices = tmp_path / "run.jsonl", open_catalogue(ROOT)
    providers = {"then": provider_of(then, at_hand)}
    list(planned_run(asked, log, tasks, providers, prices, DAY, shared=False).go())
    return read(log.read_bytes()).trials


def test_the_recorded_model_is_as_right_and_as_quick_as_it_was_then(tmp_path):
    again = replayed(tmp_path)
    assert sum(trial.grade.right for trial in again) == 18  # as docs/benchmark.md has it
    then = [one for one in trials_of(recorded_runs(ROOT)) if one.task == "short-questions"]
    assert {one.end for one in again} <= {one.end for one in then if not one.warm_up}
    assert all(one.machine.startswith("recorded on 2026-11-29, Linux x86_64") for one in again)


@pytest.mark.parametrize(
    ("changes", "way"),
    [
        ({"samples": 25}, "samples to 24 at most"),
        ({"warm_ups": 1}, "warm_ups to 0"),
        ({"concurrency": (1, 2)}, "concurrency to one level"),
        (
            {"samples": 120, "tasks": ("intent", "mails-free", "chat"), "warm_ups": 1},
            "samples to 24 at most and warm_ups to 0",
        ),
    ],
)
def test_nobody_is_told_the_same_recording_twice(tmp_path, changes, way):
    with pytest.raises(NotReady) as refused:
        replayed(tmp_path, **changes)
    why = f"Each of its replies was recorded once. Set {way}."
    assert str(refused.value) == f"then cannot answer. {why}"


def test_a_task_that_was_never_asked_is_to_be_left_out(tmp_path):
    why = "It was never asked orders. Leave that task out."
    with pytest.raises(NotReady, match=rf"^then cannot answer\. {re.escape(why)}$"):
        replayed(tmp_path, tasks=("short-questions", "orders"))
