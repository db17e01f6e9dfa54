"""Where a fact comes from, when it was checked, and how long its model will be there."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from sizewise.ground.written import day_words, noun_for
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.freshness import Fact, stale
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.catalogue.source import Source
from sizewise.sizing.tokens.tokenizer import CountStatus
from sizewise.ui.kit.receipt import stamp_html

_ADDRESS = re.compile(r",?\s*(https://\S+)$")

SURE: Mapping[CountStatus, tuple[str, str]] = {
    "exact": ("ok", "Exact"),
    "assumed": ("now", "Assumed"),
    "estimate": ("now", "Estimate"),
}
"""Colour and word of the pill that says how far to trust a count."""


class StatusLabel(NamedTuple):
    """A model's status: the word for its pill, the pill's colour, and the whole sentence part."""

    word: str
    css: str
    words: str


def standing(life: Lifecycle, day: date) -> StatusLabel:
    """What a learner may count on that day, in words, as far as it could be known then."""
    life = life.as_known_on(day)
    status = life.status_on(day)
    last = day_words(life.shutdown) if life.shutdown else ""
    return {
        "announced": StatusLabel("Announced", "new", f"comes on {day_words(life.released)}"),
        "active": StatusLabel("In service", "ok", "in service, no end announced"),
        "retiring": StatusLabel("Retiring", "now", f"retires on {last}"),
        "redirected": StatusLabel("Redirected", "gone", f"calls go to {life.heir_on(day)}"),
        "retired": StatusLabel("Retired", "gone", f"retired on {last}"),
    }[status]


def standing_html(profile: ModelProfile, day: date, short: bool = False) -> Markup:
    """The status as a pill with words, amber when nobody has checked it for long.

    The short one does not say that no end is announced.
    """
    life = profile.file.lifecycle
    now = standing(life, day)
    words = now.word if short and now.css == "ok" else f"{now.words[0].upper()}{now.words[1:]}"
    pill = Markup('<span class="pill {}">{}</span>').format(now.css, words)
    if stale("status", life.checked_on, day):
        pill += " " + checked_html("status", life.checked_on, day)
    return pill


def option_words(profile: ModelProfile, day: date) -> str:
    """A model's name in a list to choose from; one that goes says so."""
    now = standing(profile.file.lifecycle, day)
    return profile.name if now.css == "ok" else f"{profile.name}, {now.word.lower()}"


def checked_html(what: Fact, checked_on: date, day: date, words: str = "") -> Markup:
    """The stamp of a fact, amber and in other words when it is stale."""
    return stamp_html(words or f"{what} checked", checked_on, stale(what, checked_on, day))


def prices_html(prices: Iterable[Price], day: date, said: date | None = None) -> Markup:
    """Stamp and sources of the prices behind a bill; the oldest check is the one that counts.

    A view says each day once: what `said` names, a stamp has named already.
    """
    known = tuple(prices)
    if not known:
        return Markup()
    words, oldest = f"{noun_for(len(known), 'price')} checked", min(p.checked_on for p in known)
    stamp = checked_html("price", oldest, day, words) if oldest != said else Markup()
    sources = Markup("; ").join(
        map(price_source_html, dict.fromkeys(price.source for price in known))
    )
    return Markup('<p class="from">{}<span>{}</span></p>').format(stamp, sources)


def price_source_html(source: str) -> Markup:
    """A price's source as a line: a title, a link when it ends in an address."""
    found = _ADDRESS.search(source)
    if not found:
        return escape(source)
    return link_html(source[: found.start()] or found.group(1), found.group(1))


def link_html(title: str, url: str) -> Markup:
    """A link to a page outside, in its own tab."""
    href = url
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(
        href, title
    )


def source_html(source: Source) -> Markup:
    """A source with its link and the day it was read."""
    return Markup("{}, read {}").format(
        link_html(source.title, source.url), day_words(source.checked_on)
    )
