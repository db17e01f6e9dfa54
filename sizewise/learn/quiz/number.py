"""Numbers as a quiz writes them and as learners type them."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from sizewise.ground.plain import Plain
from sizewise.ground.written import dollars, number, percent, times
from sizewise.learn.quiz.item import NumberFormat

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

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_DECIMAL_COMMA = re.compile(r"([0-9]+),([0-9]+)")
_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")


def read_number(text: str) -> Decimal:
    """The number a learner typed. Raises ResponseError, with a sentence for the learner.

    Spaces, a dollar sign in front, a percent sign or a times sign behind are fine. Commas in
    groups of three separate thousands: `1,200.50`, and `1,200` is twelve hundred. One comma
    that cannot be such a separator is a decimal comma: `0,5` is a half, `12,75` is 12.75.
    """
    typed = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).replace("−", "-")
    bare = re.sub(r"\s", "", typed)
    sign, size = _split_sign(bare.removesuffix("%").removesuffix("×").removesuffix("x"))
    if len(text) > _LONGEST or (number := _size(size)) is None:
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {_HOW}")
    return sign * number


_HOW = "Type it in digits, such as 1,200.50 or 0.0025."


def _split_sign(text: str) -> tuple[int, str]:
    found = re.match(r"(?:([+-]?)\$?|\$([+-]))(?=[0-9.])", text)
    if found is None:
        return 1, ""
    return -1 if "-" in found.group() else 1, text[found.end() :]


def _size(text: str) -> Decimal | None:
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if comma := _DECIMAL_COMMA.fullmatch(text):
        return Decimal(f"{comma[1]}.{comma[2]}")
    return Decimal(text) if _PLAIN.fullmatch(text) else None
