"""The page that holds two to four models side by side, at the prices of any day."""

from collections.abc import Collection, Sequence
from datetime import date
from html import escape

import streamlit as st

from sizewise.sizing.catalog import ModelProfile
from sizewise.ui import house, links, session
from sizewise.ui.address import FIRST_DAY, LAST_DAY, Nonsense, Parameter, Reader, read
from sizewise.ui.address import day as read_day
from sizewise.ui.catalogue.differences import differences, turns
from sizewise.ui.catalogue.side import side_html
from sizewise.ui.catalogue.words import CALL, CALL_NOTE, list_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.links import go_html
from sizewise.ui.notice import asked_in_vain
from sizewise.ui.provenance import option_words
from sizewise.ui.receipt import day_words

MOST = 4
FIRST = ("gpt-4o-mini", "gpt-4o", "gpt-6-luna")
"""What stands there before anything is chosen."""
WRITTEN = "cmp_written"
NOTICES = "cmp_notices"


def draw() -> None:
    """Draw the page."""
    links.follow()
    st.title("Compare models", anchor=False)
    show_html(
        '<p class="lede wide-lede">Two to four models side by side, at the prices of any day: past '
        "ones, today’s, and those that are announced.</p>"
    )
    _comparison()


@st.fragment
def _comparison() -> None:
    """A choice redraws only this."""
    _begin()
    catalogue = house.library().catalogue
    models, day = _ask()
    _keep(models, day)
    _draw_notices()
    if len(models) < 2:
        st.info("Choose at least two models.", icon=":material/compare_arrows:")
        return
    _draw_found([catalogue.model(each) for each in models], day)


def _begin() -> None:
    """Give the widgets the address when somebody else wrote it: a link, a bookmark, Back."""
    address = (session.query("models"), session.query("on"))
    known = session.get("cmp_models") is not None
    if known and session.get(WRITTEN) == address:
        return
    profiles = house.library().catalogue.profiles
    first = tuple(each for each in FIRST if each in profiles)
    parameters = {
        "models": Parameter("the models", _models(profiles)),
        "on": Parameter("the prices of", read_day),
    }
    reading = read(session.query, parameters, {"models": first, "on": house.today()})
    session.put("cmp_models", list(reading.values["models"]))
    session.put("cmp_day", reading.values["on"])
    session.put(NOTICES, reading.notices)


def _models(profiles: Collection[str]) -> Reader:
    def read_models(text: str) -> tuple[str, ...]:
        wanted = tuple(dict.fromkeys(text.split(",")))
        if set(wanted) - set(profiles):
            raise Nonsense("the catalogue does not have all of these models.")
        if len(wanted) > MOST:
            raise Nonsense(f"at most {MOST} models stand side by side.")
        return wanted

    return read_models


def _ask() -> tuple[tuple[str, ...], date]:
    catalogue, today = house.library().catalogue, house.today()
    who, when = st.columns([3, 1])
    with who:
        models = st.multiselect(
            f"Models, two to {MOST}",
            list(catalogue.profiles),
            format_func=lambda each: option_words(catalogue.model(each), today),
            max_selections=MOST,
            key="cmp_models",
        )
    with when:
        day = st.date_input("Prices on", min_value=FIRST_DAY, max_value=LAST_DAY, key="cmp_day")
    return tuple(models), day or today


def _keep(models: tuple[str, ...], day: date) -> None:
    address = (",".join(models), day.isoformat() if day != house.today() else "")
    if session.get(WRITTEN) not in (None, address):
        session.drop(NOTICES)
    session.put(WRITTEN, address)
    session.set_query(models=address[0], on=address[1])


def _draw_notices() -> None:
    asked_in_vain(session.get(NOTICES, ()))


def _draw_found(models: Sequence[ModelProfile], day: date) -> None:
    told = differences(models, day)
    when = "today" if day == house.today() else f"on {day_words(day)}"
    head = f'<div class="cmp"><h2>What sets them apart {when}</h2>'
    caption = f"Rates are US dollars per million tokens {when}. Typical call: {CALL}; {CALL_NOTE}."
    show_html(
        head
        + (list_html(told, "apart") if told else "<p>Nothing that the catalogue knows.</p>")
        + _turns_html(models, day)
        + f"<h2>Side by side</h2>{side_html(models, day, caption)}</div>"
    )


def _turns_html(models: Sequence[ModelProfile], day: date) -> str:
    """Known steps to come; each day is a link to the prices of that day."""
    known = turns(models, day)
    ids = ",".join(each.id for each in models)
    lines = [
        f"<li>{go_html(day_words(turn.day), 'compare', models=ids, on=turn.day.isoformat())}: "
        f"{escape(turn.words)}.</li>"
        for turn in known
    ]
    if day != house.today():
        lines.append(f"<li>{go_html('Back to today', 'compare', models=ids)}</li>")
    if not lines:
        return ""
    return f'<h3>Known to come</h3><ul class="turns">{"".join(lines)}</ul>'
