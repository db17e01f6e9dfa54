"""L35: what cannot be split is whole in every draw."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sizewise.ground.written import exactly
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import UNREADABLE, Bank, LintCheck, SeenItem
from sizewise.learn.lint.words import plain, question
from sizewise.learn.quiz.expression import evaluate
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.template import Facts, draws

RULE = Rule(
    "L35",
    "What cannot be split is whole in every draw",
    "Nobody makes 9.5 calls, and who rounds up is marked wrong without having been told how.",
    sources.TEMPLATES,
)

_THINGS = (
    "calls|tokens|messages|photos|pictures|images|tiles|questions|cases|notes|letters|mails|emails"
    "|people|pupils|raters|replies|requests|tries|turns|pages|workers"
)
_UNIT = re.compile(rf"(?:good |whole )?(?:{_THINGS})\b(?!.* (?:per|an?) )", re.IGNORECASE)
_ASKED = re.compile(rf"\bhow many (?:\w+ ){{0,2}}(?:{_THINGS})\b", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|roughly|on average|estimate|average|per|(?:a|each|every) (?:call|reply|minute))\b",
    re.IGNORECASE,
)


def _whole(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        asked = question(plain(seen.stem))
        if seen.trouble is None and not _ROUGHLY.search(asked):
            yield from _split(seen, asked, bank.facts)


def _split(seen: SeenItem, asked: str, facts: Facts) -> Iterator[Finding]:
    for place, expr in _counts(seen.item, asked):
        for given in draws(seen.item, facts):
            value = _value(expr, given)
            if value is not None and value != value.to_integral_value():
                told = ", ".join(f"{name}={exactly(each)}" for name, each in given.items())
                why = f"The answer is {exactly(value)} with {told}, of things that cannot be split."
                fix = "Change the values, or ask how many whole ones there are and round."
                yield seen.finding(RULE, "W", place, why, fix)
                break


def _counts(item: Item, asked: str) -> Iterator[tuple[str, str]]:
    """The formulas of right answers that count things."""
    if item.answer is not None and _UNIT.match(item.answer.unit or ""):
        yield "answer", item.answer.expr
    for option in item.options:
        if option.key and option.expr and option.format == "number" and _ASKED.search(asked):
            yield f"options[{option.id}]", option.expr


def _value(expr: str, given: dict[str, Decimal]) -> Decimal | None:
    """None for a formula that fails: L28 says so."""
    try:
        return evaluate(expr, given)
    except UNREADABLE:
        return None


CHECKS: tuple[LintCheck, ...] = (_whole,)
