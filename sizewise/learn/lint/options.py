"""L12 to L14, L18, L20 and L21: do the options give the key away, or themselves?"""

import re
from collections.abc import Iterator
from decimal import Decimal

from sizewise.ground.written import listed, shortlist, whole_percent
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Bank, Check, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import (
    absolutes,
    content_words,
    hedges,
    plain,
    word_set,
    words,
)

_TIMES_MORE_ABSOLUTES = 3
_FEWEST_ABSOLUTES = 3
"""Two careless words in a bank are not yet a habit."""

_SOUNDING = 5


def _absolutes_in_distractors(seen: SeenItem) -> Iterator[Finding]:
    if any(absolutes(option.text) for option in seen.keys):
        return
    for option in seen.distractors:
        if found := absolutes(option.text):
            why = (
                f"The distractor {option.id} says {shortlist(found)}, and the key has no such word."
            )
            fix = "Say it without, or give the key one where it is true."
            yield seen.finding("L12", "W", option.place, why, fix)


def _absolutes_in_bank(bank: Bank) -> Iterator[Finding]:
    keys = [bool(absolutes(option.text)) for seen in bank.scored for option in seen.keys]
    wrong = [bool(absolutes(option.text)) for seen in bank.scored for option in seen.distractors]
    if sum(wrong) >= _FEWEST_ABSOLUTES and _times_more(wrong, keys):
        why = (
            f"Absolute words stand in {whole_percent(_share(wrong))} of the distractors "
            f"and in {whole_percent(_share(keys))} of the keys."
        )
        fix = "Take always, never, only, all and the like out of distractors."
        yield bank.finding("L12", "W", why, fix)


def _times_more(wrong: list[bool], keys: list[bool]) -> bool:
    """Whether the share is three times as large, in whole numbers to meet three exactly."""
    return sum(wrong) * len(keys) >= _TIMES_MORE_ABSOLUTES * sum(keys) * len(wrong)


def _share(flags: list[bool]) -> float:
    return sum(flags) / max(len(flags), 1)


def _hedges_in_key(seen: SeenItem) -> Iterator[Finding]:
    if not seen.distractors or any(hedges(option.text) for option in seen.distractors):
        return
    for option in seen.keys:
        if found := hedges(option.text):
            why = f"The key {option.id} says {shortlist(found)}, and no distractor has such a word."
            fix = "Say it without, or let a distractor hedge as well."
            yield seen.finding("L13", "W", option.place, why, fix)


_COLLECTIVE = re.compile(
    r"\b(?:all|none|both|neither|any|some) of (?:the above|the below|these|those|them|the other)"
    r"|\b(?:both|neither) [A-F] (?:and|or|nor) [A-F]\b"
    r"|^\W*(?:only )?[A-F](?:, [A-F])*(?:,? (?:and|or) [A-F])\W*$"
    r"|\bthe above\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?) \(?(?:[A-F]|[1-6])\)?(?![\w-])"
    r"|\b(?:first|second|third|fourth|last|previous|next|above) (?:option|answer|choice)\b"
    r"|\b(?:option|answer|choice)s? (?:above|below)\b"
)


def _no_letters(seen: SeenItem) -> Iterator[Finding]:
    for place, text in _all_texts(seen):
        chosen = _COLLECTIVE.search(text) if place.endswith("]") else None
        if found := chosen or _POINTING.search(text):
            why = f"{found[0]!r} refers to other options, and the app shuffles them."
            fix = "Say what is meant; to ask for several, make the type multiple."
            yield seen.finding("L14", "E", place, why, fix)


def _all_texts(seen: SeenItem) -> Iterator[tuple[str, str]]:
    yield "stem", plain(seen.stem)
    for option in seen.options:
        yield option.place, option.text
        yield f"{option.place}.feedback", plain(option.feedback or "")
    yield "explanation", plain(seen.explanation)
    for number, hint in enumerate(seen.item.hints):
        yield f"hints[{number}]", plain(hint)


