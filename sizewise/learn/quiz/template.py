"""An item as one learner sees it: numbers drawn, facts filled in, options in their order."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from math import prod
from typing import Protocol

from sizewise.ground.written import exactly, grouped
from sizewise.learn.quiz import number
from sizewise.learn.quiz.expression import evaluate
from sizewise.learn.quiz.item import (
    ChoiceVariable,
    Item,
    LimitVariable,
    NumberFormat,
    NumericAnswer,
    NumericMistake,
    Option,
    PriceVariable,
    RangeVariable,
    Steps,
    Variable,
)
from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.shown import ShownItem, ShownMistake, ShownNumber, ShownOption


class Facts(Protocol):
    """What the catalogue knows on one day."""

    def price(self, model: str, field: str) -> Decimal:
        """A rate in US dollars per million tokens."""

    def limit(self, model: str, field: str) -> Decimal:
        """A limit in tokens."""

    def text(self, template: str) -> str:
        """The text with every `{{fact}}` filled in."""


MOST_STEPS = 1_000_000
"""Values of a range, at most."""


class TemplateError(ValueError):
    """An item that cannot be shown; the message names the piece."""


def show(item: Item, seed: str, facts: Facts, shuffle: bool = True) -> ShownItem:
    """The item as the attempt with that seed shows it. Raises TemplateError, ExpressionError
    and what the facts raise for a reference they cannot answer.
    """
    draw = _Draw(item, values(item, seed, facts), facts)
    options = kind_of(item).arranged(item.options, _shuffled(item, draw, seed), shuffle)
    return ShownItem(
        id=item.id,
        type=item.type,
        skill=item.skill,
        bloom=item.bloom,
        difficulty=item.difficulty,
        version=version(item),
        key_version=key_version(item),
        scoring=item.scoring,
        stem=draw.text(item.stem),
        options=tuple(draw.option(item, option) for option in options),
        answer=draw.answer(item.answer) if item.answer else None,
        hints=tuple(draw.text(hint) for hint in item.hints),
        explanation=draw.text(item.explanation),
        references=item.references,
        alt=draw.text(item.alt) if item.alt else None,
    )


def version(item: Item) -> str:
    """A short fingerprint of everything the author asks: another text is another version.

    What is left at its default is left out, so that a new field changes no item that lacks it.
    Which items are never drawn beside it, and on which days it is asked, changes nothing of the
    item itself.
    """
    written_down = item.model_dump(
        mode="json", exclude_defaults=True, exclude={"excludes", "holds"}
    )
    canonical = json.dumps(written_down, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:12]


def key_version(item: Item) -> str:
    """A short fingerprint of what is right: with another key, what was learnt is no longer so.

    Other words for the same options leave it as it is.
    """
    kind = kind_of(item)
    right = [f"{o.id} {o.expr} {o.matches}" for o in item.options if kind.is_key(o)]
    in_order = right if kind.PLACED else sorted(right)
    typed = item.answer.expr if item.answer else ""
    return sha256("|".join([*in_order, typed]).encode()).hexdigest()[:12]


def rank(*parts: str) -> int:
    """A number that seems random and is the same for the same parts: what all orders sort by."""
    return int.from_bytes(sha256("|".join(parts).encode()).digest())


def written(value: Decimal, format: NumberFormat) -> str:
    """A computed value as the learner reads it, such as `$1.47`, `1,200`, `94%`, `17×`."""
    return number.written(value, format)


def _shuffled(item: Item, draw: "_Draw", seed: str) -> tuple[Option, ...]:
    """Numbers ascend, so that finding one's own result is no puzzle."""
    if item.options and all(option.expr for option in item.options):
        return tuple(sorted(item.options, key=lambda option: draw.value(option.expr or "")))
    return tuple(sorted(item.options, key=lambda option: rank(seed, item.id, option.id)))


_HOLE = re.compile(r"\{([^{}:\n]+)(?::(usd|number|percent|times))?\}")
_FORMATS: Mapping[str, NumberFormat] = {
    "usd": "usd",
    "number": "number",
    "percent": "percent",
    "times": "times",
}


