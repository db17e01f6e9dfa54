"""What keeps a plan from running, the order of its trials, and what a log leaves to do."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sizewise.benchmark.log import Log
from sizewise.benchmark.plan import problems
from sizewise.benchmark.schedule import left, nonce, schedule
from tests.benchmark.builders import LARGE, SMALL, contender, plan, trial

TASKS = ("short-questions", "chat", "captions")
seeds = st.integers(0, 10**6)


def test_a_plan_measures_a_hundred_times_after_twenty_warm_ups_and_past_the_cache():
    usual = plan().model_validate(
        plan().model_dump(include={"id", "title", "models", "tasks"})  # all that must be said
    )
    assert (usual.warm_ups, usual.samples, usual.cache) == (20, 100, "bust")


def test_a_plan_that_can_run_has_no_problem():
    assert problems(plan(), TASKS) == ()


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"tasks": ("poems",)}, "tasks", "There is no task poems. There are: captions, chat and "),
        ({"tasks": ("chat", "chat")}, "tasks", "chat is listed 2 times. List it once."),
        ({"models": (contender(SMALL),) * 2}, "models", "small is listed 2 times."),
        ({"concurrency": (4, 4)}, "concurrency", "4 is listed 2 times."),
        ({"models": (contender("far", source="endpoint"),)}, "models", "far needs the address"),
        ({"samples": 10_000, "concurrency": (1, 2, 4, 8, 16)}, "samples", "The plan asks for 200,"),
        ({"tasks": ("captions",), "models": (contender(SMALL),)}, "tasks", "captions shows pict"),
    ],
)
def test_what_cannot_run_is_said_with_its_field(changes, field, said):
    [found] = problems(plan(**changes), TASKS, seeing=("captions",))
    assert found.field == field
    assert found.message.startswith(said)


@pytest.mark.parametrize(
    "changes",
    [
        {"samples": 0},
        {"samples": 10_001},
        {"warm_ups": 1_001},
        {"models": ()},
        {"tasks": ()},
        {"concurrency": (0,)},
        {"concurrency": (257,)},
        {"temperature": "2.5"},
    ],
)
def test_a_plan_of_nothing_or_without_end_is_refused(changes):
    with pytest.raises(ValidationError, match=next(iter(changes))):
        plan(**changes)


def test_every_trial_stands_in_the_schedule_once():
    order = schedule(plan())
    assert len(order) == len(set(order)) == 2 * 2 * (2 + 3)
    assert sum(slot.warm_up for slot in order) == 2 * 2 * 2


@given(seeds)
def test_warm_ups_come_before_what_counts_level_by_level(seed):
    order = schedule(plan(seed=seed, concurrency=(1, 4)))
    assert [(s.concurrency, s.warm_up) for s in order] == (
        [(1, True)] * 8 + [(1, False)] * 12 + [(4, True)] * 8 + [(4, False)] * 12
    )


def test_the_models_take_turns_at_random():
    order = [slot.model for slot in schedule(plan(warm_ups=0, samples=100))]
    changes = sum(one != other for one, other in pairwise(order))
    # 399 neighbours of two equally frequent models: about half differ, 200 give or take 3 x 10.
    assert 170 < changes < 230
    halves = order[:200].count(SMALL), order[200:].count(SMALL)
    assert min(halves) > 75


@given(seeds)
def test_the_same_seed_gives_the_same_order(seed):
    assert schedule(plan(seed=seed)) == schedule(plan(seed=seed))


def test_another_seed_gives_another_order():
    assert schedule(plan(seed=1)) != schedule(plan(seed=2))


@given(st.sets(st.integers(0, 19)))
def test_whatever_is_done_the_rest_is_left_in_its_order(done):
    asked = plan()
    order = schedule(asked)
    trials = [_done(asked, order[place]) for place in done]
    rest = left(asked, Log(tuple(trials)))
    assert set(rest) == set(order) - {order[place] for place in done}
    assert list(rest) == sorted(rest, key=order.index)


def test_a_changed_plan_begins_anew():
    asked, changed = plan(), plan(temperature=1)
    done = Log(tuple(_done(asked, slot) for slot in schedule(asked)))
    assert left(asked, done) == ()
    assert len(left(changed, done)) == 20


def _done(asked, slot):
    return trial(
        slot.sample,
        slot.model,
        task=slot.task,
        warm_up=slot.warm_up,
        plan_sha256=asked.sha256,
        error="server",
    )


def test_no_two_trials_and_no_two_runs_share_a_nonce():
    order = schedule(plan())
    nonces = {nonce(run, slot) for run in ("2026-11-29", "2026-11-30") for slot in order}
    assert len(nonces) == 2 * len(order)


def test_models_keep_their_names_in_the_schedule():
    assert {slot.model for slot in schedule(plan())} == {SMALL, LARGE}
