"""Numbers as people type them."""

import re
import unicodedata
from decimal import Decimal

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([,'’])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]*)?")
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_POINT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DECIMAL_COMMA = re.compile(r"([0-9]*),([0-9]+)")
_PARTED = re.compile(r"[0-9] [0-9]")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]*)?")
_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_FRACTION = re.compile(r"(?:([0-9]{1,9})[ +])?([0-9]{1,9})/([0-9]{1,9})")
_VULGAR = re.compile(r"([0-9]?)\s*([¼½¾⅐-⅞])")


def as_seen(text: str) -> str:
    """The text without invisible signs, and with plain digits, minus, fractions and spaces.

    Digits that are raised, lowered or circled stay what they are: `5²` is not 52.
    """
    parted = _VULGAR.sub(r"\1 \2", text)
    plain = unicodedata.normalize("NFC", "".join(map(_plain, parted)))
    seen = plain.replace("−", "-").replace("⁄", "/")
    return " ".join("".join(each for each in seen if unicodedata.category(each) != "Cf").split())


def _plain(sign: str) -> str:
    """The usual way to write a sign, unless it is a digit that means something else there."""
    other = unicodedata.category(sign) == "No" and "⁄" not in unicodedata.normalize("NFKC", sign)
    return sign if other else unicodedata.normalize("NFKC", sign)


def typed_size(text: str, *, large: bool = False) -> Decimal | None:
    """The number of 0 or more that a text without invisible signs writes; none where it is none.

    Commas, spaces and apostrophes in groups of three separate thousands: `1,200.50`, and `1,200` is
    twelve hundred. One comma that cannot be such a separator is a decimal comma, and after groups
    of points it always is: `1.200,50`. One point before three digits separates thousands where a
    `large` number is asked for, of 1,000 or more, and is a decimal point elsewhere: `1.450`. Fields
    of the page read alike, those for whole numbers as if a large one were asked for:
    ui/kit/number_field.js.
    """
    if fraction := _FRACTION.fullmatch(re.sub(r" ?/ ?", "/", text)):
        whole, over, under = (int(each or 0) for each in fraction.groups())
        return whole + Decimal(over) / under if under else None
    if _PARTED.search(text) and not _SPACED.fullmatch(text):
        return None  # two numbers
    text = text.replace(" ", "")
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub("[,'’]", "", text))
    if large and _POINT.fullmatch(text):
        return Decimal(text.replace(".", ""))
    if _POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if comma := _DECIMAL_COMMA.fullmatch(text):
        return Decimal(f"{comma[1] or 0}.{comma[2]}")
    return Decimal(text) if _PLAIN.fullmatch(text) else None
