"""L18: no word of the stem sounds again in the key alone."""

from collections.abc import Iterator
from dataclasses import replace

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import content_words

RULE = Rule(
    "L18",
    "No word of the stem sounds again in the key alone",
    "Such a clang association points at the key without any knowledge.",
    sources.HALADYNA,
)

_SOUNDING = 5


def _clang(seen: SeenItem) -> Iterator[Finding]:
    if not seen.keys or not seen.distractors:
        return
    elsewhere = frozenset[str]().union(*(content_words(each.text) for each in seen.distractors))
    for option in seen.keys:
        shared = (content_words(seen.stem) & content_words(option.text)) - elsewhere
        if loud := sorted(word for word in shared if len(word) >= _SOUNDING):
            why = f"The stem and the key {option.id} share {shortlist(loud)}; no distractor does."
            fix = "Use another word in the key, or the same word in a distractor."
            yield seen.finding(RULE, "W", option.place, why, fix)


def _picks_clang(seen: SeenItem) -> Iterator[Finding]:
    for pick in seen.picks:
        for found in _clang(pick):
            why = f"{pick.stem!r} and the option {pick.keys[0].id} share a word; no other does."
            yield replace(found, why=why, fix="Use another word, or the same word in another.")


CHECKS: tuple[LintCheck, ...] = (each_item(_clang), each_item(_picks_clang))
