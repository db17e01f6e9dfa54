"""L19: grammar gives nothing away."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import plain, words
from sizewise.learn.quiz.kinds import kind_of

RULE = Rule(
    "L19",
    "Grammar gives nothing away",
    "An option that does not fit the stem's article or number can be crossed out unread.",
    sources.NBME,
)

_GAP = r"\s*(?:_{2,}|:|…|\.{3})?\s*$"
_ARTICLE = re.compile(rf"(?<!/)\b(an?){_GAP}", re.IGNORECASE)
_ONE = re.compile(rf"\b(is|was|a|an|this|one|each){_GAP}", re.IGNORECASE)
_MANY = re.compile(rf"\b(are|were|these|two|three|several|many){_GAP}", re.IGNORECASE)
_LONGEST_NAME = 3


def _article_fits(seen: SeenItem) -> Iterator[Finding]:
    article = _ARTICLE.search(plain(seen.stem))
    misfits = [o for o in seen.options if article and _fits(article[1], o) is False]
    if misfits and article and len(misfits) < len(seen.options):
        why = f"The stem ends in {article[1]!r}, which does not fit {misfits[0].text!r}."
        yield seen.finding(RULE, "W", "stem", why, "End with a/an, or move the article.")


def _fits(article: str, option: SeenOption) -> bool:
    vowel = option.text[:1].lower() in "aeiou"
    return vowel == (article.lower() == "an")


def _number_fits(seen: SeenItem) -> Iterator[Finding]:
    stem = plain(seen.stem)
    wanted = True if _MANY.search(stem) else False if _ONE.search(stem) else None
    names = [o for o in seen.options if len(words(o.text)) in range(1, _LONGEST_NAME + 1)]
    misfits = [option for option in names if wanted is not None and _plural(option) != wanted]
    if misfits and len(misfits) < len(seen.options):
        asked = "several things" if wanted else "one thing"
        why = f"The stem asks for {asked}, {misfits[0].text!r} differs."
        fix = "Give all options the same number, or let the stem fit both."
        yield seen.finding(RULE, "W", misfits[0].place, why, fix)


def _plural(option: SeenOption) -> bool:
    return bool(re.search(r"[^sui]s$", words(option.text)[-1]))


def _place_untold(seen: SeenItem) -> Iterator[Finding]:
    for option in seen.options:
        if found := kind_of(seen.item).tells_place(option.text):
            why = f"The step {option.id} says {found!r}, which tells its place."
            yield seen.finding(RULE, "W", option.place, why, "Say it without that word.")


CHECKS: tuple[LintCheck, ...] = (
    each_item(_article_fits),
    each_item(_number_fits),
    each_item(_place_untold),
)
