"""A model that thinks, at tasks too short for it, is told before the plan starts."""

import pytest

from sizewise import ROOT
from sizewise.gateway.room_to_think import ROOM, cramped
from sizewise.library import open_library
from sizewise.library.kinds import TASK
from tests.benchmark.builders import contender, plan

LIBRARY = open_library(ROOT)
TASKS = LIBRARY.all(TASK)


def told(model, source="endpoint", tasks=("intent", "summary")):
    asked = plan(models=(contender("far", source=source, model=model),), tasks=tasks)
    return list(cramped(asked, TASKS, LIBRARY.catalogue))


@pytest.mark.parametrize("name", ["o4-mini", "o4-mini-2025-04-16", "openai/o4-mini"])
def test_a_model_that_thinks_unasked_is_told_with_its_tasks_and_their_limits(name):
    [warning] = told(name)
    assert "o4-mini thinks before it answers, and its thinking counts as output: " in warning
    assert f"“{TASKS['intent'].title}” ends a reply at 8 and " in warning
    assert "ends a reply at 120 tokens." in warning
    assert "Leave those tasks out" in warning


@pytest.mark.parametrize("name", ["gpt-4o-mini", "claude-haiku-4-5", "a-model-of-my-own"])
def test_who_does_not_think_unasked_or_is_unknown_is_told_nothing(name):
    assert told(name) == []


def test_where_no_call_goes_out_nothing_thinks():
    assert told("o4-mini", source="recorded") == []


def test_a_task_with_room_is_no_trouble():
    roomy = TASKS["intent"].model_copy(update={"limit": ROOM})
    asked = plan(models=(contender("far", source="endpoint", model="o4-mini"),), tasks=("intent",))
    assert list(cramped(asked, {"intent": roomy}, LIBRARY.catalogue)) == []
