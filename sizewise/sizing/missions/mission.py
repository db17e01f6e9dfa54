"""A mission: something to find out in the lab, and how its answer is computed from the catalogue.

The missions are content (`content/missions`); these are their types. No answer stands in a file:
`solve` computes it at the prices of the day.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens, Tokens
from sizewise.ground.ids import ByKey, ConditionText, Id, ModelId, Names, RowId, TaskId
from sizewise.ground.shape import Shape, Text
from sizewise.sizing.catalogue.catalog import Catalogue

Count = Annotated[int, Field(gt=0)]
"""A number of things, at least one."""

Models = Annotated[tuple[ModelId, ...], Field(min_length=3)]
"""Models to choose from."""


_MODEL = Names("player", none="none")

LabQuery = Annotated[
    dict[str, str],
    ByKey(
        (
            ("model", _MODEL),
            ("versus", _MODEL),
            ("larger", _MODEL),
            ("compare", Names("player", several=True, none="none")),
        )
    ),
]
"""Parameters of the lab's address; some of them name models."""


def opens_on(mission: "Mission", catalogue: Catalogue) -> dict[str, str]:
    """The lab's address with the mission's numbers: a role is whoever holds it on the day."""
    players = {"model", "versus", "larger", "compare"}
    return {
        name: ",".join(_ids(text, catalogue)) if name in players else text
        for name, text in mission.opens.items()
    }


