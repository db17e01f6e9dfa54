"""What the command line answers about the catalogue, as plain values: texts, numbers, lists.

Amounts are exact decimals in texts, so that no reader of the JSON rounds them.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Context, localcontext
from pathlib import Path
from typing import Any

from sizewise.ground.written import plainly
from sizewise.library.catalogue import catalogue_of
from sizewise.library.shelf import open_models
from sizewise.sizing.catalogue.catalog import (
    Catalogue,
    ModelProfile,
)
from sizewise.sizing.catalogue.price import (
    Price,
    PriceUnknown,
)
from sizewise.sizing.cost.cost import (
    CostLine,
    estimate,
)
from sizewise.sizing.tokens.long_text import ids_in_pieces
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.usage import Usage

Answer = Mapping[str, Any]
"""Values that JSON has, by name."""

_EXACT = Context(prec=100)

_RATES = ("input", "cached_input", "cache_write", "output", "batch_input", "batch_output")


def open_catalogue(root: Path) -> Catalogue:
    """Every model below `root` whose file can be used; nothing else is read."""
    return catalogue_of(open_models(root))


def tokens_of(profile: ModelProfile, text: str) -> Answer:
    """How a model cuts a text. Raises NoSafeCut."""
    tokenizer = tokenizer_of(profile)
    ids = [one for piece in ids_in_pieces(text, tokenizer.encoding) for one in piece]
    return {
        "model": profile.id,
        "encoding": tokenizer.encoding,
        "status": tokenizer.status,
        "why": tokenizer.why,
        "tokens": len(ids),
        "ids": ids,
    }


def cost_of(
    profile: ModelProfile, usage: Usage, day: date, *, calls: int = 1, batch: bool = False
) -> Answer:
    """A receipt in US dollars at a day's price. Raises PriceUnknown and BatchUnavailable."""
    price = profile.price_on(day)
    with localcontext(_EXACT):
        receipt = estimate(usage, price, calls=calls, batch=batch)
    return {
        "model": profile.id,
        "day": day.isoformat(),
        "status": profile.file.lifecycle.status_on(day),
        "calls": calls,
        "batch": batch,
        "lines": [_line(line) for line in receipt.lines],
        "total": plainly(receipt.total),
        "currency": "USD",
        **_checked(price),
    }


def models_on(catalogue: Catalogue, day: date) -> list[Answer]:
    """Every model with its status and its rates on a day, in US dollars per million tokens."""
    return [_model(profile, day) for profile in catalogue.profiles.values()]


def _line(line: CostLine) -> Answer:
    return {
        "kind": line.kind,
        "tokens": line.tokens,
        "rate": plainly(line.rate),
        "amount": plainly(line.amount),
    }


def _model(profile: ModelProfile, day: date) -> Answer:
    life = profile.file.lifecycle
    return {
        "model": profile.id,
        "name": profile.name,
        "maker": profile.file.maker,
        "status": life.status_on(day),
        "shutdown": life.shutdown.isoformat() if life.shutdown else None,
        "replacement": life.replacement,
        "prices": _prices(profile, day),
    }


def _prices(profile: ModelProfile, day: date) -> Answer | None:
    try:
        price = profile.price_on(day)
    except PriceUnknown:
        return None
    rates = {name: getattr(price, name) for name in _RATES}
    return {
        **{name: None if rate is None else plainly(rate) for name, rate in rates.items()},
        **_checked(price),
    }


def _checked(price: Price) -> Answer:
    return {"source": price.source, "checked_on": price.checked_on.isoformat()}
