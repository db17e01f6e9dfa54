"""A model as the catalogue knows it, and the catalogue."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from sizewise.ground.ids import PRICE_REF, OwnModelId
from sizewise.ground.plain import Plain
from sizewise.ground.shape import Shape
from sizewise.ground.written import day_words, listed, shortened
from sizewise.sizing.catalogue.cast import Cast
from sizewise.sizing.catalogue.hardware import Hardware
from sizewise.sizing.catalogue.images.rule import ImageRule
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.catalogue.price import (
    ListedRates,
    LongContext,
    Price,
    PriceUnknown,
    TokenRates,
)
from sizewise.sizing.catalogue.source import Source, Url
from sizewise.sizing.catalogue.training import Training

MOST_NEAR = 4
"""How many models a wrong name is answered with."""
NAME_SHOWN = 60
"""Characters of a wrong name that are looked at."""

Thinking = Literal["never", "off-by-default", "on-by-default"]
"""Whether a model writes thinking tokens, and whether it does when nobody asks for them."""

Size = Literal["small", "medium", "large"]
"""How large a model is among those of its maker."""

Medium = Literal["text", "image", "audio", "video", "pdf"]
"""What a model reads."""


class Limits(Shape):
    """How much fits, in tokens."""

    context_window: Annotated[int, Field(gt=0)]
    """Input and output of one call together."""
    max_output: Annotated[int, Field(gt=0)] | None = None
    """The longest reply; none when no source gives it."""
    checked_on: date
    """The day the limits were last checked."""


class RateLimit(Shape):
    """How much a maker lets an account of one tier send."""

    tier: str
    """The tier, as the maker calls it."""
    requests_per_minute: Annotated[int, Field(gt=0)]
    """The most calls in a minute."""
    tokens_per_minute: Annotated[int, Field(gt=0)]
    """The most tokens in a minute, input and output together."""
    requests_per_day: Annotated[int, Field(gt=0)] | None = None
    """The most calls in a day; none when the tier has no such limit."""
    tokens_per_day: Annotated[int, Field(gt=0)] | None = None
    """The most tokens in a day; none when the tier has no such limit."""
    batch_queue_tokens: Annotated[int, Field(gt=0)] | None = None
    """The most input tokens that may wait in batches at a time; none when no source gives it."""
    source: Source
    """Where the limits stand."""


class Benchmark(Shape):
    """A published score."""

    name: str
    """The test, such as MMLU."""
    score: Decimal
    """The score in percent."""
    self_reported: bool
    """Whether the maker measured its own model."""
    source: Source
    """Where the score stands."""


class PriceOverride(ListedRates):
    """A price that this file sets itself, because the price list lacks it or is wrong."""

    starts: date | None = None
    """First day of the price; none means since release."""
    long_context: LongContext | None = None
    """Rates of very long calls; none when they cost no more."""
    instead_of: TokenRates | None = None
    """What the price list said when this was written: `check` warns once it says something else."""
    source: Source
    """Where the price stands."""


class ModelFile(Shape):
    """One file of content/models, as written."""

    id: OwnModelId
    """The file's name."""
    name: str
    """The name on screen."""
    maker: str
    """Who makes it."""
    size: Size
    """Our word for its place in the maker's range."""
    thinking: Thinking
    """Whether it writes thinking tokens, billed as output: `never`, only when asked, or always
    unless told not to. Only the last is charged when nobody asks."""
    open_weights: bool = False
    """Whether the weights can be downloaded."""
    hardware: Hardware | None = None
    """The size of its open weights; none when they are closed or no source tells."""
    inputs: tuple[Medium, ...] = ("text",)
    """What it reads."""
    outputs: tuple[Literal["text", "image", "audio"], ...] = ("text",)
    """What it writes."""
    summary: str
    """One or two sentences: what it is for."""
    best_for: tuple[str, ...] = ()
    """Jobs it fits."""
    consider_else: tuple[str, ...] = ()
    """When to look at another model."""
    api_name: str | None = None
    """What a program writes to call it; none when no source gives it."""
    api_base: Url | None = None
    """Where the Python package openai calls it; none when no address for that package is known."""
    gateway_name: Annotated[str, Field(pattern=PRICE_REF)] | None = None
    """What a program writes to call it through the gateway OpenRouter; none when that lists no such
    model."""
    encoding: Literal["o200k_base", "cl100k_base", "r50k_base"] | None = None
    """The tokenizer, when its maker or tiktoken says so; none makes every count an estimate."""
    encoding_status: Literal["exact", "assumed", "estimate"] = "estimate"
    """exact: tiktoken lists the model. assumed: same family. estimate: another one stands in."""
    image_tokens: ImageRule | None = None
    """How a picture becomes tokens; none when no source gives it."""
    limits: Limits
    """How much fits."""
    rate_limits: tuple[RateLimit, ...] = ()
    """How much an account may send, lowest tier first; empty when no source gives it."""
    lifecycle: Lifecycle
    """When it came and when it goes."""
    knowledge_cutoff: str | None = None
    """The last month or day of its training text, as the maker writes it."""
    price_ref: Annotated[str, Field(pattern=PRICE_REF)] | None = None
    """`provider/model` in genai-prices; none when only the overrides below hold."""
    prices: tuple[PriceOverride, ...] = ()
    """Prices that this file sets itself."""
    prices_checked_on: date
    """The day a person last held the price against its source."""
    fine_tuning: Training | None = None
    """What training it on examples of one's own costs; none when no source gives a price."""
    benchmarks: tuple[Benchmark, ...] = ()
    """Published scores."""
    open_questions: tuple[str, ...] = ()
    """Where sources disagree, kept open."""
    sources: tuple[Source, ...] = Field(min_length=1)
    """Where all this stands."""

    @property
    def can_think(self) -> bool:
        """Whether it can write thinking tokens."""
        return self.thinking != "never"

    @property
    def thinks_unasked(self) -> bool:
        """Whether it writes thinking tokens, and bills them, when nobody asks."""
        return self.thinking == "on-by-default"

    @model_validator(mode="after")
    def _closed_weights_need_no_machine(self) -> Self:
        if self.hardware is not None and not self.open_weights:
            raise ValueError("hardware is given, but the weights are closed: leave it out")
        return self

    @model_validator(mode="after")
    def _status_has_an_encoding(self) -> Self:
        if self.encoding is None and self.encoding_status != "estimate":
            raise ValueError(
                f"encoding_status is {self.encoding_status} but no encoding is named: "
                "name it, or write estimate"
            )
        return self


