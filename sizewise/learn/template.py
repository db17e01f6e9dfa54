"""From an item as written to an item as shown: numbers drawn, facts filled in, options shuffled."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from hashlib import sha256
from itertools import product
from math import prod
from typing import Protocol

from sizewise.learn.expression import ExpressionError, evaluate
from sizewise.learn.item import (
    Choice,
    Item,
    ItemType,
    NumberFormat,
    NumericAnswer,
    Option,
    PriceVariable,
    RangeVariable,
    Reference,
    Scoring,
    Variable,
)
from sizewise.learn.points import chance

_VARIABLE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_CONTEXT = Context(prec=40, rounding=ROUND_HALF_UP)


class Facts(Protocol):
    """What the catalogue says on the day of the attempt."""

    def price(self, model: str, field: str) -> Decimal:
        """US dollars per million tokens."""

    def limit(self, model: str, field: str) -> Decimal:
        """Tokens."""

    def text(self, template: str) -> str:
        """The text with every `{{...}}` replaced by what the catalogue says."""


@dataclass(frozen=True)
class ShownOption:
    """An option as the learner reads it."""

    id: str
    text: str
    key: bool
    feedback: str | None
    misconception: str | None


@dataclass(frozen=True)
class ShownMistake:
    """A wrong number with a known cause."""

    value: Decimal
    feedback: str
    misconception: str | None


@dataclass(frozen=True)
class ShownNumber:
    """The number a numeric item accepts, within `tolerance`, a share of it; `text` shows it."""

    value: Decimal
    tolerance: Decimal
    unit: str | None
    text: str
    mistakes: tuple[ShownMistake, ...]


@dataclass(frozen=True)
class ShownItem:
    """One draw of an item: what the learner sees, and the version of the item it came from."""

    id: str
    type: ItemType
    skill: str
    bloom: str
    difficulty: int
    version: str
    scoring: Scoring
    stem: str
    options: tuple[ShownOption, ...]
    answer: ShownNumber | None
    hints: tuple[str, ...]
    explanation: str
    references: tuple[Reference, ...]
    alt: str | None

    @property
    def chance(self) -> Decimal:
        """The mean score of answering blindly, 0 to 1."""
        keys = sum(option.key for option in self.options)
        if self.type == "multiple":
            return chance(self.scoring, keys=keys, distractors=len(self.options) - keys)
        return Decimal(keys) / len(self.options) if self.options else Decimal(0)


def version(item: Item) -> str:
    """A fingerprint of the item's wording and key: 12 hexadecimal digits."""
    content = json.dumps(item.model_dump(mode="json"), sort_keys=True)
    return sha256(content.encode()).hexdigest()[:12]


def rank(*parts: str) -> str:
    """Where something stands in a shuffle: the same parts, the same place, on every machine."""
    return sha256("|".join(parts).encode()).hexdigest()


def possible(variable: Variable, facts: Facts) -> tuple[Decimal, ...]:
    """Every value a variable can take. Raises ExpressionError for a range that leads nowhere."""
    if isinstance(variable, Choice):
        return variable.choice
    if isinstance(variable, RangeVariable):
        return _range(variable)
    if isinstance(variable, PriceVariable):
        return (facts.price(variable.price.model, variable.price.field),)
    return (facts.limit(variable.limit.model, variable.limit.field),)


def _range(variable: RangeVariable) -> tuple[Decimal, ...]:
    steps = variable.range
    if steps.step <= 0 or steps.stop < steps.start:
        raise ExpressionError("a range needs a step above 0 and a stop at or after its start")
    count = int((steps.stop - steps.start) / steps.step) + 1
    if count > 100_000:
        raise ExpressionError(f"a range has {count:,} values; 100,000 are the most")
    return tuple(steps.start + steps.step * k for k in range(count))


def values(item: Item, seed: str, facts: Facts) -> dict[str, Decimal]:
    """The numbers of one draw, by variable. The same seed draws the same numbers."""
    drawn = {}
    for name, variable in item.variables.items():
        among = possible(variable, facts)
        drawn[name] = among[int(rank(seed, item.id, name), 16) % len(among)]
    return drawn


