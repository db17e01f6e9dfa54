"""Numbers as a quiz writes them and as learners type them."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from sizewise.ground.plain import Plain
from sizewise.ground.typed import as_seen, typed_size
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

_SIZE = r"(?:[0-9.]|,(?=[0-9]))[0-9.,'’/ ]*(?:(?<=[0-9.])[eE][+-]?[0-9]{1,2}(?![0-9a-z]))?"
_SIGN = re.compile(r"[-+]")
_TYPED = re.compile(
    rf"(?P<before>(?:[^0-9.,]|,(?![0-9]))*)(?P<size>{_SIZE})(?P<after>[^0-9]*)", re.IGNORECASE
)


def read_number(text: str, unit: str | None = None, *, large: bool = False) -> Decimal:
    """The number a learner typed. Raises ResponseError, with a sentence for the learner.

    `unit` is what is asked for, such as "dollars a month"; an empty one is that of a plain number,
    none that of any. The unit may stand on either side: `$0.50`, `0.50 $`, `12 tokens`, `50 cents`
    of a dollar, `2 million calls`. Another unit is refused. Commas in groups of three separate
    thousands: `1,200.50`, and `1,200` is twelve hundred. One comma that cannot be such a separator
    is a decimal comma: `0,5` is a half, and so are `1/2` and `½`. `1.450` is 1,450 where a `large`
    number is asked for, but not of millions: `1.450 million`. What nobody sees counts nothing.
    """
    found = _TYPED.fullmatch(as_seen(text[: _LONGEST + 1])) if len(text) <= _LONGEST else None
    if found is None:
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {_HOW}")
    before = found["before"]
    many = factor(f"{_SIGN.sub(' ', before, count=1)} {found['after']}".lower(), unit)
    number = typed_size(found["size"].strip(), large=large and many == 1)
    if number is None:
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {_HOW}")
    if many is None:
        wanted = f"This answer is asked for in {unit}. " if unit else ""
        raise ResponseError(f"I cannot read “{text.strip()[:20]}” as a number. {wanted}{_HOW}")
    return (-number if "-" in before else number) * many


_HOW = "Type it in digits, such as 1,200.50 or 0.0025."
