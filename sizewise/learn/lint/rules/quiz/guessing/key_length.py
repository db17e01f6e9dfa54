"""L08: the key is not the longest by far."""

from collections.abc import Iterator

from sizewise.ground.written import number, number_of
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item

RULE = Rule(
    "L08",
    "The key is not the longest by far",
    "Authors qualify what is true, and learners know that the longest is often right.",
    sources.TEST_WISE,
)

_LONGER, _MUCH_LONGER = 1.25, 1.5
_UNSEEN = 4
"""Fewer characters more are not seen: False is not the longer option beside True."""


def _key_length(seen: SeenItem) -> Iterator[Finding]:
    if seen.placed or not seen.keys or not seen.distractors or seen.numbers_only:
        return
    key = max(seen.keys, key=lambda option: len(option.text))
    rival = max(len(option.text) for option in seen.distractors)
    times = len(key.text) / max(rival, 1)
    if times >= _LONGER and len(key.text) - rival >= _UNSEEN:
        why = (
            f"The key has {number_of(len(key.text), 'character')}, the longest distractor {rival}."
        )
        fix = (
            f"Cut the key below {number(rival * _LONGER, 0)} characters, or give a "
            "distractor its detail."
        )
        yield seen.finding(RULE, "E" if times >= _MUCH_LONGER else "W", key.place, why, fix)


CHECKS: tuple[LintCheck, ...] = (each_item(_key_length),)
