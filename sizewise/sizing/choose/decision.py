"""The decision table: what to ask somebody who needs a model, and what each answer means.

The table is content (`content/choose.yaml`); these are its types. How it is read is in `choose`.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sizewise.ground.ids import AnswerId
from sizewise.ground.shape import Shape, Share
from sizewise.ground.written import listed

Trait = Literal[
    "small",
    "medium",
    "large",
    "reasoning",
    "not-reasoning",
    "reads-images",
    "reads-audio",
    "reads-pdf",
    "open-weights",
    "no-shutdown-announced",
    "batch-price",
    "cache-discount",
    "long-context",
    "within-budget",
    "needs-laptop",
    "needs-workstation",
    "needs-server-card",
    "needs-server",
    "needs-rack",
]
"""What can be true of a model. long-context: 200,000 tokens or more fit in one call.
within-budget: what is known of the workload's monthly cost is not above the budget, or there is
none. needs-...: the smallest class of machine that its open weights fit on at 4 bit."""


class Need(Shape):
    """What a model must have; one that lacks it is left out."""

    trait: Trait
    """What it must have."""
    because: str
    """Why it is left out without it: a sentence for the learner."""


class Weight(Shape):
    """What speaks for a model, or against it."""

    trait: Trait
    """What counts."""
    points: Decimal
    """How much it counts; below 0 it counts against the model."""
    because: str
    """Why it counts: a sentence for the learner."""


class Sizes(Shape):
    """Numbers of the workload; what is left out stays as it was set before."""

    calls_per_day: Annotated[int, Field(ge=0)] | None = None
    """Calls on each of a month's thirty days."""
    input: Annotated[int, Field(ge=0)] | None = None
    """Text tokens that one call sends."""
    answer: Annotated[int, Field(ge=0)] | None = None
    """Tokens of the visible answer."""
    reasoning: Annotated[int, Field(ge=0)] | None = None
    """Tokens of hidden thinking; only models that reason spend them."""
    pictures: Annotated[int, Field(ge=0)] | None = None
    """Pictures that one call sends, of 1024 x 1024 pixels."""
    cached_share: Share | None = None
    """The part of the input that every call repeats."""
    batch_share: Share | None = None
    """The part of the calls that can wait a day, sent as a batch where there is a batch price."""
    budget_per_month: Annotated[Decimal, Field(ge=0)] | None = None
    """The most that a month may cost, in US dollars."""


class DecisionOption(Shape):
    """One answer to a question."""

    id: AnswerId
    """A name that no other option of the question has."""
    text: str
    """What the learner picks."""
    needs: tuple[Need, ...] = ()
    """What a model must then have."""
    weights: tuple[Weight, ...] = ()
    """What then counts for or against a model."""
    sizes: Sizes = Sizes()
    """What the answer says of the workload."""
    own_machines: bool = False
    """Whether the model is to run on machines of one's own. Then what its hosts ask, and when they
    end it, counts for nothing, and a smaller machine decides where points are equal."""


class DecisionQuestion(Shape):
    """One question about the job."""

    id: AnswerId
    """A name that no other question has, such as volume."""
    topic: str
    """The question in one or two words, such as Volume."""
    ask: str
    """The question as it is asked."""
    hint: str | None = None
    """What helps to answer it."""
    options: tuple[DecisionOption, ...] = Field(min_length=2)
    """The answers to pick from."""

    @model_validator(mode="after")
    def _options_differ(self) -> Self:
        _differ("option", (option.id for option in self.options))
        return self


class DecisionTable(Shape):
    """The file content/choose.yaml: every question, and what holds before any is answered."""

    questions: tuple[DecisionQuestion, ...] = Field(min_length=1)
    """The questions, in the order in which they are asked."""
    start: Sizes
    """The workload before any answer; calls_per_day, input and answer must be given."""
    needs: tuple[Need, ...] = ()
    """What a model must have whatever is answered."""
    weights: tuple[Weight, ...] = ()
    """What counts whatever is answered."""

    @model_validator(mode="after")
    def _questions_differ(self) -> Self:
        _differ("question", (question.id for question in self.questions))
        return self

    @model_validator(mode="after")
    def _starts_with_a_workload(self) -> Self:
        asked = ("calls_per_day", "input", "answer")
        missing = [name for name in asked if getattr(self.start, name) is None]
        if missing:
            each = "it" if len(missing) == 1 else "each"
            raise ValueError(f"start needs {listed(missing)}: write {each}, such as 100")
        return self


def _differ(called: str, ids: Iterable[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise ValueError(f"{called} {name} stands {times} times: rename all but one")
