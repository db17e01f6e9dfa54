"""The page that holds two to four models side by side, at the prices of any day."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.ui import house, links
from sizewise.ui.catalogue.differences import differences, turns
from sizewise.ui.catalogue.side import side_html
from sizewise.ui.catalogue.words import CALL, CALL_NOTE, list_html
from sizewise.ui.frame.address import FIRST_DAY, LAST_DAY, Parameter, day_or, some_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import option_words
from sizewise.ui.links import go_html

MOST = 4
FIRST = ("small", "large", "thinking")
"""The roles of those that stand there before anything is chosen."""


def draw() -> None:
    """Draw the page."""
    links.follow()
    st.title("Compare models", anchor=False)
    show_html(
        Markup(
            '<p class="lede wide-lede">'
            "Two to four models side by side, at the prices of any day: past ones, today’s, "
            "and those that are announced.</p>"
        )
    )
    asked = _draft()
    asked.begin()
    _comparison(asked)


@st.fragment
def _comparison(asked: Draft) -> None:
    """A choice redraws only this."""
    _ask(asked)
    models, day = asked.value("models"), asked.value("on") or house.today()
    asked.draw_notices()
    if len(models) < 2:
        st.info("Choose at least two models.", icon=":material/compare_arrows:")
        return
    catalogue = house.library().catalogue
    _draw_found([catalogue.model(each) for each in models], day)


def _draft() -> Draft:
    profiles = house.library().catalogue.profiles
    missing = "the catalogue does not have all of these models."
    several = some_of(profiles, missing, MOST, f"at most {MOST} models stand side by side.")
    first = house.library().catalogue.players(FIRST)
    return Draft(
        "cmp",
        {
            "models": Parameter("the models", several, first, always=True),
            "on": Parameter("the prices of", day_or(house.today()), None),
        },
    )


def _ask(asked: Draft) -> None:
    catalogue, today = house.library().catalogue, house.today()
    who, when = st.columns([3, 1])
    with who:
        st.multiselect(
            f"Models, two to {MOST}",
            list(catalogue.profiles),
            format_func=lambda each: option_words(catalogue.model(each), today),
            max_selections=MOST,
            **asked.widget("models"),
        )
    with when:
        st.date_input("Prices on", min_value=FIRST_DAY, max_value=LAST_DAY, **asked.widget("on"))


def _draw_found(models: Sequence[ModelProfile], day: date) -> None:
    told = differences(models, day)
    when = "today" if day == house.today() else f"on {day_words(day)}"
    head = Markup('<div class="cmp"><h2>What sets them apart {}</h2>').format(when)
    caption = f"Rates are US dollars per million tokens {when}. Typical call: {CALL}; {CALL_NOTE}."
    show_html(
        head
        + (list_html(told, "apart") if told else Markup("<p>Nothing that the catalogue knows.</p>"))
        + _turns_html(models, day)
        + Markup("<h2>Side by side</h2>{}</div>").format(side_html(models, day, caption))
    )


def _turns_html(models: Sequence[ModelProfile], day: date) -> Markup:
    """Known steps to come, each day a link to the prices of that day, and the way back to today."""
    known = turns(models, day)
    ids = ",".join(each.id for each in models)
    lines = [
        Markup("<li>{}: {}.</li>").format(
            go_html(day_words(turn.day), "compare", models=ids, on=turn.day.isoformat()), turn.words
        )
        for turn in known
    ]
    if day != house.today():
        lines.append(Markup("<li>{}</li>").format(go_html("Back to today", "compare", models=ids)))
    if not lines:
        return Markup()
    head = "Known to come" if day == house.today() else "What comes after that day"
    told = Markup('{}<ul class="turns">{}</ul>')
    title = Markup("<h3>{}</h3>").format(head) if known else Markup()
    return told.format(title, Markup().join(lines))
