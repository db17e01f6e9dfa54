"""How much gets through: requests and tokens a minute by Little's law, and how long one takes."""

from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import few_or_many, grouped, number, number_of, whole_percent
from sizewise.sizing.plan.reply_time import MINUTE, most_per_minute, reply_seconds, under_way
from sizewise.ui.board.comparison import priced
from sizewise.ui.board.rows import Entry, entries, ordered
from sizewise.ui.board.shares import ROUNDED, sums_html
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import Row, stacked_html


def draw(asked: Draft) -> None:
    """Draw the view."""
    values = asked.values()
    found = [
        each
        for each in ordered(entries(values["hour"], priced()), values["order"])
        if each.row.seconds and each.name not in values["out"]
    ]
    if not found:
        st.info("Nobody on the board is up and was measured.", icon=":material/cloud_off:")
        return
    _little(asked, found)
    _latency(asked, found)


def _little(asked: Draft, found: list[Entry]) -> None:
    st.header("Little’s law", anchor=False)
    show_html(_LAW)
    left, right = st.columns(2, gap="large")
    with left:
        st.number_input("Requests a minute", 0, 100_000, step=10, **asked.widget("rpm"))
    with right:
        st.number_input("Requests it works on at once", 1, 10_000, **asked.widget("desks"))
        st.caption("The local model: 1. A provider says how many it allows you.")
    rpm, desks = asked.value("rpm"), asked.value("desks")
    heads = ("Provider", "Under way", "Busy", "Requests a minute", "Tokens a minute")
    rows = [_row(each, rpm, desks) for each in found]
    caption = f"At {number_of(rpm, 'request')} a minute, {grouped(desks)} at once."
    show_html(stacked_html(heads, rows, caption, "board-pace"))
    show_html(
        sums_html("The arithmetic of the first row", _law_sums(found[0], rpm, desks), ROUNDED)
    )


_LAW = Markup(
    '<p class="fine wide-lede">Requests under way = requests a second × seconds that each takes, '
    "whatever their pattern. When more are under way than one works on at once, a queue grows "
    "without end. Source: J. D. C. Little, Operations Research 9 (1961).</p>"
)


def _row(each: Entry, rpm: int, desks: int) -> Row:
    seconds = each.row.seconds or Fraction(1)
    busy = under_way(Fraction(rpm), seconds) / desks
    most = most_per_minute(desks, seconds)
    css = "strong" if busy < 1 else "over"
    tokens = most * (each.row.tokens_in + each.row.tokens_out)
    state = Markup("{}{}").format(
        whole_percent(busy) if busy < 1 else f"{whole_percent(busy)}: too much",
        meter_html(float(busy), css),
    )
    return Row(
        Markup("{}<small>{} s each</small>").format(each.title, number(seconds)),
        (
            number(under_way(Fraction(rpm), seconds)),
            state,
            f"up to {few_or_many(most)}",
            f"up to {few_or_many(tokens)}",
        ),
    )


def _law_sums(each: Entry, rpm: int, desks: int) -> list[tuple[str, str, str]]:
    seconds = each.row.seconds or Fraction(1)
    most, tokens = most_per_minute(desks, seconds), each.row.tokens_in + each.row.tokens_out
    took = f"{number(seconds, 3)} s"
    return [
        (
            "Under way",
            f"{grouped(rpm)} / {MINUTE} × {took}",
            number(under_way(Fraction(rpm), seconds), 3),
        ),
        ("Requests a minute", f"{grouped(desks)} × {MINUTE} / {took}", few_or_many(most)),
        (
            "Tokens a minute",
            f"{grouped(desks)} × {MINUTE} / {took} × ({number(each.row.tokens_in, 1)} in + "
            f"{number(each.row.tokens_out, 1)} out)",
            few_or_many(most * tokens),
        ),
    ]


def _latency(asked: Draft, found: list[Entry]) -> None:
    st.header("How long a reply takes", anchor=False)
    show_html(
        Markup(
            '<p class="fine wide-lede">Latency = time to first token + tokens / speed, with the '
            "medians of the board. A cache shortens the first part, a quicker machine both.</p>"
        )
    )
    st.number_input("Tokens of the reply", 1, 100_000, step=50, **asked.widget("reply"))
    tokens = asked.value("reply")
    timed = [each for each in found if each.row.first is not None and each.row.speed]
    lines = [
        (
            each.title,
            f"{number(each.row.first or 0, 3)} s + {grouped(tokens)} / {number(each.row.speed, 1)}",
            f"{number(reply_seconds(each.row.first or Fraction(0), tokens, each.row.speed))} s",
        )
        for each in timed
        if each.row.speed
    ]
    rows = Markup().join(
        Markup("<li><span>{}</span><code>{}</code><b>{}</b></li>").format(*line) for line in lines
    )
    show_html(
        Markup('<ul class="sums" role="list">{}</ul><p class="fine">{}</p>').format(rows, ROUNDED)
    )
