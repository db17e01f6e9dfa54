"""What models are asked in a benchmark: a file of content/tasks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from sizewise.benchmark.grading import Grading
from sizewise.benchmark.program import ProgramRunner
from sizewise.benchmark.trial import Grade
from sizewise.ground.ids import Code, Id
from sizewise.ground.shape import Shape, Text

_COLUMN = re.compile(r"\{(\w+)\}")


class TaskSample(Shape):
    """One case of a task."""

    ask: Code
    """What the model is asked, word for word."""
    expected: tuple[Code, ...] = ()
    """What a right reply holds; nothing where nobody can tell."""
    reply: Code | None = None
    """In a conversation, the reply that later turns find in it, whatever the model said."""
    solution: Code | None = None
    """Where replies are run: Python that passes, which the tests of Sizewise try."""


class SampleTable(Shape):
    """Samples from a CSV file: one a row."""

    file: Id
    """The file in content/tasks, without its ending .csv."""
    ask: Code
    """What the model is asked: `{text}` stands for the row's column of that name."""
    expected: Text
    """The column with what is right."""


class KeptExamples(Shape):
    """Cases that are kept back as examples: they are never asked, and so never graded.

    Which ones they are depends on the cases alone, so that tasks of one table keep back the same.
    """

    each: Annotated[int, Field(ge=1)]
    """How many cases of each answer are kept back."""
    shown: bool
    """Whether the model is shown them, each with its answer, before every case."""


class Task(Shape):
    """A task: many cases of one kind, all asked alike and graded alike."""

    id: Id
    """The file's name."""
    title: Text
    """What the task is, in a few words."""
    source: Text
    """Where the cases come from."""
    system: Code | None = None
    """What the model is told before every case."""
    limit: Annotated[int, Field(ge=1, le=4096)]
    """Output tokens at most."""
    grading: Grading
    """How a reply is graded."""
    only: tuple[Text, ...] = ()
    """The reply can be nothing but one of these, whatever the model would rather say: a grammar
    sees to it, and the log keeps how likely the model held its reply."""
    examples: KeptExamples | None = None
    """Cases that are kept back as examples; none when left out."""
    conversation: bool = False
    """Whether each case goes on after those before it, as a chat does."""
    samples: tuple[TaskSample, ...] = ()
    """The cases, unless a table has them."""
    table: SampleTable | None = None
    """The table that has the cases."""

    def with_rows(self, rows: Sequence[Mapping[str, str]]) -> "Task":
        """The same task with the cases of its table. Raises KeyError for a column not there."""
        if self.table is None:
            return self
        asked, answer = self.table.ask, self.table.expected
        samples = tuple(
            TaskSample(ask=_filled(asked, row), expected=(row[answer],)) for row in rows
        )
        return self.model_copy(update={"samples": samples})

    def messages(self, number: int) -> tuple["TaskTurn", ...]:
        """What is sent for a sample, from 0; beyond the last case they begin again."""
        place = self.case(number)
        before = [(each.ask, each.reply or "") for each in self.samples[:place]]
        if not self.conversation:
            shown = self.kept_back if self.examples and self.examples.shown else ()
            before = [(self.samples[at].ask, self.samples[at].expected[0]) for at in shown]
        turns = [TaskTurn("system", self.system)] if self.system else []
        for ask, reply in before:
            turns += [TaskTurn("user", ask), TaskTurn("assistant", reply)]
        return (*turns, TaskTurn("user", self.samples[place].ask))

    def grade(self, number: int, reply: str, run: ProgramRunner | None = None) -> Grade | None:
        """What a reply to that sample is worth; none where nobody can tell.

        `run` runs the reply, where that is how it is graded: without it nobody can.
        """
        expected = self.samples[self.case(number)].expected
        return self.grading.grade(reply, expected, run) if expected else None

    def case(self, number: int) -> int:
        """Which of the cases, from 0, a sample asks."""
        return self.cases((number,))[0]

    def cases(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Which of the cases, from 0, each sample asks; beyond the last one they begin again.

        They come in a mixed order, the same for everybody: a file may be sorted by label, and a run
        may be too short for all of it. Tasks of one table that keep examples back share the order,
        so that a short run asks the same cases in all of them.
        """
        order = self.table.file if self.table and self.examples else self.id
        places = _mixed(order, len(self.samples), self.kept_back)
        return tuple(places[number % len(places)] for number in numbers)

    @property
    def kept_back(self) -> tuple[int, ...]:
        """The cases, from 0, that are kept back as examples, in the order they are shown."""
        if self.examples is None:
            return ()
        answers = tuple("; ".join(each.expected) for each in self.samples)
        return _first_of_each(answers, self.examples.each)


class TaskTurn(NamedTuple):
    """One message of a request."""

    role: Literal["system", "user", "assistant"]
    text: str


class TaskFault(NamedTuple):
    """What keeps a task from being asked: its sample from 0, or none, and a sentence."""

    sample: int | None
    message: str


def faults(task: Task) -> Iterator[TaskFault]:
    """Everything that keeps a task from being asked and graded."""
    if not task.samples:
        yield TaskFault(None, "there is no case to ask")
    for number, each in enumerate(task.samples):
        if each.expected and (why := task.grading.fault(each.expected)):
            yield TaskFault(number, f"`{each.expected[0]}` cannot be expected: {why}")
        last = number == len(task.samples) - 1
        if task.conversation and not last and each.reply is None:
            yield TaskFault(number, "the next turn needs the reply that stands before it")
        if not task.conversation and each.reply is not None:
            yield TaskFault(number, "a reply is read in a conversation only")
        if (task.grading.kind == "tests") != (each.solution is not None):
            yield TaskFault(number, "a solution stands where replies are run, and nowhere else")
    yield from _cannot_be(task)


def _cannot_be(task: Task) -> Iterator[TaskFault]:
    """What the task asks for beside its cases, and they do not give."""
    for each in task.only:
        if why := task.grading.fault((each,)):
            yield TaskFault(None, f"`{each}` under only cannot be expected: {why}")
    if task.examples and task.conversation:
        yield TaskFault(None, "a conversation has no examples; leave one of the two out")
    elif task.examples and len(task.kept_back) == len(task.samples):
        yield TaskFault(None, "every case is kept back as an example, and none is left to ask")


def _filled(text: str, row: Mapping[str, str]) -> str:
    return _COLUMN.sub(lambda found: row[found[1]], text)


@lru_cache(maxsize=100)
def _mixed(order: str, cases: int, kept: tuple[int, ...]) -> tuple[int, ...]:
    """The cases that are asked, in their mixed order."""
    asked = (place for place in range(cases) if place not in kept)
    return tuple(sorted(asked, key=lambda place: _draw(order, place)))


@lru_cache(maxsize=100)
def _first_of_each(answers: tuple[str, ...], each: int) -> tuple[int, ...]:
    """The first cases of each answer, in an order that depends on nothing but their places."""
    taken: Counter[str] = Counter()
    kept = []
    for place in sorted(range(len(answers)), key=lambda place: _draw("examples", place)):
        if answers[place] and taken[answers[place]] < each:
            taken[answers[place]] += 1
            kept.append(place)
    return tuple(kept)


def _draw(task: str, place: int) -> str:
    return sha256(f"{task}|{place}".encode()).hexdigest()