class ModelProfile(Shape):
    """A model with its price history: what lessons, quizzes and the lab work with."""

    file: ModelFile
    """The facts as written."""
    prices: tuple[Price, ...]
    """Every known price, oldest first."""

    @property
    def id(self) -> str:
        """The model's id."""
        return self.file.id

    @property
    def name(self) -> str:
        """The model's name on screen."""
        return self.file.name

    def price_on(self, day: date) -> Price:
        """The price in force on a day. Raises PriceUnknown before the first, or the release."""
        released = self.file.lifecycle.released
        if day < released:
            raise PriceUnknown(
                f"{self.name} has no price on {day_words(day)}: it came on {day_words(released)}"
            )
        in_force = [price for price in self.prices if price.starts is None or price.starts <= day]
        if not in_force:
            first = min((price.starts for price in self.prices if price.starts), default=None)
            holds = f": the first with a day holds from {day_words(first)} on" if first else ""
            raise PriceUnknown(f"No source gives a price of {self.name} on {day_words(day)}{holds}")
        return in_force[-1]


class ModelUnknown(Plain, LookupError):
    """The catalogue has no such model."""


class Catalogue(Shape):
    """Every model, by id, and every role that a model holds."""

    profiles: Mapping[str, ModelProfile]
    """The models by id, in the order of their files."""
    broken: Mapping[str, str] = {}
    """Models and roles that are there and must be repaired first, with the file to repair."""
    unread: str | None = None
    """The file of the roles, where it must be repaired and so may have more of them."""
    cast: Cast = Cast()
    """Which model holds which role, and when."""
    day: date | None = None
    """The day on which roles are asked for; none where no day is known."""

    def on(self, day: date) -> Self:
        """The same catalogue, with every role held by whoever holds it on a day."""
        return self.model_copy(update={"day": day})

    def model(self, model_id: str) -> ModelProfile:
        """The model of that id, or the one that holds the role of that name on the day.

        Raises ModelUnknown, naming the nearest ids, when there is none.
        """
        if self.day is not None and model_id in self.cast.by_name:
            return self.holder(model_id, self.day)
        try:
            return self.profiles[model_id]
        except KeyError:
            if file := self.broken.get(model_id):
                raise ModelUnknown(f"`{model_id}` must be repaired first: see {file}") from None
            raise ModelUnknown(
                f"no model {shortened(model_id)!r} in the catalogue{self._rather(model_id)}"
            ) from None

    def _rather(self, model_id: str) -> str:
        """The few models that somebody may have meant."""
        asked = model_id[:NAME_SHOWN].strip().lower()
        held = [name for name in self.profiles if asked and (asked in name or name in asked)]
        near = list(dict.fromkeys([*get_close_matches(asked, self.profiles), *held]))[:MOST_NEAR]
        return f"; did you mean {listed(near, 'or')}?" if near else ""

    def players(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ids of the models behind these names on the day, each once; unknown names go."""
        found = []
        for name in names:
            with suppress(ModelUnknown):
                found.append(self.model(name).id)
        return tuple(dict.fromkeys(found))

    def holder(self, role: str, day: date) -> ModelProfile:
        """Who holds a role on a day.

        Whoever the cast names, if it answers; else the next in the line that does, else a
        successor of the named one. When all are gone, the named one, which then says so itself.
        """
        line = list(self.cast.by_name[role].line_on(day))
        for name in line:
            profile = self.profiles.get(name)
            if profile is not None and profile.file.lifecycle.answers_on(day):
                return profile
        return self.in_service(line[0], day)

    def in_service(self, model_id: str, day: date) -> ModelProfile:
        """The model, or once it does not answer itself the nearest of its successors that does.

        The model itself when none of them does. Raises ModelUnknown.
        """
        profile = self.model(model_id)
        passed = {model_id}
        while profile.file.lifecycle.status_on(day) in ("redirected", "retired"):
            heir = profile.file.lifecycle.heir_on(day)
            if heir is None or heir in passed or heir not in self.profiles:
                return self.model(model_id)
            passed.add(heir)
            profile = self.profiles[heir]
        return profile
