"""What can be said of a model: every kind of fact, as words and as a number.

A model may be named by a role of the cast; then it is whoever holds the role on the day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from sizewise.ground.rates import LimitName, RateName
from sizewise.ground.written import day_words, dollars, exactly, grouped, number_of, rate, times
from sizewise.library.read.words import nearest
from sizewise.library.run_facts import MEASURES, RunUnknown, of_run
from sizewise.sizing.catalogue.catalog import Catalogue, Limits, ModelProfile, ModelUnknown
from sizewise.sizing.catalogue.freshness import Fact
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.image import ImageEmpty, image_tokens
from sizewise.sizing.tokens.usage import Usage

PRICE_FIELDS: tuple[str, ...] = get_args(RateName)
"""The rates that a text or a variable may name."""

LIMIT_FIELDS: tuple[str, ...] = get_args(LimitName)
"""The limits that a text or a variable may name."""


class FactUnknown(LookupError):
    """A reference that the catalogue cannot answer; says what is wrong and what to write."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(f"{what}, {fix}")
        self.what = what
        self.fix = fix

    innocent = False
    """Whether the fault is in another file than the one that refers."""


class ModelBroken(FactUnknown):
    """A reference to a model or a role that must be repaired; whoever refers to it is innocent."""

    innocent = True


@dataclass(frozen=True)
class FactForm:
    """One kind of reference: how it is written, what it becomes, and an example."""

    arguments: tuple[str, ...]
    meaning: str
    example: str
    answer: Callable[["ModelFacts", "tuple[str, ...]"], str]
    value: Callable[["ModelFacts", "tuple[str, ...]"], Decimal] | None = None
    """The same as a number, for conditions; none where it is no number."""
    grows_old_as: Fact | None = None
    """The check that it rests on; none where it never grows old."""

    def complete(self, reference: str, given: tuple[str, ...]) -> tuple[str, ...]:
        """The words after a fact's name. Raises FactUnknown when they are too few or too many."""
        if len(given) != len(self.arguments):
            name = reference.split()[0]
            what = (
                f"`{{{{{reference}}}}}` needs {number_of(len(self.arguments), 'word')} after {name}"
            )
            raise FactUnknown(what, f"write it like {self.example}")
        return given


@dataclass(frozen=True)
class ModelFacts:
    """The catalogue on one day. Every method raises FactUnknown for what is not there."""

    catalogue: Catalogue
    day: date

    def price(self, model: str, field: str) -> Decimal:
        """A rate in US dollars per million tokens."""
        _known(field, PRICE_FIELDS, "rate")
        rate: Decimal | None = getattr(self.price_of(model), field)
        if rate is None:
            raise FactUnknown(
                f"{model} has no {field} price on {day_words(self.day)}", "take another rate"
            )
        return rate

    def limit(self, model: str, field: str) -> Decimal:
        """A limit in tokens."""
        _known(field, LIMIT_FIELDS, "limit")
        tokens: int | None = getattr(self._limits(model), field)
        if tokens is None:
            raise FactUnknown(f"no source gives the {field} of {model}", "take another limit")
        return Decimal(tokens)

    def checked_on(self, model: str) -> date:
        """The day the model's price was last held against its source."""
        return self.price_of(model).checked_on

    def profile(self, model: str) -> ModelProfile:
        """The model of that id, or the one that holds that role on the day."""
        catalogue = self.catalogue
        if model in catalogue.profiles:
            return catalogue.profiles[model]
        if model in catalogue.cast.by_name:
            try:
                return catalogue.holder(model, self.day)
            except ModelUnknown as error:
                fix = "give the role a model in content/cast.yaml"
                raise FactUnknown(f"nobody holds the role `{model}`: {error}", fix) from None
        if model in catalogue.broken:
            raise ModelBroken(f"`{model}` must be repaired first", f"see {catalogue.broken[model]}")
        if catalogue.unread:
            what = f"no model `{model}` is there, and no role can be read"
            raise ModelBroken(what, f"see {catalogue.unread}")
        known = [*catalogue.cast.by_name, *catalogue.profiles]
        raise FactUnknown(f"the catalogue has no model `{model}`", nearest(model, known))

    def price_of(self, model: str) -> Price:
        """The model's price on the day."""
        try:
            return self.profile(model).price_on(self.day)
        except PriceUnknown as error:
            raise FactUnknown(str(error), "give the model a price for that day") from None

    def _limits(self, model: str) -> Limits:
        return self.profile(model).file.limits