class _Draw:
    """An item with a value for each of its variables."""

    def __init__(self, item: Item, given: Mapping[str, Decimal], facts: Facts) -> None:
        self.given, self.facts = given, facts
        self.parametrised = item.parametrised

    def value(self, expr: str) -> Decimal:
        return evaluate(expr, self.given)

    def text(self, template: str) -> str:
        """Facts first, then `{name}` as drawn and `{formula:usd}` computed."""
        told = self.facts.text(template)
        return _HOLE.sub(self._filled, told) if self.parametrised else told

    def _filled(self, hole: re.Match[str]) -> str:
        formula, format = hole.groups()
        if format:
            return written(self.value(formula), _FORMATS[format])
        name = formula.strip()
        if name in self.given:
            return exactly(self.given[name])
        if name.isidentifier():
            known = ", ".join(self.given)
            raise TemplateError(f"`{hole.group()}` names no variable; known: {known}")
        return hole.group()

    def option(self, item: Item, option: Option) -> ShownOption:
        return ShownOption(
            id=option.id,
            text=self._option_text(option),
            key=kind_of(item).is_key(option),
            feedback=self.text(option.feedback) if option.feedback else None,
            misconception=option.misconception,
            place=item.options.index(option),
            matches=self.text(option.matches) if option.matches else None,
        )

    def _option_text(self, option: Option) -> str:
        if option.expr:
            return written(self.value(option.expr), option.format or "number")
        return self.text(option.text or "")

    def answer(self, answer: NumericAnswer) -> ShownNumber:
        value = self.value(answer.expr)
        return ShownNumber(
            value=_as_typed(value, answer.format),
            tolerance=answer.tolerance,
            unit=self.text(answer.unit) if answer.unit else None,
            text=written(value, answer.format),
            mistakes=tuple(self._mistake(each, answer.format) for each in answer.mistakes),
        )

    def _mistake(self, mistake: NumericMistake, format: NumberFormat) -> ShownMistake:
        value = self.value(mistake.expr)
        return ShownMistake(
            value=_as_typed(value, format),
            text=written(value, format),
            feedback=self.text(mistake.feedback),
            misconception=mistake.misconception,
        )


def _as_typed(value: Decimal, format: NumberFormat) -> Decimal:
    return value * 100 if format == "percent" else value


@dataclass(frozen=True)
class _Values:
    """The values one variable may take, numbered from 0, without listing them."""

    count: int
    at: Callable[[int], Decimal]


def _values_of(variable: Variable, facts: Facts) -> _Values:
    match variable:
        case ChoiceVariable(choice=choice):
            return _Values(len(choice), choice.__getitem__)
        case RangeVariable(range=steps):
            return _steps(steps)
        case PriceVariable(price=ref):
            return _only(facts.price(ref.model, ref.field))
        case LimitVariable(limit=limit):
            return _only(facts.limit(limit.model, limit.field))


def _only(value: Decimal) -> _Values:
    return _Values(1, lambda _: value)


def _steps(steps: Steps) -> _Values:
    if steps.step <= 0 or steps.stop < steps.start:
        raise TemplateError(f"a range from {steps.start} to {steps.stop} by {steps.step} is empty")
    if steps.stop - steps.start > steps.step * MOST_STEPS:
        raise TemplateError(
            f"a range from {steps.start} to {steps.stop} by {steps.step} has more than "
            f"{grouped(MOST_STEPS)} steps"
        )
    count = int((steps.stop - steps.start) // steps.step) + 1
    return _Values(count, lambda index: steps.start + index * steps.step)


def values(item: Item, seed: str, facts: Facts) -> dict[str, Decimal]:
    """The value of every variable under that seed: each value is as likely as the others."""
    return {
        name: possible.at(rank(seed, item.id, name) % possible.count)
        for name, possible in _possible(item, facts).items()
    }


def _possible(item: Item, facts: Facts) -> dict[str, _Values]:
    return {name: _values_of(variable, facts) for name, variable in item.variables.items()}


def draws(item: Item, facts: Facts, limit: int = 10_000) -> Iterator[dict[str, Decimal]]:
    """Every combination of the variables; when there are more than `limit`, that many of them,
    always the same.
    """
    possible = _possible(item, facts)
    total = prod(each.count for each in possible.values())
    numbers = (rank(item.id, str(n)) % total for n in range(limit))
    for number_of_draw in range(total) if total <= limit else numbers:
        yield _combination(possible, number_of_draw)


def _combination(possible: Mapping[str, _Values], index: int) -> dict[str, Decimal]:
    drawn = {}
    for name, each in possible.items():
        index, place = divmod(index, each.count)
        drawn[name] = each.at(place)
    return drawn
