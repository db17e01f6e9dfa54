"""L15 to L17 and L19: does the stem ask one clear question and betray nothing?"""

import re
from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Check, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import content_words, plain, word_set, words

_NEGATIVE = re.compile(
    r"\b(?:not|except|(?<!at )least|never|cannot|bad use)\b|\b\w+n['’]t\b", re.IGNORECASE
)
_DENIAL = re.compile(r"\b(?:not|never|cannot)\b|\b\w+n['’]t\b", re.IGNORECASE)
_BOLD = re.compile(r"\*\*.+?\*\*|__.+?__")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")


def question(stem: str) -> str:
    """The sentence that asks: the last with a question mark, else the last."""
    sentences = [each for each in _SENTENCE.split(stem.strip()) if each]
    asking = [each for each in sentences if "?" in each]
    return (asking or sentences or [""])[-1]


def _negative_is_bold(seen: SeenItem) -> Iterator[Finding]:
    if small := _NEGATIVE.search(_BOLD.sub("", question(seen.stem))):
        why = f"The question turns on a small {small[0]!r}."
        fix = "Ask positively, or write the word in **bold**."
        yield seen.finding("L15", "W", "stem", why, fix)


def _no_double_negative(seen: SeenItem) -> Iterator[Finding]:
    found = _NEGATIVE.findall(plain(question(seen.stem)))
    fix = "Turn one of them into a positive statement."
    if len(found) > 1:
        why = f"The question denies twice: {found[0]} and {found[1]}."
        yield seen.finding("L15", "E", "stem", why, fix)
    for option in seen.options if len(found) == 1 else ():
        if denial := _DENIAL.search(option.text):
            why = f"The stem says {found[0]!r} and option {option.id} says {denial[0]!r}."
            yield seen.finding("L15", "E", option.place, why, fix)


_SHORTEST, _LONGEST = 15, 90
_ASKS = re.compile(r"[?:]|_{2,}|\.{3}|…")


def _asks(seen: SeenItem) -> Iterator[Finding]:
    text = plain(seen.stem)
    if not _ASKS.search(seen.stem):
        fix = "End with a question, a colon, or show the gap as ____."
        yield seen.finding("L16", "W", "stem", "The stem has no question mark, gap or colon.", fix)
    if len(text) < _SHORTEST:
        why = f"The stem has {number_of(len(text), 'character')}, fewer than {_SHORTEST}."
        yield seen.finding("L16", "W", "stem", why, "Ask a whole question.")
    if (length := len(text.split())) > _LONGEST:
        why = f"The stem has {length} words, more than {_LONGEST}."
        yield seen.finding("L16", "W", "stem", why, "Keep what is needed to answer.")


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
        yield seen.finding("L17", "W", "stem", why, fix)
    elif _points_at_options(seen.stem):
        why = "The stem asks nothing before the options are read."
        yield seen.finding("L17", "W", "stem", why, fix)


def _points_at_options(stem: str) -> bool:
    subject = content_words(stem) - _EMPTY_WORDS
    return bool(_OPTIONS_NEEDED.search(plain(stem))) and len(subject) < _OWN_SUBJECT


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
        yield seen.finding("L19", "W", "stem", why, "End with a/an, or move the article.")


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
        yield seen.finding("L19", "W", misfits[0].place, why, fix)


def _plural(option: SeenOption) -> bool:
    return bool(re.search(r"[^sui]s$", words(option.text)[-1]))


CHECKS: tuple[Check, ...] = (
    each_item(_negative_is_bold),
    each_item(_no_double_negative),
    each_item(_asks),
    each_item(_stands_alone),
    each_item(_article_fits),
    each_item(_number_fits),
)
