"""Rate limits: whether the busiest minute of the plan is let through."""

from decimal import Decimal
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import few_or_many, grouped, number_of, whole_percent
from sizewise.sizing.catalogue.catalog import RateLimit
from sizewise.sizing.plan.rate_limits import Busy, Gauge, RateCheck, RateLimits, check_rates
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.provenance import source_html
from sizewise.ui.kit.table import table_html
from sizewise.ui.lab.plan.fields import choose, number
from sizewise.ui.lab.plan.planned import Planned

OWN = "My own limits"


def draw(planned: Planned, asked: Draft) -> None:
    """Draw the section."""
    st.header("Will the maker let it through?", anchor=False)
    tiers = planned.profile.file.rate_limits
    left, middle, right = st.columns(3)
    with left:
        hours = number("Hours a day in which calls come", "hours", asked)
    with middle:
        peak = number("Busiest minute, times the average", "peak", asked)
    with right:
        tier = _choose_tier(tiers, asked)
    limits, origin = _limits(tiers, tier, asked, planned.profile.name)
    found = check_rates(planned.plan, limits, Busy(Decimal(hours), Decimal(peak)))
    show_html(verdict_html(found) + _table_html(found) + origin)
    _say_day(planned, tiers, tier)


def _choose_tier(tiers: tuple[RateLimit, ...], asked: Draft) -> int:
    """The place of the tier, from 1; 0 stands for the learner's own limits."""
    places = [*range(1, len(tiers) + 1), 0]

    def words(place: int) -> str:
        return tiers[place - 1].tier if place else OWN

    return int(choose("Tier of the account", "tier", asked, places, words))


def _limits(
    tiers: tuple[RateLimit, ...], tier: int, asked: Draft, name: str
) -> tuple[RateLimits, Markup]:
    if tier:
        known = tiers[tier - 1]
        stamp = Markup('<p class="fine">{}. Your account’s page decides.</p>').format(
            source_html(known.source)
        )
        return RateLimits(known.requests_per_minute, known.tokens_per_minute), stamp
    if not tiers:
        st.caption(
            f"No source gives the limits of {name}. Look at your account’s page and type them."
        )
    left, right = st.columns(2)
    with left:
        requests = number("Requests a minute that are let through", "rpm", asked)
    with right:
        tokens = number("Tokens a minute that are let through", "tpm", asked)
    return RateLimits(requests, tokens), Markup()


def verdict_html(found: RateCheck) -> Markup:
    """Whether it fits, in words, with the most calls a day that do."""
    most = found.most_calls_per_day
    room = (
        Markup(" Up to <b>{} a day</b> get through at this peak.").format(number_of(most, "call"))
        if most
        else Markup()
    )
    if found.fits:
        return Markup('<p class="verdict"><b>It fits.</b>{}</p>').format(room)
    return Markup(
        '<p class="verdict"><b>It does not fit:</b>'
        " in the busiest minute some calls are refused. Spread them over more hours, "
        "send what can wait as a batch, or ask for more.{}</p>"
    ).format(room)


def _table_html(found: RateCheck) -> Markup:
    gauges = {"Requests a minute": found.requests, "Tokens a minute": found.tokens}
    rows = (_row(name, gauge) for name, gauge in gauges.items())
    heads = ("Busiest minute", "Needs", "Is let through", "Used")
    return table_html("The busiest minute against the limits", heads, rows)


def _row(name: str, gauge: Gauge) -> tuple[str, ...]:
    limit = grouped(gauge.limit) if gauge.limit else "not known"
    share = gauge.needed / gauge.limit if gauge.limit else Fraction(0)
    bar = meter_html(float(share), "strong" if gauge.fits else "over")
    used = "–" if not gauge.limit else whole_percent(share) + bar
    return name, few_or_many(gauge.needed), limit, used


def _say_day(planned: Planned, tiers: tuple[RateLimit, ...], tier: int) -> None:
    """Some tiers limit the calls or the tokens of a whole day too."""
    if not tier:
        return
    limit, plan = tiers[tier - 1], planned.plan
    calls = plan.calls_per_day * (1 - plan.batch_share + plan.retry_share)
    tokens = calls * (plan.usage.input + plan.usage.output)
    for what, needed, most in (
        ("calls", calls, limit.requests_per_day),
        ("tokens", tokens, limit.tokens_per_day),
    ):
        if most is not None and needed > most:
            st.warning(
                f"This tier also lets at most {grouped(most)} {what} through in a day, and the "
                f"plan has {few_or_many(needed)}.",
                icon=":material/speed:",
            )
