"""Interactive blocks of a lesson that simulate, check or judge something."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.call_tokens import CallTokens, Tokens
from sizewise.ground.ids import Code, ModelId, TrialsId
from sizewise.ground.shape import (
    Shape,
    Text,
)

Share = Annotated[Decimal, Field(ge=0, le=1)]
"""A part of the whole, from 0 to 1."""


Speaker = Literal["you", "model"]
"""Who speaks in a chat."""


class WindowPiece(Shape):
    """Something that is sent with a call."""

    name: Text
    """What it is, such as `Rules` or `Documents`."""
    tokens: Tokens
    """Its tokens at first."""
    most: Annotated[int, Field(ge=1)]
    """Where its slider ends, in tokens."""


class ContextWindowBlock(Shape):
    """A model's context window as a bar that the learner fills piece by piece."""

    kind: Literal["context-window"] = "context-window"
    """The block's name."""
    model: ModelId
    """Whose window and reply limit to use, from the catalogue."""
    pieces: tuple[WindowPiece, ...] = Field(min_length=1, max_length=5)
    """What fills it; each gets a slider."""
    reply: Tokens = 0
    """Tokens kept free for the reply at first; it gets a slider too."""


class ChatTurn(Shape):
    """One message of a chat."""

    who: Speaker
    """Who wrote it."""
    text: Text
    """What it says."""


class ForgettingChat(Shape):
    """A chat whose oldest messages fall out of a small window, turn by turn."""

    kind: Literal["forgetting-chat"] = "forgetting-chat"
    """The block's name."""
    turns: tuple[ChatTurn, ...] = Field(min_length=4, max_length=20)
    """The messages, oldest first."""
    window: Annotated[int, Field(ge=20)]
    """Tokens that fit in at first: a toy window, so that one can watch it."""
    question: Text
    """What is asked at the end."""
    needs: Annotated[int, Field(ge=1)]
    """Which message, counted from 1, holds the answer."""
    model: ModelId = "gpt-4o-mini"
    """Whose tokens to count."""


class QueueBlock(Shape):
    """Calls that arrive at random and wait for a free worker: a simulated hour."""

    kind: Literal["queue"] = "queue"
    """The block's name."""
    label: Text
    """What arrives, such as `Questions per minute`."""
    arrivals: Annotated[Decimal, Field(gt=0)]
    """How many arrive per minute at first."""
    most: Annotated[Decimal, Field(gt=0)]
    """Where the slider ends, per minute."""
    seconds: Annotated[Decimal, Field(gt=0)]
    """How long one call takes, on average."""
    workers: tuple[Annotated[int, Field(ge=1, le=50)], ...] = Field(min_length=1, max_length=4)
    """Numbers of workers to choose from."""


class RouterBlock(Shape):
    """A small model keeps some subjects, a large one the rest: recorded errors against cost."""

    kind: Literal["router"] = "router"
    """The block's name."""
    small: ModelId
    """The model that keeps calls."""
    large: ModelId
    """The model that gets what is passed on."""
    usage: CallTokens
    """The tokens of one call, for either."""
    calls: Annotated[int, Field(ge=1)]
    """Calls per month."""
    recorded: TrialsId = "routellm-mmlu"
    """The recorded trials that say how often each is right: a file name in content/runs."""


class BrokenReply(Shape):
    """A reply that a program cannot use, or can."""

    name: Text
    """What the learner picks, such as `A missing field`."""
    reply: Code
    """The reply's text."""


class BreakTheJson(Shape):
    """A reply that the learner breaks, checked against a JSON Schema, with its retries priced."""

    kind: Literal["break-the-json"] = "break-the-json"
    """The block's name."""
    schema_text: Code
    """The JSON Schema that replies must keep to, as JSON."""
    reply: Code
    """A good reply, in the box at first."""
    broken: tuple[BrokenReply, ...] = Field(min_length=1, max_length=6)
    """Ready-made replies to try."""
    model: ModelId = "gpt-4o-mini"
    """Whose retries to price."""
    usage: CallTokens
    """The tokens of one try."""
    valid_share: Share = Decimal("0.9")
    """The share of tries that come out valid, at first."""


