"""L15: questions are asked positively."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain, question

RULE = Rule(
    "L15",
    "Questions are asked positively",
    "A small not is overlooked, and two of them measure logic instead of the subject.",
    sources.HALADYNA,
)

_NEGATIVE = re.compile(
    r"\b(?:not|except|(?<!at )least|never|cannot|bad use)\b|\b\w+n['’]t\b", re.IGNORECASE
)
_DENIAL = re.compile(r"\b(?:not|never|cannot)\b|\b\w+n['’]t\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*.+?\*\*|__.+?__")


def _negative_is_bold(seen: SeenItem) -> Iterator[Finding]:
    if small := _NEGATIVE.search(_BOLD.sub("", question(seen.stem))):
        why = f"The question turns on a small {small[0]!r}."
        fix = "Ask positively, or write the word in **bold**."
        yield seen.finding(RULE, "W", "stem", why, fix)


def _no_double_negative(seen: SeenItem) -> Iterator[Finding]:
    found = _NEGATIVE.findall(plain(question(seen.stem)))
    fix = "Turn one of them into a positive statement."
    if len(found) > 1:
        why = f"The question denies twice: {found[0]} and {found[1]}."
        yield seen.finding(RULE, "E", "stem", why, fix)
    for option in seen.options if len(found) == 1 else ():
        if denial := _DENIAL.search(option.text):
            why = f"The stem says {found[0]!r} and option {option.id} says {denial[0]!r}."
            yield seen.finding(RULE, "E", option.place, why, fix)


CHECKS: tuple[LintCheck, ...] = (
    each_item(_negative_is_bold),
    each_item(_no_double_negative),
)
