"""L17: the stem can be answered with the options covered."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import content_words, plain, word_set, words

RULE = Rule(
    "L17",
    "The stem can be answered with the options covered",
    "A focused question tests one idea; an unfocused one is a row of true-or-false items.",
    sources.NBME,
)

_QUESTION_WORDS = word_set("what which who whom whose when where why how")
_VERBS = word_set(
    """
    is are was were be do does did can could should would will has have had may might must
    choose pick select find work compute calculate estimate name match decide explain tell
    give write complete count compare say says means mean costs cost needs need
    """
)
_EMPTY_WORDS = word_set(
    """
    following statement correct incorrect true false right wrong best answer option choice
    """
)
_OPTIONS_NEEDED = re.compile(r"\b(?:of the following|of these|of those|which statements?)\b", re.I)
_OWN_SUBJECT = 2


def _stands_alone(seen: SeenItem) -> Iterator[Finding]:
    fix = (
        "Put the whole problem into the stem, so that it can be answered with the options covered."
    )
    if not (_QUESTION_WORDS | _VERBS) & set(words(seen.stem)):
        why = "The stem has no question word and no verb."
        yield seen.finding(RULE, "W", "stem", why, fix)
    elif _points_at_options(seen.stem):
        why = "The stem asks nothing before the options are read."
        yield seen.finding(RULE, "W", "stem", why, fix)


def _points_at_options(stem: str) -> bool:
    subject = content_words(stem) - _EMPTY_WORDS
    return bool(_OPTIONS_NEEDED.search(plain(stem))) and len(subject) < _OWN_SUBJECT


CHECKS: tuple[LintCheck, ...] = (each_item(_stands_alone),)
