"""L36: a number and its noun agree in every draw."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem
from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.template import Facts, draws

RULE = Rule(
    "L36",
    "A number and its noun agree in every draw",
    "“1 seconds” tells the learner that nobody has read the question.",
    sources.TEMPLATES,
)

_COUNTED = re.compile(r"(?<!\{)\{(?P<name>\w+)\}(?!\}) (?P<noun>[a-z]+[^sui\W]s)\b")


def _agree(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.trouble is None and seen.item.variables:
            yield from _one(seen, bank.facts)


def _one(seen: SeenItem, facts: Facts) -> Iterator[Finding]:
    singular = {name for given in draws(seen.item, facts) for name, n in given.items() if n == 1}
    for found in _COUNTED.finditer("\n".join(_texts(seen.item))):
        if found["name"] in singular:
            why = f"A draw says “1 {found['noun']}”, since {found['name']} can be 1."
            fix = "Take 1 out of its values, or word it so that both fit."
            yield seen.finding(RULE, "W", f"variables.{found['name']}", why, fix)


def _texts(item: Item) -> Iterator[str]:
    yield from (text for _, text in item.asked)
    yield from (option.feedback or "" for option in item.options)
    yield from (*item.hints, item.explanation)


CHECKS: tuple[LintCheck, ...] = (_agree,)
