"""How a view puts its small charts on the page: the theme's colours, words for those who listen."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ui import session
from sizewise.ui.frame import theme
from sizewise.ui.kit import plot
from sizewise.ui.kit.chart import Ink
from sizewise.ui.kit.html import show_html
from sizewise.ui.lab.price.comparison import GRID


def ink() -> Ink:
    """The colours that charts take from the theme on screen."""
    mode = "dark" if session.dark() else "light"
    return Ink(
        st.get_option(f"theme.{mode}.textColor"),
        st.get_option(f"theme.{mode}.grayTextColor"),
        GRID[mode],
        theme.palette(mode),
    )


def draw_curves(
    title: str,
    curves: Sequence[plot.Curve],
    across: str,
    *,
    alt: str,
    key: str,
    mark: plot.Mark | None = None,
    up: plot.Upwards = plot.DOLLARS,
) -> None:
    """A line chart below its title. `alt` says the same in words; a table must follow it."""
    show_html(Markup('<p class="chart-title" aria-hidden="true">{}</p>').format(title))
    st.plotly_chart(
        plot.figure(curves, ink(), across, mark, up),
        theme=None,
        config={"displayModeBar": False},
        alt=alt,
        key=key,
    )
