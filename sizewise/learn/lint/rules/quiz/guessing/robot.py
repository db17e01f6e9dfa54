"""L10: a robot that knows nothing does no better than luck."""

from collections.abc import Iterator, Sequence

from sizewise.ground.written import number
from sizewise.learn.finding import Finding, Level, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck
from sizewise.learn.lint.robots import REMEDIES, RobotTry, robots_at, robots_over

RULE = Rule(
    "L10",
    "A robot that knows nothing does no better than luck",
    "What a rule of thumb earns without reading the lesson is not measured learning.",
    sources.TEST_WISE,
)

_RARE = 0.01
_TOO_RARE = _RARE / len(REMEDIES)
"""So rare is the luckiest of all robots in one bank of a hundred."""


def _robot(bank: Bank) -> Iterator[Finding]:
    for a_try, level in _lucky(robots_at(bank)):
        why = f"Always picking {a_try.robot} is right {_beside(a_try)}."
        yield bank.finding(RULE, level, why, REMEDIES[a_try.robot])


def over_all(banks: Sequence[Bank]) -> Iterator[Finding]:
    """What robots earn over all banks, where that is more than luck."""
    for a_try, level in _lucky(robots_over(banks)):
        why = f"Over all quizzes, always picking {a_try.robot} is right {_beside(a_try)}."
        yield Finding(RULE.name, level, None, "quizzes", why, REMEDIES[a_try.robot])


def _lucky(tries: Sequence[RobotTry]) -> Iterator[tuple[RobotTry, Level]]:
    """The robot that luck explains least, where it hardly does."""
    gained = [each for each in tries if each.earned > each.chance]
    best = min(gained, key=lambda each: each.luck, default=None)
    if best and best.luck < _RARE:
        yield best, "E" if best.luck < _TOO_RARE else "W"


def _beside(a_try: RobotTry) -> str:
    return f"{a_try.gain} (p = {number(a_try.luck)})"


CHECKS: tuple[LintCheck, ...] = (_robot,)
