"""L01: the file has the right shape."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item, faults_of

RULE = Rule(
    "L01",
    "The file has the right shape",
    "An item with a missing or misplaced field cannot be shown or scored as meant. "
    "The reader of the files enforces field names, types, strings and duplicate keys; "
    "here the fields must also agree with each other.",
    sources.STANDARDS,
)


def _key_is_no_mistake(seen: SeenItem) -> Iterator[Finding]:
    for option in seen.item.keys:
        if option.misconception is not None:
            place = f"options[{option.id}]"
            fix = "Move it to the distractor it explains."
            yield seen.finding(RULE, "E", place, "The key names a misconception.", fix)


CHECKS: tuple[LintCheck, ...] = (
    faults_of(RULE),
    each_item(_key_is_no_mistake),
)
