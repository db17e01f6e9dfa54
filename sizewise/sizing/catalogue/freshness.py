"""How long a checked fact may be trusted."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from sizewise.sizing.catalogue.catalog import ModelFile

Fact = Literal["price", "status", "limits"]
"""What grows old."""

DAYS: Mapping[Fact, int] = {"price": 90, "status": 60, "limits": 180}
"""After how many days a fact is stale: shown amber, and out of scoring."""


def stale(fact: Fact, checked_on: date, day: date) -> bool:
    """Whether a fact checked then is too old on that day."""
    return day - checked_on > timedelta(days=DAYS[fact])


def stale_facts(file: ModelFile, day: date) -> tuple[Fact, ...]:
    """What nobody has checked lately on that model."""
    return tuple(fact for fact in DAYS if stale(fact, checked_on(fact, file), day))


def checked_on(fact: Fact, file: ModelFile) -> date:
    """The day a fact of a model was last checked."""
    return {
        "price": file.prices_checked_on,
        "status": file.lifecycle.checked_on,
        "limits": file.limits.checked_on,
    }[fact]