def _clang(seen: SeenItem) -> Iterator[Finding]:
    if not seen.keys or not seen.distractors:
        return
    elsewhere = frozenset[str]().union(*(content_words(each.text) for each in seen.distractors))
    for option in seen.keys:
        shared = (content_words(seen.stem) & content_words(option.text)) - elsewhere
        if loud := sorted(word for word in shared if len(word) >= _SOUNDING):
            why = f"The stem and the key {option.id} share {shortlist(loud)}; no distractor does."
            fix = "Use another word in the key, or the same word in a distractor."
            yield seen.finding("L18", "W", option.place, why, fix)


_NOT_GERUNDS = word_set("thing things nothing something anything everything string king")
_ARTICLES = word_set("the a an")
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
        yield seen.finding("L20", "W", "options", why, fix)


def _ended_alike(seen: SeenItem) -> Iterator[Finding]:
    ended = [option.id for option in seen.options if _END.search(option.text)]
    if ended and len(ended) < len(seen.options):
        why = f"Options {shortlist(ended)} end with a full stop or the like, the others do not."
        yield seen.finding("L20", "W", "options", why, "End all options in the same way.")


def _numbers_in_order(bank: Bank) -> Iterator[Finding]:
    fixed = () if bank.quiz.shuffle.options else bank.items
    for seen in fixed:
        values = [number(option.text) for option in seen.options] if seen.numbers_only else []
        if values not in (sorted(values), sorted(values, reverse=True)):
            why = "The numbers are not in order, and this quiz keeps the author's order."
            yield seen.finding("L20", "W", "options", why, "Write them from small to large.")


def number(text: str) -> Decimal:
    """The number in a text that is a number alone: `$1,200.50` is 1200.50, `94%` is 94."""
    return Decimal(re.sub(r"[^\d.-]", "", plain(text).replace("−", "-")))


_JOKES = re.compile(
    r"\b(?:magic|magical|unicorns?|aliens?|ghosts?|wizards?|witch(?:es)?|dragons?|dinosaurs?|zombies?"
    r"|bananas?|pizza|lol|haha|mars|horoscopes?|telepathy|crystal ball|your cat|your dog)\b",
    re.IGNORECASE,
)
_BRANDS = (
    ("Anthropic", "claude|anthropic"),
    ("Google", "gemini|gemma|google|bard"),
    ("Meta", "llama|meta ai"),
    ("Mistral", "mistral|mixtral"),
    ("xAI", "grok|xai"),
    ("DeepSeek", "deepseek"),
    ("Alibaba", "qwen|alibaba"),
    ("Microsoft", "copilot|microsoft"),
    ("OpenAI", "chatgpt|gpt|openai"),
)


def _no_jokes(seen: SeenItem) -> Iterator[Finding]:
    for option in seen.distractors:
        if found := _JOKES.search(option.text):
            why = f"Nobody who thinks picks {option.id}: {found[0]!r}."
            fix = "Write what somebody with a common mistake would say."
            yield seen.finding("L21", "W", option.place, why, fix)


def _no_brand_switch(seen: SeenItem) -> Iterator[Finding]:
    welcome = brands(" ".join((seen.stem, *(option.text for option in seen.keys))))
    for option in seen.distractors:
        if strange := brands(option.text) - welcome:
            makers = shortlist(sorted(strange))
            why = f"The distractor {option.id} names a competitor as the wrong answer: {makers}."
            fix = "Describe the wrong choice by what it does, or name the maker in the stem."
            yield seen.finding("L21", "W", option.place, why, fix)


def brands(text: str) -> frozenset[str]:
    """The makers that a text names, by their own name or a product's."""
    return frozenset(
        maker for maker, names in _BRANDS if re.search(rf"\b(?:{names})\b", text, re.IGNORECASE)
    )


CHECKS: tuple[Check, ...] = (
    each_item(_absolutes_in_distractors),
    _absolutes_in_bank,
    each_item(_hedges_in_key),
    each_item(_no_letters),
    each_item(_clang),
    each_item(_built_alike),
    each_item(_ended_alike),
    _numbers_in_order,
    each_item(_no_jokes),
    each_item(_no_brand_switch),
)
