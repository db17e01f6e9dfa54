"""L20: options are built alike."""

import re
from collections.abc import Iterator

from sizewise.ground.written import listed, shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import number, word_set, words

RULE = Rule(
    "L20",
    "Options are built alike",
    "The option that differs in form stands out; numbers out of order cost reading time.",
    sources.HALADYNA,
)

_NOT_GERUNDS = word_set("thing things nothing something anything everything string king")
_PRONOUNS = word_set("it they you we he she i")
_END = re.compile(r"[.!?]$")


def _form(option: SeenOption) -> str:
    """How the option begins. A noun without an article counts like one with."""
    opening = (words(option.text) or ("",))[0]
    if opening in _PRONOUNS:
        return "It"
    if opening.endswith("ing") and opening not in _NOT_GERUNDS:
        return "-ing"
    return "To" if opening == "to" else "The"


def _built_alike(seen: SeenItem) -> Iterator[Finding]:
    forms = {_form(option): option.id for option in seen.options}
    if len(forms) > 1 and not seen.numbers_only:
        begun = listed([f"{form} ({example})" for form, example in sorted(forms.items())])
        why = f"Options begin in different ways: {begun}, where The stands for any other word."
        fix = "Begin all with the same kind of word."
        yield seen.finding(RULE, "W", "options", why, fix)


def _ended_alike(seen: SeenItem) -> Iterator[Finding]:
    ended = [option.id for option in seen.options if _END.search(option.text)]
    if ended and len(ended) < len(seen.options):
        why = f"Options {shortlist(ended)} end with a full stop or the like, the others do not."
        yield seen.finding(RULE, "W", "options", why, "End all options in the same way.")


def _numbers_in_order(bank: Bank) -> Iterator[Finding]:
    fixed = () if bank.quiz.shuffle.options else bank.items
    for seen in (each for each in fixed if not each.placed):
        values = [number(option.text) for option in seen.options] if seen.numbers_only else []
        if values not in (sorted(values), sorted(values, reverse=True)):
            why = "The numbers are not in order, and this quiz keeps the author's order."
            yield seen.finding(RULE, "W", "options", why, "Write them from small to large.")


CHECKS: tuple[LintCheck, ...] = (
    each_item(_built_alike),
    each_item(_ended_alike),
    _numbers_in_order,
)
