"""The sums behind the blocks: catalogue and day in, numbers out, nothing drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, assert_never

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.written import dollars, number, times, with_noun
from sizewise.learn.lesson.blocks.cost_slider import ModelUsage
from sizewise.learn.lesson.blocks.guess_first import (
    CostAnswer,
    FormulaAnswer,
    GuessUnit,
    TokenAnswer,
)
from sizewise.learn.quiz.expression import evaluate
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import CostEstimate, estimate
from sizewise.sizing.tokens.image import image_tokens
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.usage import Usage


@dataclass(frozen=True)
class Priced:
    """A model and what a job costs on it."""

    profile: ModelProfile
    cost: CostEstimate


@dataclass(frozen=True)
class Pictured:
    """A model, the tokens of a picture on it, their rate per million, and what they cost."""

    profile: ModelProfile
    tokens: int
    cost: CostEstimate
    rate: Decimal
    estimated: bool

    @property
    def amount(self) -> Decimal:
        """The picture's cost in US dollars."""
        return self.cost.total


def usage(shape: CallTokens, reasoning: int = 0) -> Usage:
    """An author's usage, with thinking tokens added to its output."""
    used = Usage.of(shape)
    return replace(used, output=used.output + reasoning, reasoning=used.reasoning + reasoning)


def priced(
    catalogue: Catalogue, day: date, models: Sequence[str], shape: CallTokens, calls: int
) -> tuple[Priced, ...]:
    """A job on several models, in their order. Raises ModelUnknown and PriceUnknown."""
    return tuple(_priced(catalogue, day, model, usage(shape), calls) for model in models)


def thinking(
    catalogue: Catalogue,
    day: date,
    models: Sequence[ModelUsage],
    shape: CallTokens,
    calls: int,
    reasoning: int | None = None,
) -> tuple[Priced, ...]:
    """The same, where models that think add their own thinking tokens to each call.

    A number in `reasoning` takes the place of the author's for every model that thinks.
    """
    return tuple(
        _priced(catalogue, day, each.model, usage(shape, _added(each, reasoning)), calls)
        for each in models
    )


def _added(each: ModelUsage, reasoning: int | None) -> int:
    return each.reasoning if reasoning is None or not each.reasoning else reasoning


def _priced(catalogue: Catalogue, day: date, model: str, used: Usage, calls: int) -> Priced:
    profile = catalogue.model(model)
    return Priced(profile, estimate(used, profile.price_on(day), calls=calls))


def ratio(rows: Sequence[Priced]) -> str | None:
    """How many times more the dearest costs than the cheapest: "17×"; None when one is free."""
    costs = sorted(row.cost.total for row in rows)
    return times(costs[-1] / costs[0]) if costs[0] else None


def guess_answer(
    catalogue: Catalogue, day: date, answer: CostAnswer | TokenAnswer | FormulaAnswer
) -> Decimal:
    """The computed answer of a guess: dollars, how many times more, tokens, or a formula's value.

    Raises ModelUnknown and PriceUnknown.
    """
    return ANSWERS[answer.kind](catalogue, day, answer)


def _money_answer(catalogue: Catalogue, day: date, answer: CostAnswer) -> Decimal:
    top = _priced(catalogue, day, answer.model, usage(answer.usage), answer.calls).cost.total
    if answer.divided_by is None:
        return top
    under = _priced(catalogue, day, answer.divided_by, usage(answer.usage), answer.calls)
    if not under.cost.total:
        raise PriceUnknown(f"{under.profile.name} costs nothing here")
    return top / under.cost.total


def _counted_answer(catalogue: Catalogue, _day: date, answer: TokenAnswer) -> Decimal:
    tokenizer = tokenizer_of(catalogue.model(answer.model))
    return Decimal(count(answer.text, tokenizer.encoding))


def _formula_answer(_catalogue: Catalogue, _day: date, answer: FormulaAnswer) -> Decimal:
    return evaluate(answer.formula, {})


ANSWERS: Mapping[str, Callable[[Catalogue, date, Any], Decimal]] = {
    "cost": _money_answer,
    "tokens": _counted_answer,
    "formula": _formula_answer,
}
"""How each kind of answer is computed."""


def nearest(guesses: Sequence[Decimal], answer: Decimal) -> Decimal:
    """The guess nearest to the answer as a ratio: twice too much is as far as half."""
    if not answer:
        return min(guesses)
    return min(guesses, key=lambda guess: max(guess / answer, answer / guess))


def amount_words(value: Decimal, unit: GuessUnit) -> str:
    """A guess or an answer as people read it: "$8", "$97.50", "17×", "36%", "1 second"."""
    match unit:
        case "times":
            return times(value)
        case "usd":
            return dollars(value).removesuffix(".00")
        case "tokens" | "seconds":
            return with_noun(_rounded(value), unit.removesuffix("s"))
        case "percent":
            return f"{_rounded(value)}%"
        case "number":
            return _rounded(value)
        case _:
            assert_never(unit)


def _rounded(value: Decimal) -> str:
    """Whole from ten up, one digit below, and three digits that matter below one."""
    return number(value, 0 if value >= 10 else 1)


def pictured(
    catalogue: Catalogue, day: date, models: Sequence[str], width: int, height: int
) -> tuple[Pictured, ...]:
    """A picture in high detail on several models.

    Raises ModelUnknown, PriceUnknown (also for a model without image tokens) and ImageEmpty.
    """
    return tuple(_pictured(catalogue.model(model), day, width, height) for model in models)


def _pictured(profile: ModelProfile, day: date, width: int, height: int) -> Pictured:
    rule = profile.file.image_tokens
    if rule is None:
        raise PriceUnknown(f"no source says how {profile.name} counts a picture")
    tokens = image_tokens(width, height, "high", rule)
    cost = estimate(Usage(input=tokens), profile.price_on(day))
    rate = cost.lines[0].rate if cost.lines else Decimal(0)
    return Pictured(profile, tokens, cost, rate, not rule.exact)


def surprise(rows: Sequence[Pictured]) -> str | None:
    """The sentence for a model whose token is cheaper but whose picture is dearer, if any."""
    for cheap in rows:
        for dear in rows:
            if cheap.rate < dear.rate and cheap.amount > dear.amount > 0:
                return (
                    f"Surprise: a token is cheaper on {cheap.profile.name}, but the same picture "
                    f"becomes {times(Decimal(cheap.tokens) / dear.tokens)} as many tokens. "
                    f"So it costs more there than on {dear.profile.name}: "
                    f"{times(cheap.amount / dear.amount)} as much."
                )
    return None
