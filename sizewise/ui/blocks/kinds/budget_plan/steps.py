"""The steps of a budget plan: one on screen at a time, and the others keep what was entered."""

from typing import Literal

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from sizewise.ui.frame import theme
from sizewise.ui.frame.address import Parameter, as_it_is, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html, style_html

TITLES = (
    "Choose",
    "Count the cost",
    "Prove it",
    "What may happen",
    "Who and what then",
    "The plan on one page",
)
ONE_OPEN = """@media screen {{
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-plan-step-"]:not([class*="-step-{now}-"]))
{{ display: none; }} }}"""
"""One piece of the page says which step is open: so never are two, and on paper none is away."""


class PlanSteps:
    """The steps of the plan at one place of a lesson. The address says which is open."""

    def __init__(self, key: str) -> None:
        self._key = key
        number = whole(1, len(TITLES))._replace(step="change", taken=as_it_is)
        self._draft = Draft(f"plan-{key}", {"step": Parameter("the step", number, 1)})

    def choose(self) -> None:
        """The steps in a row, to press."""
        self._now = int(self._draft.begin()["step"])
        self._draft.draw_notices()
        show_html(style_html(ONE_OPEN.format(now=self._now)))
        st.pills(
            "Step",
            range(1, len(TITLES) + 1),
            required=True,
            label_visibility="collapsed",
            **self._draft.widget("step"),
        )

    def box(self, number: int) -> DeltaGenerator:
        """Where a step is drawn, out of sight while another is open."""
        box = st.container(key=f"plan-step-{number}-{self._key}")
        with box:
            show_html(
                Markup('<h3 class="step"><b>{}</b>{}</h3>').format(number, TITLES[number - 1])
            )
        return box

    def turn(self) -> None:
        """To the step before, and to the next."""
        now, last = self._now, len(TITLES)
        with st.container(
            horizontal=True, horizontal_alignment="distribute" if now > 1 else "right"
        ):
            if now > 1:
                self._button(now - 1, "Back a step", ":material/arrow_back:", "left")
            if now < last:
                self._button(now + 1, TITLES[now], ":material/arrow_forward:", "right")
        theme.arrive(f'[class*="st-key-plan-step-{now}-"] h3.step', str(now), within="plan")

    def _button(self, number: int, label: str, icon: str, side: Literal["left", "right"]) -> None:
        st.button(
            label,
            key=f"plan-{side}-{self._key}",
            icon=icon,
            icon_position=side,
            on_click=self._draft.give,
            kwargs={"step": number},
        )
