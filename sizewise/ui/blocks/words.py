"""Blocks about text: token chips to play with, a mistake and its better, something to try."""

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.block import (
    MistakeOrBetter,
    TokenChips,
    TryIt,
)
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house
from sizewise.ui.go import button_to
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import (
    inline,
    safe,
)

MOST = 2000
"""Characters in the box of a lesson; the lab takes more."""


def draw_token_chips(block: TokenChips, key: str) -> None:
    """A box to type in, and its text as tokens."""
    profile = house.library().catalogue.model(block.model)
    tokenizer = tokenizer_of(profile)
    show_html(Markup('<p class="labtag">Try it: type, and press Enter</p>'))
    text = st.text_input(
        block.label, block.text, max_chars=MOST, key=f"type-{key}", persist_state="session"
    )
    cut = chips(text or "", tokenizer.encoding)
    tokens = "1 token" if cut.total == 1 else f"{cut.total:,} tokens"
    words = len((text or "").split())
    count = Markup("<b>{}</b> for {:,} {}").format(tokens, words, "word" if words == 1 else "words")
    show_html(
        view_html(cut)
        + Markup('<p class="tally" role="status">{} on {}</p>').format(count, profile.name)
        + (
            Markup()
            if tokenizer.status == "exact"
            else Markup('<p class="fine">{}</p>').format(tokenizer.why)
        )
    )


def draw_mistake(block: MistakeOrBetter) -> None:
    """What people say beside what to think instead."""
    show_html(mistake_html(block))


def mistake_html(block: MistakeOrBetter) -> Markup:
    """The two thoughts side by side."""
    facts = house.facts()
    mistake, better = inline(facts.text(block.mistake)), inline(facts.text(block.better))
    return Markup(
        '<div class="myth"><div class="m"><h3><span aria-hidden="true">✕ </span>'
        'Common mistake</h3><p>{}</p></div><div class="f"><h3><span aria-hidden="true">'
        "✓ </span>Better</h3><p>{}</p></div></div>"
    ).format(mistake, better)


def draw_try_it(block: TryIt, key: str) -> None:
    """Something to do, step by step, with a place to tick it off."""
    show_html(Markup('<p class="labtag">Your turn</p>'))
    st.markdown(f"**{safe(block.task)}**")
    if block.steps:
        st.markdown("\n".join(f"{n}. {safe(step)}" for n, step in enumerate(block.steps, 1)))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if block.lab:
            button_to("Open the token and cost lab", "lab", key=f"lab-{key}", icon="calculate")
        st.checkbox("I have done this", key=f"done-{key}", persist_state="session")
