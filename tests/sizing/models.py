"""Small builders: prices and models with just the facts a test speaks of."""

from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import Catalogue, Limits, ModelFile, ModelProfile
from sizewise.sizing.catalogue.images.patches import ImagePatches
from sizewise.sizing.catalogue.images.tiles import ImageTiles
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.catalogue.price import LongContext, Price
from sizewise.sizing.catalogue.source import Source

DAY = date(2026, 11, 21)

GPT_4O_TILES = ImageTiles(base=85, tile=170)
GPT_4O_MINI_TILES = ImageTiles(base=2833, tile=5667)
GPT_4_1_PATCHES = ImagePatches(multiplier=Decimal(1))
GPT_4_1_MINI_PATCHES = ImagePatches(multiplier=Decimal("1.62"))


def price(rate_in, rate_out, **more):
    rates = {name: Decimal(str(value)) if _rate(name) else value for name, value in more.items()}
    return Price(
        input=Decimal(str(rate_in)),
        output=Decimal(str(rate_out)),
        source="a test",
        checked_on=DAY,
        **rates,
    )


def _rate(name):
    return name in {
        "cached_input",
        "cache_write",
        "batch_input",
        "batch_cached_input",
        "batch_output",
    }


def long_context(above, rate_in, rate_out, cached=None):
    return LongContext(
        above=above,
        input=Decimal(str(rate_in)),
        cached_input=None if cached is None else Decimal(str(cached)),
        output=Decimal(str(rate_out)),
    )


MINI = price("0.15", "0.60", cached_input="0.075", batch_input="0.075", batch_output="0.30")
"""GPT-4o mini's list price."""
LARGE = price("2.50", "10", cached_input="1.25", batch_input="1.25", batch_output="5")
"""GPT-4o's list price."""


def model_file(model_id="small-one", **more):
    facts = {
        "id": model_id,
        "name": model_id.title(),
        "maker": "A Maker",
        "size": "small",
        "thinking": "never",
        "summary": "A model.",
        "limits": Limits(context_window=1000, checked_on=DAY),
        "lifecycle": Lifecycle(released=date(2024, 7, 18), checked_on=DAY),
        "prices_checked_on": DAY,
        "sources": (Source(title="A page", url="https://example.org/page", checked_on=DAY),),
    }
    return ModelFile(**(facts | more))


def profile(model_id="small-one", *prices, **more):
    return ModelProfile(file=model_file(model_id, **more), prices=prices)


def catalogue(*profiles):
    return Catalogue(profiles={one.id: one for one in profiles})
