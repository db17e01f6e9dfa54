"""What to check again before you rely on it: each claim with its source and the day it was read."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from sizewise.ground.written import day_words, exactly, grouped
from sizewise.sizing.catalogue.catalog import ModelProfile, RateLimit
from sizewise.sizing.catalogue.freshness import Fact, stale
from sizewise.ui.catalogue.words import price_on, rates_words
from sizewise.ui.kit.provenance import link_html, price_source_html, standing
from sizewise.ui.kit.table import Row, stacked_html

BELOW = "the pages under Sources"


class SourcedFact(NamedTuple):
    """A claim: what it is about, what it says, where it stands, when that was read."""

    about: str
    says: str
    where: str
    checked_on: date
    grows_old_as: Fact = "limits"


def claims_html(profile: ModelProfile, day: date) -> Markup:
    """The claims as a table, one that nobody has checked for long in amber."""
    rows = (_row(claim, day) for claim in claims(profile, day))
    return stacked_html(("Claim", "It says", "Where", "Checked"), rows, css="mt claims")


def claims(profile: ModelProfile, day: date) -> Iterator[SourcedFact]:
    """The claims that change, or that makers make of themselves."""
    file = profile.file
    if price := price_on(profile, day):
        words = f"{rates_words(price)} per million tokens in / out"
        yield SourcedFact(
            "Price", words, price_source_html(price.source), price.checked_on, "price"
        )
    life = file.lifecycle
    words = standing(life, day).words
    yield SourcedFact("Status", words[0].upper() + words[1:], BELOW, life.checked_on, "status")
    longest = f"{grouped(file.limits.max_output)}" if file.limits.max_output else "not published"
    fits = f"{grouped(file.limits.context_window)} tokens in all, longest reply {longest}"
    yield SourcedFact("Limits", fits, BELOW, file.limits.checked_on)
    for limit in file.rate_limits[:1]:
        where = link_html(limit.source.title, limit.source.url)
        yield SourcedFact(f"Rate limit, {limit.tier}", _rate(limit), where, _read(limit))
    for score in file.benchmarks:
        who = "the maker’s own figure" if score.self_reported else "measured by others"
        where = link_html(score.source.title, score.source.url)
        says = f"{exactly(score.score)}%, {who}"
        yield SourcedFact(score.name, says, where, score.source.checked_on)


def _read(limit: RateLimit) -> date:
    return limit.source.checked_on


def _rate(limit: RateLimit) -> str:
    return (
        f"{grouped(limit.requests_per_minute)} calls and "
        f"{grouped(limit.tokens_per_minute)} tokens a minute"
    )


def _row(claim: SourcedFact, day: date) -> Row:
    old = stale(claim.grows_old_as, claim.checked_on, day)
    words = day_words(claim.checked_on)
    checked = (
        Markup('<span class="stamp stale">check again: {}</span>').format(words) if old else words
    )
    return Row(claim.about, (claim.says, claim.where, checked))
