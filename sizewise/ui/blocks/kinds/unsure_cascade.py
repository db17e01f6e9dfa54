"""A slider on a small model's measured confidence: what is passed on, and what comes of it."""

from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.benchmark.classify.ladder import CALIBRATION
from sizewise.learn.lesson.blocks.unsure_cascade import UnsureCascade
from sizewise.library.library import NotInLibrary
from sizewise.sizing.catalogue.price import Price
from sizewise.ui import house
from sizewise.ui.blocks.mails import cascade
from sizewise.ui.blocks.mails.climbed import recorded
from sizewise.ui.blocks.mails.markup import cost_of, source_html
from sizewise.ui.blocks.mails.passed_on import PassedOn
from sizewise.ui.blocks.verdict import numbers_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.links import go_html

MOVES = True
START = 50
"""Where the slider begins, in percent."""


def draw(block: UnsureCascade, key: str) -> None:
    """Move the line below which a mail is passed on."""
    show_html(Markup('<p class="labtag">Try it: pass on what is unsure</p>'))
    unsure = st.slider(
        "Pass on below this sureness, in percent",
        0,
        100,
        START,
        key=f"unsure-{key}",
        persist_state="session",
    )
    show_html(_state_html(block, unsure))
    show_html(
        Markup('<p class="fine">648 replies take minutes. {}</p>').format(
            go_html("Climb the ladder yourself", "ladder")
        )
    )


def _state_html(block: UnsureCascade, unsure: int) -> Markup:
    run, found = recorded(), passed_on(block, unsure)
    large = house.library().catalogue.model(block.large)
    return Markup("").join(
        (
            cascade.verdict_html(found, run, large),
            numbers_html(cascade.numbers(found)),
            cascade.assumption_html(found, large),
            cascade.steps_html(found),
            source_html(run, own=False),
            prices_html([_price(each) for each in (block.small, block.large)], house.today()),
        )
    )


def _price(model: str) -> Price:
    return house.library().catalogue.model(model).price_on(house.today())


def passed_on(block: UnsureCascade, unsure: int) -> PassedOn:
    """The cascade of the recorded run at a threshold. Raises PriceUnknown and NotInLibrary."""
    run = recorded()
    rung, short = run.ways[CALIBRATION], run.rungs[0]
    if rung.size is None or short.size is None:
        raise NotInLibrary("the recorded run has no tokens")
    return PassedOn(
        rung,
        Fraction(unsure, 100),
        Fraction(block.assumed, 100),
        cost_of(rung.size, _price(block.small), 1000) / 1000,
        cost_of(short.size, _price(block.large), 1000) / 1000,
    )


def on_paper(block: UnsureCascade) -> Form:
    """The cascade where its slider starts, with every step as a table."""
    return Form(
        Markup("{}{}").format(tag("Pass on what the model is unsure of"), _state_html(block, START))
    )
