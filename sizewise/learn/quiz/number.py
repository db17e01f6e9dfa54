"""Numbers as a quiz writes them and as learners type them."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from sizewise.ground.plain import Plain
from sizewise.ground.written import dollars, number, percent, times
from sizewise.learn.quiz.item import NumberFormat
from sizewise.learn.quiz.units import factor

_LONGEST = 60


class ResponseError(Plain, ValueError):
    """A response that cannot be scored; the message is for the learner."""


def written(value: Decimal, format: NumberFormat) -> str:
    """A computed value as the learner reads it, halves rounded up.

    usd: cents from one dollar up, three digits below. number: at most two decimals from 1 up,
    three digits below. percent: a share, 0.94 is `94%`. times: whole from 10 up, then one decimal.
    """
    return _FORMATS[format](value)


_FORMATS: Mapping[NumberFormat, Callable[[Decimal], str]] = {
    "usd": dollars,
    "number": number,
    "percent": percent,
    "times": times,
}

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([,'’])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]*)?")
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_DECIMAL_COMMA = re.compile(r"([0-9]*),([0-9]+)")
_PARTED = re.compile(r"[0-9] [0-9]")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]*)?")
_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_FRACTION = re.compile(r"(?:([0-9]{1,9})[ +])?([0-9]{1,9})/([0-9]{1,9})")
_VULGAR = re.compile(r"([0-9]?)\s*([¼½¾⅐-⅞])")
_SIZE = r"(?:[0-9.]|,(?=[0-9]))[0-9.,'’/ ]*(?:(?<=[0-9.])[eE][+-]?[0-9]{1,2}(?![0-9a-z]))?"
_SIGN = re.compile(r"[-+]")
_TYPED = re.compile(
    rf"(?P<before>(?:[^0-9.,]|,(?![0-9]))*)(?P<size>{_SIZE})(?P<after>[^0-9]*)", re.IGNORECASE
)


def read_number(text: str, unit: str | None = None) -> Decimal:
    """The number a learner typed. Raises ResponseError, with a sentence for the learner.

    `unit` is what is asked for, such as "dollars a month"; an empty one is that of a plain number,
    none that of any. The unit may stand on either side: `$0.50`, `0.50 $`, `12 tokens`, `50 cents`
    of a dollar, `2 million calls`. Another unit is refused. Commas in groups of three separate
    thousands: `1,200.50`, and `1,200` is twelve hundred. One comma that cannot be such a separator
    is a decimal comma: `0,5` is a half, and so are `1/2` and `½`. What nobody sees counts nothing.
    """
    found = _TYPED.fullmatch(_plainly(text[: _LONGEST + 1])) if len(text) <= _LONGEST else None
    number = _size(found["size"].strip()) if found else None
    if found is None or number is None:
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {_HOW}")
    before = found["before"]
    many = factor(f"{_SIGN.sub(' ', before, count=1)} {found['after']}".lower(), unit)
    if many is None:
        wanted = f"This answer is asked for in {unit}. " if unit else ""
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {wanted}{_HOW}")
    return (-number if "-" in before else number) * many


_HOW = "Type it in digits, such as 1,200.50 or 0.0025."


def _plainly(text: str) -> str:
    """The text without invisible signs, and with plain digits, minus, fractions and spaces."""
    parted = _VULGAR.sub(r"\1 \2", text)
    plain = unicodedata.normalize("NFKC", parted).replace("−", "-").replace("⁄", "/")
    seen = "".join(each for each in plain if unicodedata.category(each) != "Cf")
    return " ".join(seen.split())


def _size(text: str) -> Decimal | None:
    if fraction := _FRACTION.fullmatch(re.sub(r" ?/ ?", "/", text)):
        whole, over, under = (int(each or 0) for each in fraction.groups())
        return whole + Decimal(over) / under if under else None
    if _PARTED.search(text) and not _SPACED.fullmatch(text):
        return None  # two numbers
    text = text.replace(" ", "")
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub("[,'’]", "", text))
    if _POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if comma := _DECIMAL_COMMA.fullmatch(text):
        return Decimal(f"{comma[1] or 0}.{comma[2]}")
    return Decimal(text) if _PLAIN.fullmatch(text) else None
