"""L09: across the bank the longest option is right no more often than luck."""

from collections.abc import Iterator

from sizewise.ground.written import number, shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem
from sizewise.learn.lint.robots import RobotTry
from sizewise.learn.lint.strategies import guess, longest

RULE = Rule(
    "L09",
    "Across the bank the longest option is right no more often than luck",
    "A single long key proves nothing; a bank full of them is a rule that beats knowing.",
    sources.TEST_WISE,
)

_RARE_LENGTH = 0.05


def _longest_share(bank: Bank) -> Iterator[Finding]:
    always = RobotTry("the longest option", [guess(seen, longest) for seen in bank.guessable])
    chance = always.luck
    if chance < _RARE_LENGTH:
        long = [seen.item.id for seen in bank.guessable if _is_longest(seen)]
        long_keys = list(dict.fromkeys(long))
        why = f"The longest option is the key {always.gain} (p = {number(chance)})."
        fix = f"Trim the key or lengthen a distractor in {shortlist(long_keys)}."
        yield bank.finding(RULE, "E", why, fix)


def _is_longest(seen: SeenItem) -> bool:
    rivals = [len(option.text) for option in seen.distractors]
    return len(seen.keys[0].text) > max(rivals)


CHECKS: tuple[LintCheck, ...] = (_longest_share,)
