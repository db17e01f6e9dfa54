"""The fields of a budget plan. What is typed stays for the session, on whatever page one goes."""

from decimal import Decimal

import streamlit as st

from sizewise.ground.written import grouped
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan, PlanEvent
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.ui import house
from sizewise.ui.blocks.kinds.budget_plan.sketch import (
    Evidence,
    Numbers,
    PlanWords,
    most_photo_tokens,
    photo_tokens,
)
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.provenance import option_words

LONGEST = 240
"""Characters of a sentence that fits on the page."""


def ask_model(block: BudgetPlan, key: str) -> ModelProfile:
    """Which of the block's models to plan with."""
    catalogue, day = house.library().catalogue, house.today()
    chosen = st.selectbox(
        "Model",
        block.models,
        format_func=lambda each: option_words(catalogue.model(each), day),
        key=f"model-{key}",
        persist_state="session",
    )
    return catalogue.model(chosen)


def ask_numbers(block: BudgetPlan, profile: ModelProfile, key: str) -> Numbers:
    """How many pupils, questions and photos, and the money."""
    left, right = st.columns(2, gap="medium")
    with left:
        pupils = _whole("Pupils", 1, 100_000, block.pupils, f"pupils-{key}")
        questions = _number(
            "Questions of a pupil on a school day", block.questions, "%g", f"asks-{key}"
        )
        days = _whole("School days in a month", 1, 31, block.days, f"days-{key}")
    with right:
        budget = _number("Budget in dollars a month", block.budget, "%.2f", f"budget-{key}")
        reserve = _percent("Reserve on top of the bill", 0, 100, 25, f"reserve-{key}")
        start = round(block.photo_share * 100)
        photos = _percent("Questions with a photo", 0, 100, start, f"photos-{key}")
    tokens = _ask_photo(block, profile, photos, key)
    return Numbers(pupils, questions, days, photos, reserve, budget, tokens)


def _ask_photo(block: BudgetPlan, profile: ModelProfile, photos: int, key: str) -> int:
    """The tokens of a photo: the catalogue's, or what the learner assumes."""
    known = photo_tokens(profile, block)
    if known is not None or not photos:
        return known or 0
    most = most_photo_tokens(house.library().catalogue, block)
    return _whole(
        f"Tokens of a photo on {profile.name}: your assumption",
        0,
        1_000_000,
        most,
        f"photo-tokens-{key}",
        f"No source says how {profile.name} counts a photo. The first number is the most that any "
        f"model of the catalogue makes of {grouped(block.width)} × {grouped(block.height)} pixels.",
    )


def ask_evidence(key: str) -> Evidence:
    """What a test of the model has shown, and the bar."""
    left, middle, right = st.columns([3, 3, 5], gap="medium")
    with left:
        found = _whole("Right answers", 0, 100_000, 0, f"right-{key}")
    with middle:
        of = _whole("Answers tested", 0, 100_000, 0, f"of-{key}")
    with right:
        bar = _percent("Your bar for right answers", 50, 99, 85, f"bar-{key}")
    return Evidence(found, of, bar)


def ask_event(event: PlanEvent, key: str) -> bool:
    """Whether this event strikes."""
    return st.toggle(safe(event.name), key=key, persist_state="session")


def ask_words(key: str) -> PlanWords:
    """Two sentences of the learner's own."""
    responsible = _sentence(
        "Who is responsible, and when do they look at the bill?", f"responsible-{key}"
    )
    return PlanWords(
        responsible, _sentence("Plan B: what happens when the model is gone?", plan_b(key))
    )


def plan_b(key: str) -> str:
    """Where the draft keeps the sentence about plan B."""
    return f"plan-b-{key}"


def _whole(label: str, least: int, most: int, start: int, key: str, note: str | None = None) -> int:
    typed = st.number_input(
        safe(label), least, most, start, step=1, key=key, help=note, persist_state="session"
    )
    return least if typed is None else typed


def _number(label: str, start: Decimal, format: str, key: str) -> Decimal:
    typed = st.number_input(
        label,
        0.01,
        1_000_000.0,
        float(start),
        step=0.5,
        format=format,
        key=key,
        persist_state="session",
    )
    return Decimal(str(typed or 0.01)).quantize(Decimal("0.01"))


def _percent(label: str, least: int, most: int, start: int, key: str) -> int:
    chosen = st.slider(label, least, most, start, 1, "%d%%", key=key, persist_state="session")
    return int(chosen)


def _sentence(label: str, key: str) -> str:
    typed = st.text_input(label, max_chars=LONGEST, key=key, persist_state="session")
    return " ".join((typed or "").split())
