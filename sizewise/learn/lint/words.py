"""Words as lint sees them: without Markdown, without case, and with the lists that rules go by."""

import re
from decimal import Decimal
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as written."""
    return frozenset(text.split())


ABSOLUTES = word_set("always never only all every none exactly entirely cannot")
"""Words that leave no way out. Test-wise learners cross such options out."""

HEDGES = word_set(
    """
    usually may often most sometimes might generally typically probably likely tends mostly
    """
)
"""Words that leave a way out. Test-wise learners pick such options."""

STOP_WORDS = word_set(
    """
    a about above across after again against all also am an and another any are as at away
    back be because become been before being below between both but by can cannot could did do
    does doing down during each either else enough even ever every false few first for from get gets
    give given gives go goes had has have having he her here hers him his how however i if in
    instead into is it its itself just keep last least less let like made make makes making
    many may me might more most much must my neither never no nor not now of off on once one
    only onto or other others our out over own per put rather really same she should since so
    some still such take takes than that the their them then there these they thing things
    this those though through to too true two under until up upon use used uses using very want was
    way we well were what when where whether which while who whom whose why will with within
    without would yes yet you your yours
    """
)
"""Words that carry no subject of their own."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IMAGE = re.compile(r"!\[([^\[\]]*+)\]\([^()]*+\)")
_LINK = re.compile(r"\[([^\[\]]*+)\]\([^()]*+\)")
_EMPHASIS = re.compile(
    r"\*\*|__|~~|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|^\s*(?:#+|>|[-*])\s", re.M
)
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
_NUMBER = re.compile(r"[-−]?\$?\d[\d,]*(?:\.\d+)?\s?[%×]?")


@lru_cache(maxsize=20_000)
def plain(markdown: str) -> str:
    """The text as read aloud: no emphasis, no link targets, no escapes, single spaces."""
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", markdown)).replace("\\$", "$")
    return " ".join(_EMPHASIS.sub("", text).split())


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Every word in order, in lower case, numbers left out."""
    return tuple(word.lower() for word in _WORD.findall(plain(text)))


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """The words that carry the subject, plurals folded into singulars."""
    return frozenset(_singular(word) for word in words(text) if word not in STOP_WORDS)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and re.search(r"[^sui]s$", word) else word


def absolutes(text: str) -> list[str]:
    """The absolute words of a text, in order."""
    return [word for word in words(text) if word in ABSOLUTES]


def hedges(text: str) -> list[str]:
    """The hedging words of a text, in order."""
    return [word for word in words(text) if word in HEDGES]


def folded(text: str) -> str:
    """The text as one compares it: read aloud, without case and full stop."""
    return plain(text).casefold().rstrip(" .")


def question(stem: str) -> str:
    """The sentence that asks: the last with a question mark, else the last."""
    sentences = [each for each in _SENTENCE.split(stem.strip()) if each]
    asking = [each for each in sentences if "?" in each]
    return (asking or sentences or [""])[-1]


def is_number(text: str) -> bool:
    """Whether the text is a number alone, such as `$1.47`, `1,200`, `94%` or `17×`."""
    return _NUMBER.fullmatch(plain(text)) is not None


def number(text: str) -> Decimal:
    """The number in a text that is a number alone: `$1,200.50` is 1200.50, `94%` is 94."""
    return Decimal(re.sub(r"[^\d.-]", "", plain(text).replace("−", "-")))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """What both sets have, as a share of what either has. Empty sets share 0."""
    return len(one & other) / len(one | other) if one | other else 0.0
