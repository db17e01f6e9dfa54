"""L34: a template has at least eight draws."""

from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck
from sizewise.learn.quiz.item import ChoiceVariable, Item, RangeVariable
from sizewise.learn.quiz.template import draws

RULE = Rule(
    "L34",
    "A template has at least eight draws",
    "With two or three draws, learners soon know the answer and not the way to it.",
    sources.TEMPLATES,
)

_FEWEST = 8


def _draws_enough(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.trouble is None and _drawn(seen.item):
            count = sum(1 for _ in draws(seen.item, bank.facts, limit=_FEWEST))
            if count < _FEWEST:
                why = f"It has {number_of(count, 'draw')}, fewer than {_FEWEST}."
                fix = "Give a variable more values, or a second variable some."
                yield seen.finding(RULE, "W", "variables", why, fix)


def _drawn(item: Item) -> bool:
    """Whether anything in it is drawn: a price of the catalogue is not."""
    return any(isinstance(each, ChoiceVariable | RangeVariable) for each in item.variables.values())


CHECKS: tuple[LintCheck, ...] = (_draws_enough,)