def draws(item: Item, facts: Facts, limit: int = 10_000) -> Iterator[dict[str, Decimal]]:
    """Every combination of the variables' values; a fixed sample of `limit` if there are more."""
    among = {name: possible(variable, facts) for name, variable in item.variables.items()}
    if prod(len(each) for each in among.values()) <= limit:
        for combination in product(*among.values()):
            yield dict(zip(among, combination, strict=True))
        return
    picks = random.Random(item.id)  # noqa: S311  a sample to check, not a secret
    for _ in range(limit):
        yield {name: picks.choice(each) for name, each in among.items()}


def show(item: Item, seed: str, facts: Facts, shuffle: bool = True) -> ShownItem:
    """One draw of an item. Raises ExpressionError when a formula or a name in it is wrong."""
    drawn = values(item, seed, facts)

    def fill(text: str) -> str:
        return _filled(facts.text(text), drawn)

    return ShownItem(
        id=item.id,
        type=item.type,
        skill=item.skill,
        bloom=item.bloom,
        difficulty=item.difficulty,
        version=version(item),
        scoring=item.scoring,
        stem=fill(item.stem),
        options=_options(item, seed, facts, drawn, shuffle),
        answer=_number(item.answer, facts, drawn) if item.answer else None,
        hints=tuple(fill(hint) for hint in item.hints),
        explanation=fill(item.explanation),
        references=item.references,
        alt=item.alt,
    )


def _filled(text: str, drawn: Mapping[str, Decimal]) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1] not in drawn:
            raise ExpressionError(f"there is no variable {found[1]!r} for {{{found[1]}}}")
        return written(drawn[found[1]], "number")

    return _VARIABLE.sub(value, text)


def _options(
    item: Item, seed: str, facts: Facts, drawn: Mapping[str, Decimal], shuffle: bool
) -> tuple[ShownOption, ...]:
    shown = [(option, _option(option, facts, drawn)) for option in item.options]
    if shuffle and item.options and all(option.expr for option in item.options):
        # Numbers stand in order, as in a table: a shuffle would only make them harder to read.
        shown.sort(key=lambda pair: evaluate(pair[0].expr or "0", drawn))
    elif shuffle and item.type != "boolean":
        shown.sort(key=lambda pair: rank(seed, item.id, pair[0].id))
    return tuple(option for _, option in shown)


def _option(option: Option, facts: Facts, drawn: Mapping[str, Decimal]) -> ShownOption:
    if option.expr is not None:
        text = written(evaluate(option.expr, drawn), option.format or "number")
    else:
        text = _filled(facts.text(option.text or ""), drawn)
    feedback = _filled(facts.text(option.feedback), drawn) if option.feedback else None
    return ShownOption(option.id, text, option.key, feedback, option.misconception)


def _number(answer: NumericAnswer, facts: Facts, drawn: Mapping[str, Decimal]) -> ShownNumber:
    value = evaluate(answer.expr, drawn)
    mistakes = tuple(
        ShownMistake(
            evaluate(each.expr, drawn),
            _filled(facts.text(each.feedback), drawn),
            each.misconception,
        )
        for each in answer.mistakes
    )
    text = written(value, answer.format)
    return ShownNumber(value, answer.tolerance, answer.unit, text, mistakes)


def written(value: Decimal, format: NumberFormat) -> str:
    """A value as a learner reads it: `$1.47`, `$0.000255`, `1,200`, `94%`, `17×`."""
    if format == "usd":
        return ("−" if value < 0 else "") + "$" + _money(abs(value))
    if format == "percent":
        return f"{_rounded(value * 100, 3)}%"
    if format == "times":
        return f"{_rounded(value, 2)}×"
    return _rounded(value, 6)


def _money(size: Decimal) -> str:
    if size >= 1 or not size:
        return f"{size.quantize(Decimal('0.01'), context=_CONTEXT):,f}"
    whole = size.quantize(Decimal(1).scaleb(size.adjusted() - 2), context=_CONTEXT)
    decimals = f"{whole:f}".partition(".")[2].rstrip("0")
    return f"{int(whole)}.{decimals.ljust(2, '0')}"


def _rounded(value: Decimal, digits: int) -> str:
    """At most that many significant digits, never fewer than the whole part has."""
    if not value:
        return "0"
    places = max(0, digits - 1 - value.adjusted())
    rounded = value.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
