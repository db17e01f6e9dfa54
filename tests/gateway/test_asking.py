"""What a plan makes of a task's case."""

from sizewise.benchmark.grading import ByJson
from sizewise.benchmark.task import Task, TaskSample
from sizewise.benchmark.trial import Slot
from sizewise.gateway.asking import request_of
from tests.benchmark.builders import SMALL, plan

TASK = Task(
    id="one-case",
    title="One",
    source="a test",
    system="Be short.",
    limit=8,
    grading={"kind": "facts"},
    samples=(TaskSample(ask="Who?", expected=("Ada",)),),
)


def test_a_task_lets_nothing_come_out_but_what_it_names():
    sure = TASK.model_copy(update={"only": ("yes", 'say "no"')})
    request = request_of(plan(), sure, Slot(SMALL, "one-case", 0, False, 1), "abc")
    assert request.grammar == r'root ::= "yes" | "say \"no\""'
    assert request.logprobs == 1


def test_a_request_holds_the_case_and_the_conditions_of_the_plan():
    asked = plan(temperature="0.5", seed=7)
    request = request_of(asked, TASK, Slot(SMALL, "one-case", 3, False, 1), "abc")
    assert [(each.role, each.content) for each in request.messages] == [
        ("system", "Be short."),
        ("user", "Who?"),
    ]
    told = (request.temperature, request.limit, request.seed, request.cache)
    assert told == (0.5, 8, 7, "bust")
    assert request.sent[0].content == "abc Be short."


def test_a_model_is_held_to_the_form_of_a_task_that_is_graded_by_it():
    form = '{"type": "object"}'
    held = TASK.model_copy(update={"grading": ByJson(kind="json", form=form)})
    slot = Slot(SMALL, "one-case", 0, False, 1)
    assert request_of(plan(), held, slot, "").schema == form
    assert request_of(plan(), TASK, slot, "").schema is None
