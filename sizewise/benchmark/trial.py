"""A trial: one attempt to get a reply, as it stands in the log."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import AwareDatetime, Field, model_validator

from sizewise.ground.shape import Shape, Text

VERSION: Literal[1] = 1
"""The version of the log's lines that are written. Lines of an earlier one stay readable."""

Micro = Annotated[int, Field(ge=0, le=10**15)]
"""Microseconds since the request was sent, by a clock that never goes back; 30 years at most."""
Tally = Annotated[int, Field(ge=0, le=10**12)]
"""A number of tokens or samples, from 0 to a million million."""
Ordinal = Annotated[int, Field(ge=1, le=10**6)]
"""A number that begins at 1, to a million."""
Dollars = Annotated[Decimal, Field(ge=0, le=10**9, decimal_places=60, allow_inf_nan=False)]
"""Exact US dollars, to a thousand million and with 60 places; a text in the log, since JSON's
numbers are not exact."""
Cache = Literal["bust", "shared", "off"]
"""What is done about a cache of prompts: made useless by a nonce in front, used, switched off."""


class Slot(NamedTuple):
    """What one trial of a plan is for: who answers which sample of which task, and how busy."""

    model: str
    """The plan's name for who answers."""
    task: str
    sample: int
    """From 0."""
    warm_up: bool
    concurrency: int
    """How many requests are under way at once."""


class TokensUsed(Shape):
    """The tokens of a trial."""

    input: Tally
    """Tokens sent, cached ones included."""
    cached: Tally = 0
    """How many of the sent tokens came from a cache."""
    output: Tally
    """Tokens written, reasoning included."""
    reasoning: Tally = 0
    """How many of the written tokens are thinking that is not shown."""
    estimated: bool
    """True when the reply told no numbers and they were counted here."""


class Charge(Shape):
    """What a trial cost, or would have cost at somebody's price."""

    amount: Dollars
    """US dollars."""
    priced_as: Text
    """The model whose price it is."""
    day: date
    """The day of the price."""


class Grade(Shape):
    """What the reply was worth, where the task can tell."""

    right: bool
    """Whether it counts as right."""
    answer: str = ""
    """What was taken from the reply, such as a label."""
    expected: str = ""
    """What would have been right."""
    confidence: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None
    """How sure the model was, as the probability of its own answer."""


class Trial(Shape):
    """One line of a log: one attempt to get a reply. Nothing in it is ever changed."""

    version: Literal[1] = VERSION
    """The version of this line's form."""
    plan: Text
    """The plan's file name."""
    plan_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The digest of the plan, so that two plans of one name are told apart."""
    model: Text
    """The plan's name for who answered."""
    answered_by: Text
    """The model's own id, as the reply or the file gives it."""
    task: Text
    """The task's file name."""
    sample: Tally
    """Which sample of the task, from 0."""
    warm_up: bool = False
    """True for an attempt that only warms up: kept, and left out of every result."""
    concurrency: Ordinal = 1
    """How many requests were under way at once."""
    attempt: Ordinal = 1
    """1 for the first, more for one that was tried again."""
    cache: Cache
    """What was done about a cache of prompts."""
    prompt_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """The digest of the messages, without the nonce."""
    sent_at: AwareDatetime
    """The moment the request was sent."""
    first: Micro | None = None
    """When the first token came; none when none did, or the reply came in one piece."""
    thought: bool = Field(default=False, exclude_if=lambda thought: not thought)
    """Whether the stream showed thinking: the first token is then the first of that. Written only
    where it did."""
    chunks: tuple[Micro, ...] = ()
    """When each piece of the reply came."""
    end: Micro
    """When the reply was complete, or failed."""
    finish: str | None = None
    """Why the model stopped, in its own word, such as stop or length."""
    error: str | None = None
    """The class of what went wrong; none for a whole reply."""
    error_text: str = ""
    """What went wrong, in a sentence, with every key blanked."""
    tokens: TokensUsed | None = None
    """What was used; none when nobody knows."""
    charge: Charge | None = None
    """What it cost; none when nobody knows."""
    server: dict[str, Annotated[float, Field(allow_inf_nan=False)]] = Field(default_factory=dict)
    """The server's own timings, by its names for them."""
    reply: str = ""
    """The text, as far as it came."""
    grade: Grade | None = None
    """What it was worth; none where the task cannot tell."""
    logprob: Annotated[float, Field(allow_inf_nan=False)] | None = None
    """The natural logarithm of the reply's probability; none where it was not asked for."""
    client: Text
    """The program that asked, with its version."""
    machine: Text
    """Where it ran: processor, cores, memory, system."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first is not None and self.first > self.end:
            raise ValueError("the first token cannot come after the end")
        return self

    @property
    def slot(self) -> Slot:
        """What the trial is for."""
        return Slot(self.model, self.task, self.sample, self.warm_up, self.concurrency)

    @property
    def whole(self) -> bool:
        """Whether a reply came without an error. It may still be cut or empty: see `endings`."""
        return self.error is None

    @property
    def streamed(self) -> int:
        """How many tokens the stream brought, 0 where nobody knows: without the thinking that it
        hid, which was over when the first one came.
        """
        if self.tokens is None:
            return 0
        return self.tokens.output - (0 if self.thought else self.tokens.reasoning)

    @property
    def by_rules(self) -> bool:
        """Whether no model replied: whole in one moment, and of no tokens, which a model's whole
        reply always has, counted here if need be.
        """
        return self.whole and self.tokens is None and self.first == self.end

    @property
    def cost(self) -> Decimal | None:
        """US dollars; none when nobody knows. Rules charge nothing, whatever the log says of it."""
        if self.by_rules:
            return Decimal(0)
        return None if self.charge is None else self.charge.amount
