"""US dollars as people read them."""

from decimal import ROUND_HALF_UP, Context, Decimal

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_CENT = Decimal("0.01")


def dollars(amount: Decimal) -> str:
    """An amount: cents from one dollar up ("$1,234.57"), three digits below ("$0.000255")."""
    size = abs(amount)
    step = _CENT if size >= 1 or not size else Decimal(1).scaleb(size.adjusted() - 2)
    rounded = size.quantize(step, context=_CONTEXT)
    return _written(rounded, negative=amount < 0)


def rate(amount: Decimal) -> str:
    """A rate as the price list gives it, never rounded: "$0.15", "$0.0375"."""
    return _written(abs(amount), negative=amount < 0)


def _written(size: Decimal, *, negative: bool) -> str:
    whole, _, decimals = f"{size:,f}".partition(".")
    sign = "−" if negative else ""
    return f"{sign}${whole}.{decimals.rstrip('0').ljust(2, '0')}"
