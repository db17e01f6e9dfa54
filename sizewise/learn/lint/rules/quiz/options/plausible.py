"""L21: every distractor is plausible."""

import re
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item

RULE = Rule(
    "L21",
    "Every distractor is plausible",
    "A joke or another brand's name is never picked, so luck gets easier.",
    sources.HALADYNA,
)

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
_ANY_NAME = re.compile("|".join(names for _, names in _BRANDS))
_NAMED = {maker: re.compile(rf"\b(?:{names})\b") for maker, names in _BRANDS}


def _no_jokes(seen: SeenItem) -> Iterator[Finding]:
    for option in seen.distractors:
        if found := _JOKES.search(option.text):
            why = f"Nobody who thinks picks {option.id}: {found[0]!r}."
            fix = "Write what somebody with a common mistake would say."
            yield seen.finding(RULE, "W", option.place, why, fix)


def _no_brand_switch(seen: SeenItem) -> Iterator[Finding]:
    welcome = brands(" ".join((seen.stem, *(option.text for option in seen.keys))))
    for option in seen.distractors:
        if strange := brands(option.text) - welcome:
            makers = shortlist(sorted(strange))
            why = f"The distractor {option.id} names a competitor as the wrong answer: {makers}."
            fix = "Describe the wrong choice by what it does, or name the maker in the stem."
            yield seen.finding(RULE, "W", option.place, why, fix)


def brands(text: str) -> frozenset[str]:
    """The makers that a text names, by their own name or a product's."""
    small = text.lower()  # searched for letters of any size a text takes three times as long
    if not _ANY_NAME.search(small):  # most texts name none, and nine searches take long
        return frozenset()
    return frozenset(maker for maker, names in _NAMED.items() if names.search(small))


CHECKS: tuple[LintCheck, ...] = (
    each_item(_no_jokes),
    each_item(_no_brand_switch),
)
