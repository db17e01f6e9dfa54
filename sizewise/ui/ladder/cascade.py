"""The last rung: a slider on the model's own confidence, and what it does to answers and bill."""

from fractions import Fraction
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, percent, whole_percent
from sizewise.library.library import NotInLibrary
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.ui import house
from sizewise.ui.blocks.mails.cascade import assumption_html, numbers, steps_html, verdict_html
from sizewise.ui.blocks.mails.climbed import Climbed
from sizewise.ui.blocks.mails.markup import MAILS, cost_of
from sizewise.ui.blocks.mails.passed_on import PassedOn
from sizewise.ui.blocks.verdict import numbers_html
from sizewise.ui.frame.address import Parameter, one_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import css_share, show_html
from sizewise.ui.kit.plot import Curve, Mark, Upwards
from sizewise.ui.kit.provenance import option_words, prices_html
from sizewise.ui.lab.drawing import draw_curves

LARGE = "large"
"""The role of the model that hard mails go to at first."""
PUBLISHED = "routellm-mmlu"
ACCURACY = Upwards(0.0, lambda value: whole_percent(value), "%{y:.0%}")
_NAME = "The cascade"
_HOW = "What it is least sure of goes to a large model. The slider below decides how much."


def parameters() -> dict[str, Parameter]:
    """What the cascade is asked."""
    catalogue = house.library().catalogue
    models = catalogue.profiles
    large = next(iter(catalogue.players([LARGE])), "") or next(iter(models), "")
    known = one_of(models, "the catalogue has no such model.")
    return {
        "unsure": Parameter("a confidence of", whole(0, 100), 50),
        "large": Parameter("the large model", known, large, always=True),
        "assumed": Parameter("an accuracy of", whole(50, 100), 95),
    }


def passed_on(asked: Draft, shown: Climbed, price: Price | None) -> PassedOn | None:
    """The cascade as it is asked; none without a price or before every rung has an answer."""
    rung, short = shown.calibrated, shown.rungs[0].size
    try:
        dear = house.library().catalogue.model(asked.value("large")).price_on(house.today())
    except PriceUnknown:
        return None
    if price is None or rung.size is None or short is None or not rung.answers:
        return None
    return PassedOn(
        rung,
        Fraction(asked.value("unsure"), 100),
        Fraction(asked.value("assumed"), 100),
        cost_of(rung.size, price, 1000) / 1000,
        cost_of(short, dear, 1000) / 1000,
    )


def waiting() -> dict[str, Any]:
    """The last rung while nothing can be said of it."""
    return {"name": _NAME, "how": _HOW, "pill": "", "share": "", "cost": "–", "tokens": ""}


def row(found: PassedOn) -> dict[str, Any]:
    """The last rung as the slider has it."""
    part = found.escalated
    pill = Markup('<span class="pill now">assumes {}</span>').format(percent(found.large_right))
    return {
        **waiting(),
        "pill": pill,
        "share": whole_percent(found.now.accuracy),
        "width": css_share(found.now.accuracy),
        "between": "",
        "counted": f"{part.hits} of {part.of} mails passed on; to be expected",
        "cost": dollars(found.cost(found.now.share, MAILS)),
        "tokens": "both models",
    }


def draw(asked: Draft, shown: Climbed, found: PassedOn, profile: ModelProfile) -> None:
    """The cascade: what is asked, what comes of it, chart and table."""
    st.header("The cascade", anchor=False)
    large = _ask(asked)
    show_html(assumption_html(found, large))
    show_html(verdict_html(found, shown, large) + numbers_html(numbers(found)))
    _chart(found)
    show_html(steps_html(found))
    prices = [profile.price_on(house.today()), large.price_on(house.today())]
    show_html(prices_html(prices, house.today()))
    show_html(published_html())


def _ask(asked: Draft) -> ModelProfile:
    catalogue, day = house.library().catalogue, house.today()
    st.slider(
        "Pass on what the small model is less sure of than, in percent",
        0,
        100,
        **asked.widget("unsure"),
    )
    left, right = st.columns(2, gap="large")
    with left:
        name = st.selectbox(
            "The large model",
            list(catalogue.profiles),
            format_func=lambda each: option_words(catalogue.model(each), day),
            **asked.widget("large"),
        )
    with right:
        st.slider(
            "We assume that it is right on so many of a hundred mails",
            50,
            100,
            step=5,
            **asked.widget("assumed"),
        )
    return catalogue.model(name)


def _chart(found: PassedOn) -> None:
    shares = [100 * float(each.share) for each in found.steps]
    right = [float(each.accuracy) for each in found.steps]
    perfect = sorted({*(each.share for each in found.steps), *_bends(found)})
    least = max(0.0, (int(20 * float(found.router.small)) - 1) / 20)
    curves = [
        Curve(
            "by chance",
            [0.0, 100.0],
            [float(found.router.random(Fraction(at))) for at in (0, 1)],
            2,
        ),
        Curve(
            "at best",
            [100 * float(share) for share in perfect],
            [float(found.router.perfect(share)) for share in perfect],
            1,
        ),
        Curve("by confidence", shares, right, 0, strong=True),
    ]
    draw_curves(
        "Right answers to expect, by the share that is passed on",
        curves,
        "Passed on to the large model, in percent",
        alt=_alt(found),
        key="ladder_cascade",
        mark=Mark(100 * float(found.now.share), f"your {whole_percent(found.now.share)}"),
        up=ACCURACY._replace(least=least),
    )


def _bends(found: PassedOn) -> tuple[Fraction, Fraction]:
    """Where the best router's line turns."""
    counts = found.router
    gained = Fraction(counts.large_only, counts.asked)
    return gained, 1 - Fraction(counts.small_only, counts.asked)


def _alt(found: PassedOn) -> str:
    first, last = found.steps[0], found.steps[-1]
    return (
        f"Line chart. With nothing passed on {whole_percent(first.accuracy)} are right, now "
        f"{whole_percent(found.now.accuracy)}, with everything passed on "
        f"{whole_percent(last.accuracy)}. The table below has the numbers."
    )


def published_html() -> Markup:
    """Two models that were really asked the same questions, for comparison."""
    try:
        trials = house.library().recorded(PUBLISHED)
    except NotInLibrary:
        return Markup()
    both, more, less, none = (
        sum(getattr(each, field) for each in trials.subjects)
        for field in ("both", "large_only", "small_only", "neither")
    )
    asked = both + more + less + none
    return Markup(
        '<p class="fine">Two models that were really measured: on {} questions of {}, {} has {} '
        "right and {} {}. A router that knows beforehand who will be right needs to pass on {} of "
        "them and gets {}: passing on can do better than the large model alone.</p>"
    ).format(
        grouped(asked),
        trials.test,
        trials.small,
        percent(Fraction(both + less, asked)),
        trials.large,
        percent(Fraction(both + more, asked)),
        percent(Fraction(more, asked)),
        percent(Fraction(both + more + less, asked)),
    )
