"""L12: absolute words do not mark distractors."""

from collections.abc import Iterator

from sizewise.ground.written import shortlist, whole_percent
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import absolutes

RULE = Rule(
    "L12",
    "Absolute words do not mark distractors",
    "Little is always so, so learners cross out options with always, never, only or all.",
    sources.TEST_WISE,
)

_TIMES_MORE_ABSOLUTES = 3
_FEWEST_ABSOLUTES = 3
"""Two careless words in a bank are not yet a habit."""


def _absolutes_in_distractors(seen: SeenItem) -> Iterator[Finding]:
    if any(absolutes(option.text) for option in seen.keys):
        return
    for option in seen.distractors:
        if found := absolutes(option.text):
            why = (
                f"The distractor {option.id} says {shortlist(found)}, and the key has no such word."
            )
            fix = "Say it without, or give the key one where it is true."
            yield seen.finding(RULE, "W", option.place, why, fix)


def _absolutes_in_bank(bank: Bank) -> Iterator[Finding]:
    keys = [bool(absolutes(option.text)) for seen in bank.scored for option in seen.keys]
    wrong = [bool(absolutes(option.text)) for seen in bank.scored for option in seen.distractors]
    if sum(wrong) >= _FEWEST_ABSOLUTES and _times_more(wrong, keys):
        why = (
            f"Absolute words stand in {whole_percent(_share(wrong))} of the distractors "
            f"and in {whole_percent(_share(keys))} of the keys."
        )
        fix = "Take always, never, only, all and the like out of distractors."
        yield bank.finding(RULE, "W", why, fix)


def _times_more(wrong: list[bool], keys: list[bool]) -> bool:
    """Whether the share is three times as large, in whole numbers to meet three exactly."""
    return sum(wrong) * len(keys) >= _TIMES_MORE_ABSOLUTES * sum(keys) * len(wrong)


def _share(flags: list[bool]) -> float:
    return sum(flags) / max(len(flags), 1)


CHECKS: tuple[LintCheck, ...] = (
    each_item(_absolutes_in_distractors),
    _absolutes_in_bank,
)
