"""L10: a robot that knows nothing does no better than luck."""

from collections.abc import Iterator

from sizewise.ground.tails import luck
from sizewise.ground.written import number
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck
from sizewise.learn.lint.strategies import STRATEGIES, gain, guess

RULE = Rule(
    "L10",
    "A robot that knows nothing does no better than luck",
    "What a rule of thumb earns without reading the lesson is not measured learning.",
    sources.TEST_WISE,
)

_RARE_ROBOT = 0.01


def _robot(bank: Bank) -> Iterator[Finding]:
    tries = {
        name: [guess(seen, each) for seen in bank.guessable]
        for name, (each, _) in STRATEGIES.items()
    }
    best, chance = min(((name, luck(tries[name])) for name in tries), key=lambda found: found[1])
    if chance < _RARE_ROBOT / len(STRATEGIES):
        why = f"Always picking {best} is right {gain(tries[best])} (p = {number(chance)})."
        yield bank.finding(RULE, "E", why, STRATEGIES[best][1])


CHECKS: tuple[LintCheck, ...] = (_robot,)