def _known(word: str, known: tuple[str, ...], called: str) -> None:
    if word not in known:
        raise FactUnknown(f"`{word}` is no {called}", nearest(word, known))


def _whole(word: str, called: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 12:
        raise FactUnknown(f"`{word}` is no number of {called}", "write digits, such as 1200")
    return int(word)


def _price(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return rate(facts.price(*given))


def _limit(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return exactly(facts.limit(*given))


def _status(facts: ModelFacts, given: tuple[str, ...]) -> str:
    life = facts.profile(given[0]).file.lifecycle
    status = life.status_on(facts.day)
    if status == "retiring" and life.shutdown:
        return f"retiring on {day_words(life.shutdown)}"
    if status == "redirected" and life.redirect:
        return f"redirected to {_called(facts, life.redirect.to)}"
    return status


def _shutdown(facts: ModelFacts, given: tuple[str, ...]) -> str:
    end = facts.profile(given[0]).file.lifecycle.shutdown
    return day_words(end) if end else "no date announced"


def _successor(facts: ModelFacts, given: tuple[str, ...]) -> str:
    heir = facts.profile(given[0]).file.lifecycle.replacement
    if heir is None:
        return "none named"
    return _called(facts, heir)


def _called(facts: ModelFacts, model: str) -> str:
    known = facts.catalogue.profiles.get(model)
    return known.name if known else model


def _name(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return facts.profile(given[0]).name


def _api_name(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return facts.profile(given[0]).file.api_name or given[0]


def _released(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return day_words(facts.profile(given[0]).file.lifecycle.released)


def _cutoff(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return facts.profile(given[0]).file.knowledge_cutoff or "not published"


def _score(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return f"{exactly(_score_of(facts, given))}%"


def _score_of(facts: ModelFacts, given: tuple[str, ...]) -> Decimal:
    scores = {each.name: each.score for each in facts.profile(given[0]).file.benchmarks}
    if given[1] not in scores:
        raise FactUnknown(f"{given[0]} has no score on `{given[1]}`", nearest(given[1], scores))
    return scores[given[1]]


def _ratio(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return times(_ratio_of(facts, given))


def _ratio_of(facts: ModelFacts, given: tuple[str, ...]) -> Decimal:
    dearer, cheaper = facts.price(given[0], given[2]), facts.price(given[1], given[2])
    if not cheaper:
        raise FactUnknown(f"{given[1]} costs nothing", "compare with a model that has a price")
    return dearer / cheaper


def _image(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return grouped(_picture_tokens(facts, *given))


def _image_cost(facts: ModelFacts, given: tuple[str, ...]) -> str:
    model, size, pictures = given
    usage, calls = Usage(input=_picture_tokens(facts, model, size)), _whole(pictures, "pictures")
    return dollars(estimate(usage, facts.price_of(model), calls=calls).total)


def _picture_tokens(facts: ModelFacts, model: str, size: str) -> int:
    rule = facts.profile(model).file.image_tokens
    if rule is None:
        raise FactUnknown(f"no source gives the image tokens of {model}", "take another model")
    width, _, height = size.partition("x")
    try:
        return image_tokens(_whole(width, "pixels"), _whole(height, "pixels"), "high", rule)
    except ImageEmpty as error:
        raise FactUnknown(str(error), "write its size, such as 1024x1024") from None


def _cost(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return dollars(_cost_of(facts, given))


def _cost_of(facts: ModelFacts, given: tuple[str, ...]) -> Decimal:
    sent, written = _whole(given[1], "tokens"), _whole(given[2], "tokens")
    usage, calls = Usage(input=sent, output=written), _whole(given[3], "calls")
    return estimate(usage, facts.price_of(given[0]), calls=calls).total


def _run(_facts: ModelFacts, given: tuple[str, ...]) -> str:
    try:
        return of_run(*given)
    except RunUnknown as error:
        raise FactUnknown(str(error), "take what the log has") from None


def _checked(facts: ModelFacts, given: tuple[str, ...]) -> str:
    return day_words(facts.checked_on(given[0]))


FACTS: Mapping[str, FactForm] = {
    "price": FactForm(
        ("MODEL", "RATE"),
        "a rate in dollars per million tokens: " + ", ".join(PRICE_FIELDS),
        "{{price gpt-4o-mini input}}",
        _price,
        value=lambda facts, given: facts.price(*given),
        grows_old_as="price",
    ),
    "limit": FactForm(
        ("MODEL", "LIMIT"),
        "a limit in tokens: " + ", ".join(LIMIT_FIELDS),
        "{{limit gpt-4o-mini context_window}}",
        _limit,
        value=lambda facts, given: facts.limit(*given),
        grows_old_as="limits",
    ),
    "status": FactForm(
        ("MODEL",),
        "active, or when it retires",
        "{{status gpt-4o-mini}}",
        _status,
        grows_old_as="status",
    ),
    "shutdown": FactForm(
        ("MODEL",),
        "the first day without it, or that none is announced",
        "{{shutdown gpt-4o-mini}}",
        _shutdown,
        grows_old_as="status",
    ),
    "successor": FactForm(
        ("MODEL",),
        "the model its maker names instead",
        "{{successor gpt-4o-mini}}",
        _successor,
        grows_old_as="status",
    ),
    "name": FactForm(("MODEL",), "its name", "{{name gpt-4o-mini}}", _name),
    "api-name": FactForm(
        ("MODEL",), "what a program writes to call it", "{{api-name gpt-4o-mini}}", _api_name
    ),
    "released": FactForm(("MODEL",), "its first day", "{{released gpt-4o-mini}}", _released),
    "cutoff": FactForm(
        ("MODEL",), "where its training text ends", "{{cutoff gpt-4o-mini}}", _cutoff
    ),
    "score": FactForm(
        ("MODEL", "TEST"),
        "a published score in percent",
        "{{score gpt-4o-mini MMLU}}",
        _score,
        value=_score_of,
    ),
    "ratio": FactForm(
        ("MODEL", "CHEAPER-MODEL", "RATE"),
        "how many times more the first costs",
        "{{ratio gpt-4o gpt-4o-mini input}}",
        _ratio,
        value=_ratio_of,
        grows_old_as="price",
    ),
    "image": FactForm(
        ("MODEL", "WIDTHxHEIGHT"),
        "the tokens of a picture in high detail",
        "{{image gpt-4o-mini 1024x1024}}",
        _image,
        value=lambda facts, given: Decimal(_picture_tokens(facts, *given)),
    ),
    "image-cost": FactForm(
        ("MODEL", "WIDTHxHEIGHT", "PICTURES"),
        "what that many pictures in high detail cost",
        "{{image-cost gpt-4o-mini 1024x1024 100}}",
        _image_cost,
        grows_old_as="price",
    ),
    "cost": FactForm(
        ("MODEL", "INPUT", "OUTPUT", "CALLS"),
        "what that many calls cost, each with these tokens",
        "{{cost gpt-4o-mini 500 200 1000}}",
        _cost,
        value=_cost_of,
        grows_old_as="price",
    ),
    "checked": FactForm(
        ("MODEL",), "the day its price was last checked", "{{checked gpt-4o-mini}}", _checked
    ),
    "run": FactForm(
        ("LOG", "MODEL", "TASK", "NUMBER"),
        "what a recorded run in content/runs says: " + ", ".join(MEASURES),
        "{{run small-on-this-machine smollm2-135m short-questions right}}",
        _run,
    ),
}
"""Every kind of reference, by its first word."""
