"""L28: every draw of a template is a sound item."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from sizewise.ground.written import number_of, plainly, whole_percent
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import SEED, UNREADABLE, Bank, LintCheck, SeenItem
from sizewise.learn.lint.words import number
from sizewise.learn.quiz.expression import evaluate
from sizewise.learn.quiz.item import ChoiceVariable, Example, Item, NumberFormat
from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.template import Facts, draws, show, values, written

RULE = Rule(
    "L28",
    "Every draw of a template is a sound item",
    "Numbers nobody looked at must not make two options equal or a wrong one right.",
    sources.TEMPLATES,
)

_NEAREST = Decimal("0.05")

_NAMED = re.compile(r"(?<!\{)\{\w+\}(?!\})")

VariableValues = Mapping[str, Decimal]
"""A value for every variable."""

DrawFault = tuple[str, str, str]
"""A place, what is wrong there, and the way out."""

_KEEP_APART = "Change the values or the formula, so that every draw keeps them apart."
_GIVE_A_VALUE = "Correct it, or change the values, so that it has a value in every draw."


@dataclass(frozen=True)
class OptionFormula:
    """A number that an item computes."""

    place: str
    expr: str
    format: NumberFormat
    key: bool
    apart: Decimal = _NEAREST
    """How far another number must be, as a share of the larger."""

    def shown(self, given: VariableValues) -> Decimal:
        """The value as the learner reads it, rounding included."""
        return number(written(evaluate(self.expr, given), self.format))


def formulas(item: Item) -> tuple[OptionFormula, ...]:
    """Every formula of an item: options, the right answer, known wrong answers."""
    options = tuple(
        OptionFormula(f"options[{option.id}]", option.expr, option.format or "number", option.key)
        for option in item.options
        if option.expr is not None
    )
    return options + tuple(_typed(item))


def _typed(item: Item) -> Iterator[OptionFormula]:
    if item.answer is not None:
        shape, apart = item.answer.format, max(_NEAREST, item.answer.tolerance)
        yield OptionFormula("answer", item.answer.expr, shape, True, apart)
        for place, mistake in enumerate(item.answer.mistakes):
            yield OptionFormula(f"answer.mistakes[{place}]", mistake.expr, shape, False, apart)


def _readable(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.trouble is not None:
            place = _broken_formula(seen.item, bank.facts) or "item"
            fix = "Correct the formula, the variable or the reference it names."
            yield seen.finding(RULE, "E", place, f"It cannot be shown: {seen.trouble}.", fix)


def _broken_formula(item: Item, facts: Facts) -> str | None:
    """The place of the first formula that has no value; none when something else is at fault."""
    try:
        given = values(item, SEED, facts)
    except UNREADABLE:
        return None
    return next((part.place for part in formulas(item) if not _has_value(part, given)), None)


def _has_value(part: OptionFormula, given: VariableValues) -> bool:
    try:
        part.shown(given)
    except UNREADABLE:
        return False
    return True


def _draws_sound(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.trouble is None:
            yield from _told(seen, _faults(seen.item, bank.facts))


def _told(
    seen: SeenItem, faults: Mapping[DrawFault, Sequence[VariableValues]]
) -> Iterator[Finding]:
    for (place, what, fix), where in faults.items():
        times = number_of(len(where), "draw")
        why = f"{what} in {times}, first with {_spelt(where[0])}."
        yield seen.finding(RULE, "E", place, why, fix)


def _faults(item: Item, facts: Facts) -> Mapping[DrawFault, Sequence[VariableValues]]:
    """What is wrong in which draws."""
    parts, texts = formulas(item), any(_NAMED.search(each.text or "") for each in item.options)
    failing = defaultdict[DrawFault, list[VariableValues]](list)
    for given in draws(item, facts) if parts or texts else ():
        for fault in _numbers_meet(parts, given):
            failing[fault].append(given)
        for fault in _texts_meet(_with(item, given), facts) if texts else ():
            failing[fault].append(given)
    return failing


def _numbers_meet(parts: Sequence[OptionFormula], given: VariableValues) -> Iterator[DrawFault]:
    shown: list[tuple[OptionFormula, Decimal]] = []
    for part in parts:
        try:
            shown.append((part, part.shown(given)))
        except UNREADABLE as problem:
            yield part.place, f"The formula fails ({problem})", _GIVE_A_VALUE
    for (one, a), (other, b) in combinations(shown, 2):
        if one.format == other.format and _gap(a, b) < max(one.apart, other.apart):
            share = whole_percent(max(one.apart, other.apart))
            what = f"{one.place} and {other.place} are less than {share} apart"
            yield other.place, what, _KEEP_APART


def _texts_meet(drawn: Item, facts: Facts) -> Iterator[DrawFault]:
    shown = show(drawn, SEED, facts, shuffle=False).options
    for one, other in combinations(shown, 2):
        if one.text == other.text:
            what = f"options[{one.id}] and options[{other.id}] read the same"
            yield f"options[{other.id}]", what, _KEEP_APART


def _gap(one: Decimal, other: Decimal) -> Decimal:
    larger = max(abs(one), abs(other))
    return abs(one - other) / larger if larger else Decimal(0)


def _spelt(given: VariableValues) -> str:
    pairs = [f"{name}={plainly(value)}" for name, value in given.items()]
    return ", ".join(pairs) or "no variable"


def _worked(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.item.parametrised and not seen.item.examples:
            fix = "Write one under examples: given values for all variables, and the key by hand."
            yield seen.finding(RULE, "E", "examples", "No draw has been worked by hand.", fix)
        for place, example in enumerate(seen.item.examples):
            for why, fix in _example_faults(seen, example, bank.facts):
                yield seen.finding(RULE, "E", f"examples[{place}]", why, fix)


def _example_faults(seen: SeenItem, example: Example, facts: Facts) -> Iterator[tuple[str, str]]:
    item = seen.item
    if set(item.variables) != set(example.given):
        given, needed = (", ".join(sorted(each)) for each in (example.given, item.variables))
        why = f"It gives {given or 'nothing'}; the item's variables are {needed or 'none'}."
        yield why, "Give a value to each of them."
        return
    drawn, given = _with(item, example.given), _spelt(example.given)
    try:
        shown = _key_shown(drawn, facts)
    except UNREADABLE as problem:
        told = seen.trouble is not None or dict(example.given) in draws(item, facts)
        if not told:
            fix = "Give values with which the item can be shown, or correct the formula."
            yield f"With {given} it cannot be shown: {problem}.", fix
        return
    if shown != example.key:
        why = f"With {given} the key shows {shown}, not {example.key}."
        yield why, "Work it out by hand again, and correct the example or the formula."


def _key_shown(drawn: Item, facts: Facts) -> str:
    """The key or keys as a learner reads them. Raises what a wrong template raises."""
    shown = show(drawn, SEED, facts, shuffle=False)
    return kind_of(drawn).key_text(shown, {option.id: option.text for option in shown.options})


def _with(item: Item, given: VariableValues) -> Item:
    """The item whose variables can take these values alone."""
    fixed = {name: ChoiceVariable(choice=(value,)) for name, value in given.items()}
    return item.model_copy(update={"variables": fixed})


CHECKS: tuple[LintCheck, ...] = (
    _readable,
    _draws_sound,
    _worked,
)
