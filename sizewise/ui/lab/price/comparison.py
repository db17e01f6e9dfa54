"""The same job on other models: a chart, and a table with the same numbers."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, dollars, number_of, rate
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.freshness import stale
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.compare import Compared
from sizewise.ui import house, session
from sizewise.ui.catalogue.differences import apart, dearer, turns
from sizewise.ui.catalogue.words import list_html
from sizewise.ui.frame import theme
from sizewise.ui.frame.address import FIRST_DAY, LAST_DAY
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import chart
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.meter import meter_html, part_of
from sizewise.ui.kit.provenance import checked_html, price_source_html, prices_html, standing
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.lab.inputs import MOST_COMPARED, Inputs, inputs_of
from sizewise.ui.lab.price.bill import compared

MOST_TURNS = 4
"""How many steps to come are told."""
COLUMNS = ("Model", "Rates, in / out", "Per call", "Per month")
GRID = {"light": "#e6e3dc", "dark": "#33354a"}


def draw_comparison(text: str, asked: Draft) -> None:
    """Draw the choice of models, the chart and the table."""
    st.header("Same job, other models", anchor=False)
    _choose(asked)
    inputs = inputs_of(asked.values())
    day = inputs.on or house.today()
    rows = compared(text, house.library().catalogue, inputs, day)
    if not rows:
        st.caption("Choose a model to compare.")
        return
    lines = _lines(rows, inputs)
    if lines:
        _draw_chart(lines, inputs.calls)
    show_html(_table_html(rows, inputs, day))
    _draw_words(rows, day, asked)


def _choose(asked: Draft) -> None:
    catalogue = house.library().catalogue
    who, when = st.columns([3, 1])
    with who:
        st.multiselect(
            f"Models to compare, up to {MOST_COMPARED}",
            list(catalogue.profiles),
            format_func=lambda each: catalogue.model(each).name,
            max_selections=MOST_COMPARED,
            **asked.widget("compare"),
        )
    with when:
        st.date_input("Prices on", min_value=FIRST_DAY, max_value=LAST_DAY, **asked.widget("on"))


def _draw_words(rows: Sequence[Compared], day: date, asked: Draft) -> None:
    """What sets the models apart for this job, and the steps that are known to come."""
    bills = [(row.estimate.total, row.profile.name) for row in rows if row.estimate]
    models = [row.profile for row in rows]
    if len(models) > 1:
        when = "today" if day == house.today() else f"on {day_words(day)}"
        told = [*dearer("This job", bills), *apart(models, day)]
        with st.expander(f"What sets them apart {when}", icon=":material/compare_arrows:"):
            show_html(list_html(told, "apart"))
    _draw_turns(models, day, asked)


def _draw_turns(models: Sequence[ModelProfile], day: date, asked: Draft) -> None:
    """Each known step is told; a button takes the prices to its day."""
    known = turns(models, day)[:MOST_TURNS]
    if known:
        lines = [f"{day_words(turn.day)}: {turn.words}." for turn in known]
        head = "Known to come" if day == house.today() else "What comes after that day"
        show_html(Markup("<h3>{}</h3>{}").format(head, list_html(lines, "turns")))
    days = [*([house.today()] if day != house.today() else []), *(turn.day for turn in known)]
    with st.container(horizontal=True, gap="small"):
        for each in days:
            back = each == house.today()
            st.button(
                "Back to today" if back else f"Prices on {day_words(each)}",
                key=f"lab_on_{each.isoformat()}",
                icon=":material/history:" if back else ":material/update:",
                on_click=asked.give,
                kwargs={"on": None if back else each},
            )


def _lines(rows: Sequence[Compared], inputs: Inputs) -> list[chart.ModelLine]:
    """A line for every model with a cost; a job that costs nothing has no place on a log scale."""
    return [
        chart.ModelLine(
            row.profile.name,
            row.estimate.total / inputs.calls,
            place=inputs.compared.index(row.profile.id),
            chosen=row.profile.id == inputs.model,
        )
        for row in rows
        if row.estimate and row.estimate.total
    ]


def _draw_chart(lines: Sequence[chart.ModelLine], calls: int) -> None:
    mode = "dark" if session.dark() else "light"
    ink = chart.Ink(
        st.get_option(f"theme.{mode}.textColor"),
        st.get_option(f"theme.{mode}.grayTextColor"),
        GRID[mode],
        theme.palette(mode),
    )
    show_html(Markup('<p class="chart-title" aria-hidden="true">Cost per month</p>'))
    st.plotly_chart(
        chart.figure(lines, calls, ink),
        theme=None,
        config={"displayModeBar": False},
        alt=chart.alt(lines, calls),
        key="lab_chart",
    )


def _table_html(rows: Sequence[Compared], inputs: Inputs, day: date) -> Markup:
    most = max((row.estimate.total for row in rows if row.estimate), default=Decimal(0))
    prices = [row.estimate.price for row in rows if row.estimate]
    alike = len({price.checked_on for price in prices}) == 1
    when = "" if day == house.today() else f", prices on {day_words(day)}"
    calls = number_of(inputs.calls, "call")
    caption = f"The same numbers: {calls} a month, rates per million tokens{when}"
    told = (_row(row, inputs, most, alike, day) for row in rows)
    table = stacked_html(COLUMNS, told, caption, "costs")
    above = _on_the_receipt(inputs)
    return table + (prices_html(prices, house.today(), above) if alike else Markup())


def _on_the_receipt(inputs: Inputs) -> date | None:
    """The day that the stamp of the receipt above names; none where there is no bill."""
    with suppress(PriceUnknown):
        profile = house.library().catalogue.model(inputs.model)
        return profile.price_on(house.today()).checked_on
    return None


def _row(row: Compared, inputs: Inputs, most: Decimal, alike: bool, day: date) -> Row:
    chosen = row.profile.id == inputs.model
    model = _model_html(row, chosen, day) + (Markup() if alike else _price_small(row))
    return Row(model, _cells(row, inputs, most), own=chosen, why=row.why or "")


def _model_html(row: Compared, chosen: bool, day: date) -> Markup:
    now = standing(row.profile.file.lifecycle, day)
    mine = Markup(' <span class="pill new">your choice</span>') if chosen else Markup()
    goes = Markup("<small>{}</small>").format(now.words) if now.css != "ok" else Markup()
    return Markup("{}{}{}").format(row.profile.name, mine, goes)


def _price_small(row: Compared) -> Markup:
    if row.estimate is None or row.rates is None:
        return Markup()
    price, day = row.estimate.price, house.today()
    if stale("price", price.checked_on, day):
        return checked_html("price", price.checked_on, day)
    checked = f"price checked {day_words(price.checked_on)}"
    return Markup("<small>{}, {}</small>").format(checked, price_source_html(price.source))


def _cells(row: Compared, inputs: Inputs, most: Decimal) -> tuple[str, ...]:
    if row.estimate is None or row.rates is None:
        return ()
    total = row.estimate.total
    return (
        f"{rate(row.rates.input)} / {rate(row.rates.output)}",
        dollars(total / inputs.calls),
        Markup("<b>{}</b>{}").format(dollars(total), meter_html(part_of(total, most))),
    )
