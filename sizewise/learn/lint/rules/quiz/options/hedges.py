"""L13: hedging words do not mark the key."""

from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import hedges

RULE = Rule(
    "L13",
    "Hedging words do not mark the key",
    "What is usually so is safer to pick than what is so.",
    sources.TEST_WISE,
)


def _hedges_in_key(seen: SeenItem) -> Iterator[Finding]:
    if not seen.distractors or any(hedges(option.text) for option in seen.distractors):
        return
    for option in seen.keys:
        if found := hedges(option.text):
            why = f"The key {option.id} says {shortlist(found)}, and no distractor has such a word."
            fix = "Say it without, or let a distractor hedge as well."
            yield seen.finding(RULE, "W", option.place, why, fix)


CHECKS: tuple[LintCheck, ...] = (each_item(_hedges_in_key),)
