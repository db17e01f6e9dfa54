"""Numbers as people type them."""

import re
import unicodedata
from decimal import Decimal

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([,'’])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]*)?")
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_DECIMAL_COMMA = re.compile(r"([0-9]*),([0-9]+)")
_PARTED = re.compile(r"[0-9] [0-9]")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]*)?")
_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_FRACTION = re.compile(r"(?:([0-9]{1,9})[ +])?([0-9]{1,9})/([0-9]{1,9})")
_VULGAR = re.compile(r"([0-9]?)\s*([¼½¾⅐-⅞])")


def as_seen(text: str) -> str:
    """The text without invisible signs, and with plain digits, minus, fractions and spaces."""
    parted = _VULGAR.sub(r"\1 \2", text)
    plain = unicodedata.normalize("NFKC", parted).replace("−", "-").replace("⁄", "/")
    seen = "".join(each for each in plain if unicodedata.category(each) != "Cf")
    return " ".join(seen.split())


def typed_size(text: str) -> Decimal | None:
    """The number of 0 or more that a text without invisible signs writes; none where it is none.

    Commas, spaces and apostrophes in groups of three separate thousands: `1,200.50`, and `1,200` is
    twelve hundred. One comma that cannot be such a separator is a decimal comma, and after groups
    of points it always is: `1.200,50`. Fields of the page read alike: ui/kit/number_field.js.
    """
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
