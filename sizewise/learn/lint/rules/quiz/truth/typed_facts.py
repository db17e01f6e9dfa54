"""L25: facts that change are not typed."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, each_item
from sizewise.learn.quiz.item import ChoiceVariable, Item, RangeVariable

RULE = Rule(
    "L25",
    "Facts that change are not typed",
    "A typed price is wrong one day and nobody notices; the catalogue knows its date.",
    sources.OWN,
)

_REFERENCE = re.compile(r"\{\{(?>(?:(?!\{\{|\}\}).)*)\}\}|\{\w++\}")
_EMPHASIS = re.compile(r"[*_`\\]")
_MONEY = re.compile(
    r"(?:US)?\$\s?\d[\d.,]*|(?<![\w.,])\d[\d.,]*+\s?(?:million |billion )?(?:US )?"
    r"(?:dollars?|cents?|USD)\b",
    re.IGNORECASE,
)
_TOKENS = re.compile(
    r"(?<![\w.,])(?<!\bper )(?!1[ -]token\b)\d[\d.,]*(?:\s?(?:k|m|thousand|million|billion)\b)?[ -]"
    r"(?:[a-z-]+ )?tokens?\b(?!\s+(?:per|a|each|every)\s+(?:second|minute))",
    re.IGNORECASE,
)
"""A speed such as 95 tokens per second is not kept in the catalogue; `per 1M tokens` is a unit."""

_LARGE = r"(?<![\w.,])(?:\d[\d.,]*\s?(?:k|m|thousand|million)\b|\d{1,3}(?:,\d{3})+\b|\d{4,}\b)"
_WINDOW = re.compile(
    rf"\bcontext(?: windows?| lengths?| sizes?| limits?)?\b[^\d.!?;]{{0,20}}{_LARGE}"
    rf"|{_LARGE}[ -](?:context|window)\b",
    re.IGNORECASE,
)
"""A context window without the word tokens: `a context window of 128K`."""


@lru_cache(maxsize=1_000)
def _written(text: str) -> str:
    """The text as typed, with references to the catalogue and to variables taken out."""
    return _EMPHASIS.sub("", _REFERENCE.sub("…", text))


def _numbers_not_typed(seen: SeenItem) -> Iterator[Finding]:
    for place, text in seen.item.asked:
        for kind in (_MONEY, _TOKENS, _WINDOW):
            if found := kind.search(_written(text)):
                why = f"The number {found[0].strip()!r} is typed."
                fix = (
                    "Write {{price MODEL FIELD}} or {{limit MODEL FIELD}} for a fact, "
                    "or a variable such as {n_in} for a number of the story."
                )
                yield seen.finding(RULE, "E", place, why, fix)


def _prices_not_told(seen: SeenItem) -> Iterator[Finding]:
    for place, text in _told(seen.item):
        if found := _MONEY.search(_written(text)):
            why = f"The amount {found[0].strip()!r} is typed."
            fix = "Write {{price MODEL FIELD}}, or say it without the amount."
            yield seen.finding(RULE, "W", place, why, fix)


def _told(item: Item) -> Iterator[tuple[str, str]]:
    yield "explanation", item.explanation
    for option in item.options:
        yield f"options[{option.id}].feedback", option.feedback or ""
    for number, hint in enumerate(item.hints):
        yield f"hints[{number}]", hint
    for number, mistake in enumerate(item.answer.mistakes if item.answer else ()):
        yield f"answer.mistakes[{number}].feedback", mistake.feedback


_PRICE_NAME = re.compile(r"^p_|price|rate(?:_|$)")


def _prices_not_variables(seen: SeenItem) -> Iterator[Finding]:
    for name, variable in seen.item.variables.items():
        if _PRICE_NAME.search(name) and isinstance(variable, ChoiceVariable | RangeVariable):
            why = f"The variable {name} is a price with typed values."
            fix = "Write price: {model: MODEL, field: input}, so that the catalogue fills it in."
            yield seen.finding(RULE, "E", f"variables.{name}", why, fix)


_VOLATILE = re.compile(
    r"\b(?:currently|as of|20[2-9]\d"
    r"|(?:latest|newest|cheapest) (?:model|version|release|price)s?)\b",
    re.IGNORECASE,
)
DAYS_FRESH = 90
"""For how many days a fact that an author has verified may be asked."""


def _dated(seen: SeenItem) -> Iterator[Finding]:
    found = _volatile(seen.item)
    item = seen.item
    if found and (item.last_verified is None or item.source is None):
        missing = "last_verified" if item.last_verified is None else "source"
        fix = f"Write {missing}, or let the catalogue say it with {{{{...}}}}."
        why = f"{found!r} speaks of a fact that changes, and the item has no {missing}."
        yield seen.finding(RULE, "E", missing, why, fix)


def _volatile(item: Item) -> str | None:
    texts = [text for _, text in item.asked] + [item.explanation]
    found = (_VOLATILE.search(_written(text)) for text in texts)
    return next((each[0] for each in found if each), None)


def _verified_lately(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        if seen.item.last_verified is not None:
            yield from _age(seen, seen.item.last_verified, bank.today)


def _age(seen: SeenItem, day: date, today: date) -> Iterator[Finding]:
    if day > today:
        why = f"{day} is in the future."
        yield seen.finding(RULE, "E", "last_verified", why, "Write the day you checked the source.")
    elif (days := (today - day).days) > DAYS_FRESH:
        why = f"The fact was checked {days} days ago, more than {DAYS_FRESH}."
        yield seen.finding(RULE, "W", "last_verified", why, "Read the source again and date it.")


CHECKS: tuple[LintCheck, ...] = (
    each_item(_numbers_not_typed),
    each_item(_prices_not_told),
    each_item(_prices_not_variables),
    each_item(_dated),
    _verified_lately,
)