class RatedAnswer(Shape):
    """An answer to rate without knowing where it comes from."""

    text: Text
    """The answer."""
    name: Text
    """What it turns out to be, after rating, such as `Twice as long, and one error`."""
    ratings: tuple[Annotated[int, Field(ge=1, le=5)], ...] = Field(min_length=2, max_length=5)
    """What other raters of this made-up case gave, 1 to 5."""


class BlindRating(Shape):
    """Two answers in a random order, rated before their origin is shown."""

    kind: Literal["blind-rating"] = "blind-rating"
    """The block's name."""
    question: Text
    """What was asked."""
    rubric: tuple[Text, ...] = Field(min_length=2, max_length=5)
    """What 1 to 5 are given for, best read before the answers."""
    answers: tuple[RatedAnswer, ...] = Field(min_length=2, max_length=2)
    """The two answers."""
    lesson: Text
    """What to take from it, shown at the end."""


class Leak(Shape):
    """A line that gives a secret away."""

    line: Annotated[int, Field(ge=1)]
    """The line of the code, counted from 1."""
    why: Text
    """How the secret gets out there."""


class SpotTheKey(Shape):
    """A piece of code in which the learner marks the lines that leak a secret."""

    kind: Literal["spot-the-key"] = "spot-the-key"
    """The block's name."""
    question: Text
    """What to look for."""
    code: Code
    """The code, at most 20 lines; its key is plainly made up."""
    leaks: tuple[Leak, ...] = Field(min_length=1)
    """The lines that leak."""
    fix: Text
    """What to do instead, shown after the check."""


class DatedClaim(Shape):
    """A sentence that was true on its day."""

    claim: Text
    """The sentence. `{then}` becomes the fact as it was on that day."""
    said_on: date
    """The day it was written."""
    fact: Text
    """The catalogue's fact behind it, as `price gpt-4o-mini input`."""
    then: Text | None = None
    """What the fact was on that day. Prices need none: the catalogue knows them by date."""
    why: Text
    """What to learn from it. `{now}` becomes the fact as it is today."""


class StillTrue(Shape):
    """Dated claims to judge: still true, or out of date? The catalogue decides."""

    kind: Literal["still-true"] = "still-true"
    """The block's name."""
    claims: tuple[DatedClaim, ...] = Field(min_length=2, max_length=6)
    """The claims."""


class PlanEvent(Shape):
    """Something that happens to a plan."""

    name: Text
    """What happens, such as `The price rises by half`."""
    price_times: Annotated[Decimal, Field(gt=0)] = Decimal(1)
    """What the event multiplies every rate with."""
    photos_times: Annotated[Decimal, Field(ge=0)] = Decimal(1)
    """What it multiplies the number of photos with."""
    hours_out: Annotated[int, Field(ge=0, le=72)] = 0
    """How long the chosen model does not answer."""
    lesson: Text
    """What a good plan says about it."""


class BudgetPlan(Shape):
    """A plan for a chatbot: choice, cost, evidence, what may happen; one page to print."""

    kind: Literal["budget-plan"] = "budget-plan"
    """The block's name."""
    title: Text
    """The plan's heading."""
    models: tuple[ModelId, ...] = Field(min_length=2, max_length=6)
    """The models to choose from."""
    pupils: Annotated[int, Field(ge=1)]
    """Pupils at first."""
    questions: Annotated[Decimal, Field(gt=0)]
    """Questions of each pupil on a school day, at first."""
    days: Annotated[int, Field(ge=1, le=31)] = 20
    """School days in a month."""
    usage: CallTokens
    """The tokens of one question and its answer."""
    photo_share: Share = Decimal(0)
    """The share of questions that come with a photo, at first."""
    width: Annotated[int, Field(ge=1)] = 1024
    """The photo's width in pixels."""
    height: Annotated[int, Field(ge=1)] = 1024
    """The photo's height in pixels."""
    budget: Annotated[Decimal, Field(gt=0)]
    """Dollars a month that the school has, at first."""
    events: tuple[PlanEvent, ...] = Field(min_length=1, max_length=6)
    """What may happen."""