def _ids(names: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The models of some names; those that lead nowhere, such as none, stay."""
    return tuple(next(iter(catalogue.players([name])), name) for name in names.split(","))


class WithinBudget(Shape):
    """Pick every model that does a job for no more than a sum."""

    kind: Literal["within-budget"]
    """Always within-budget."""
    models: Models
    """The models to pick from; at least one must do, and at least one must not."""
    call: CallTokens
    """The tokens of one call."""
    calls: Count
    """How many calls the job has."""
    at_most: Annotated[Decimal, Field(gt=0, le=1_000_000_000)]
    """The most that the job may cost, in US dollars: the learner's budget, never a price."""


class StillThere(Shape):
    """Pick every model that can still be called on a day."""

    kind: Literal["still-there"]
    """Always still-there."""
    models: Models
    """The models to pick from; at least one must do, and at least one must not."""
    until: date
    """The last day on which it must answer."""


class ReportRow(Shape):
    """A row of a results table: what ran, and what the table says that it cost."""

    id: RowId
    """A name that no other row has."""
    model: ModelId
    """The model that ran."""
    call: CallTokens
    """The tokens of one call, as the table gives them."""
    calls: Count
    """How many calls ran."""
    claimed: Literal[
        "list-price",
        "as-a-batch",
        "half-from-a-cache",
        "rates-swapped",
        "answers-forgotten",
        "a-thousand-for-a-million",
        "one-call-forgotten-the-rest",
    ]
    """How the claimed cost came about; learners see only the amount."""


class ImpossibleRows(Shape):
    """Pick every row whose cost cannot follow from its tokens.

    Possible is whatever lies between the best case, all input from a cache and all in a batch where
    there are such rates, and the list price.
    """

    kind: Literal["impossible-rows"]
    """Always impossible-rows."""
    rows: Annotated[tuple[ReportRow, ...], Field(min_length=3)]
    """The table; at least one row must be possible, and at least one impossible."""


class PictureTimes(Shape):
    """How many times more a picture costs on one model than on another."""

    kind: Literal["picture-times"]
    """Always picture-times."""
    model: ModelId
    """The model whose cost is divided."""
    versus: ModelId
    """The model whose cost divides it."""
    width: Count
    """Width of the picture in pixels; it is sent in high detail."""
    height: Count
    """Height of the picture in pixels."""


class ThinkingRoom(Shape):
    """How many hidden thinking tokens a model may spend on a call before it costs as much."""

    kind: Literal["thinking-room"]
    """Always thinking-room."""
    model: ModelId
    """The model that thinks; without thinking it must be the cheaper one."""
    versus: ModelId
    """The model that it is held against; it does not think here."""
    call: CallTokens
    """The tokens of one call on both, without thinking."""


class HistoryTurn(Shape):
    """At which turn of a chat the history costs more to send than the answer to write."""

    kind: Literal["history-turn"]
    """Always history-turn."""
    model: ModelId
    """The model that answers."""
    opening: Tokens
    """Tokens that every turn begins with, such as the system text."""
    question: Tokens
    """Tokens of each question."""
    answer: Tokens
    """Tokens of each answer."""


class PaysAfter(Shape):
    """After how many calls a taught small model has paid for its teaching."""

    kind: Literal["pays-after"]
    """Always pays-after."""
    model: ModelId
    """The large model, which writes the examples and would answer else."""
    taught: ModelId
    """The small model that is taught."""
    call: CallTokens
    """One call of the large model."""
    taught_input: Tokens
    """Tokens that a call of the taught model sends: often fewer, without the long instruction."""
    examples: Count
    """How many answers of the large model it is taught with."""
    quote: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    """What somebody asks once for the training, in US dollars: a number of the story."""


class BestSaving(Shape):
    """Which of three ways saves most: a cache, a batch, or many items in one request."""

    kind: Literal["best-saving"]
    """Always best-saving."""
    model: ModelId
    """The model that is called; it must have a batch price."""
    calls: Count
    """How many calls the job has."""
    prefix: Tokens
    """Tokens that every call repeats at its start."""
    rest: Tokens
    """Tokens that are new in each call."""
    answer: Tokens
    """Tokens of each answer."""
    per_request: Count
    """How many items one request would hold."""


class CallsWithin(Shape):
    """How many whole calls a sum pays for."""

    kind: Literal["calls-within"]
    """Always calls-within."""
    model: ModelId
    """The model that is called."""
    call: CallTokens
    """The tokens of one call."""
    budget: Annotated[Decimal, Field(gt=0, le=1_000_000_000)]
    """The sum in US dollars: the learner's, never a price."""


class CallsADay(Shape):
    """How many calls a day a maker's rate limits let through."""

    kind: Literal["calls-a-day"]
    """Always calls-a-day."""
    model: ModelId
    """The model that is called; the catalogue must know its limits."""
    tier: str
    """The account's tier, as the catalogue writes it."""
    call: CallTokens
    """The tokens of one call."""
    hours: Annotated[Decimal, Field(gt=0, le=24)]
    """In how many hours of the day the calls come."""
    peak: Annotated[Decimal, Field(ge=1)]
    """How many times the average the busiest minute has."""


class MedianWait(Shape):
    """The median of the waits of a recorded run, which the mission shows as they came."""

    kind: Literal["median-wait"]
    """Always median-wait."""
    run: Text
    """The recorded run: a file of content/runs, without its ending .jsonl."""
    task: TaskId
    """The task whose waits are shown."""
    waits: tuple[Decimal, ...] = ()
    """The waits in seconds, in the order of the log. Leave it out: they are read from the run."""


class CascadeSetting(Shape):
    """A threshold of a cascade, with what came of it."""

    threshold: Annotated[int, Field(ge=0, le=100)]
    """What the small model is less sure of than so many percent is passed on."""
    passed: Count
    """How many mails are passed on."""
    right: Decimal
    """The share of right answers to expect, from 0 to 1."""


class BeatsTheRules(Shape):
    """Pick every threshold at which a recorded small model beats the keyword rules.

    What it is less sure of goes to a large model, whose accuracy is assumed.
    """

    kind: Literal["beats-the-rules"]
    """Always beats-the-rules."""
    run: Text
    """The recorded ladder: a file of content/runs, without its ending .jsonl."""
    large_right: Annotated[int, Field(ge=50, le=100)]
    """On how many of a hundred mails the large model is taken to be right."""
    thresholds: Annotated[tuple[Annotated[int, Field(ge=1, le=100)], ...], Field(min_length=3)]
    """The thresholds to pick from, in percent; at least one must do, and at least one must not."""
    rules: Decimal = Decimal(0)
    """The share that the rules get right. Leave it out: it is read from the run."""
    settings: tuple[CascadeSetting, ...] = ()
    """What comes of each threshold. Leave it out: it is read from the run."""


MissionCheck = Annotated[
    WithinBudget
    | StillThere
    | ImpossibleRows
    | PictureTimes
    | ThinkingRoom
    | HistoryTurn
    | PaysAfter
    | BestSaving
    | CallsWithin
    | CallsADay
    | MedianWait
    | BeatsTheRules,
    Field(discriminator="kind"),
]
"""How a mission is checked."""


class Mission(Shape):
    """One file of content/missions: something to find out with the lab."""

    id: Id
    """The file's name."""
    title: str
    """The mission's name."""
    place: Annotated[int, Field(ge=1)]
    """Where it stands among the missions, from 1."""
    minutes: Annotated[int, Field(ge=1, le=30)]
    """How long it takes."""
    story: str
    """Who needs it, and why."""
    task: str
    """What to find, in one or two sentences."""
    check: MissionCheck
    """How the answer is computed."""
    holds: ConditionText | None = None
    """What the mission takes for granted of the catalogue; on a day when it does not hold, nobody
    is asked.
    """
    hints: Annotated[tuple[str, ...], Field(min_length=1)]
    """Help in growing steps."""
    lesson: str
    """What to take along, shown once it is solved."""
    opens: LabQuery
    """The page with the mission's numbers: parameters of its address, in the lab the view among
    them."""
    page: Literal["lab", "ladder", "benchmark"] = "lab"
    """The page that helps to find it out, and that `opens` is for."""
