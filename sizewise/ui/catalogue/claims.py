"""What to check again before you rely on it: each claim with its source and the day it was read."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from sizewise.library.checks.freshness import (
    Fact,
    stale,
)
from sizewise.sizing.catalogue.catalog import (
    ModelProfile,
    RateLimit,
)
from sizewise.ui.catalogue.words import price_on, rates_words
from sizewise.ui.kit.provenance import (
    link_html,
    price_source_html,
    standing,
)
from sizewise.ui.kit.receipt import day_words

BELOW = "the pages under Sources"


class Claim(NamedTuple):
    """A claim as HTML: what it is about, what it says, where it stands, when that was read."""

    about: str
    says: str
    where: str
    checked_on: date
    grows_old_as: Fact = "limits"


def claims_html(profile: ModelProfile, day: date) -> str:
    """The claims as a table, one that nobody has checked for long in amber."""
    body = "".join(_row_html(claim, day) for claim in claims(profile, day))
    heads = ("Claim", "It says", "Where", "Checked")
    head = "".join(f'<th scope="col" role="columnheader">{each}</th>' for each in heads)
    return (
        '<div class="mt-box"><table class="mt claims" role="table">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def claims(profile: ModelProfile, day: date) -> Iterator[Claim]:
    """The claims that change, or that makers make of themselves."""
    file = profile.file
    if price := price_on(profile, day):
        words = f"{rates_words(price)} per million tokens in / out"
        yield Claim("Price", words, price_source_html(price.source), price.checked_on, "price")
    life = file.lifecycle
    words = standing(life, day).words
    yield Claim("Status", words[0].upper() + words[1:], BELOW, life.checked_on, "status")
    longest = f"{file.limits.max_output:,}" if file.limits.max_output else "not published"
    fits = f"{file.limits.context_window:,} tokens in all, longest reply {longest}"
    yield Claim("Limits", fits, BELOW, file.limits.checked_on)
    for limit in file.rate_limits[:1]:
        where = link_html(limit.source.title, limit.source.url)
        yield Claim(f"Rate limit, {escape(limit.tier)}", _rate(limit), where, _read(limit))
    for score in file.benchmarks:
        who = "the maker’s own figure" if score.self_reported else "measured by others"
        where = link_html(score.source.title, score.source.url)
        says = f"{score.score.normalize():f}%, {who}"
        yield Claim(escape(score.name), says, where, score.source.checked_on)


def _read(limit: RateLimit) -> date:
    return limit.source.checked_on


def _rate(limit: RateLimit) -> str:
    return f"{limit.requests_per_minute:,} calls and {limit.tokens_per_minute:,} tokens a minute"


def _row_html(claim: Claim, day: date) -> str:
    old = stale(claim.grows_old_as, claim.checked_on, day)
    words = day_words(claim.checked_on)
    checked = f'<span class="stamp stale">check again: {words}</span>' if old else words
    cells = (("It says", claim.says), ("Where", claim.where), ("Checked", checked))
    return f'<tr role="row"><th scope="row" role="rowheader">{claim.about}</th>' + (
        "".join(f'<td role="cell" data-label="{name}">{cell}</td>' for name, cell in cells)
        + "</tr>"
    )
