"""X-ray: a text as its tokens, down to the bytes, on three tokenizers side by side."""

from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from sizewise.ground import limits
from sizewise.ground.written import grouped, number, number_of
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.tokens import clean, count
from sizewise.ui import session
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.share import share_bar
from sizewise.ui.kit.text_area import counted
from sizewise.ui.lab.inputs import draft
from sizewise.ui.lab.sampled import Sampled
from sizewise.ui.lab.tokenized import choose_model, counts_html, trust_html
from sizewise.ui.lab.xray.markup import (
    characters_html,
    lines_html,
    side_by_side_html,
    tokens_table_html,
    verdict_html,
    words_html,
)
from sizewise.ui.lab.xray.samples import SAMPLES

_FIELD = Sampled("lab_xray", SAMPLES)
REVEALED = "lab_xray_revealed"
LAYERS = ("Token numbers", "Bytes")


def draw() -> None:
    """Draw the view "X-ray"."""
    _FIELD.begin()
    model = draft("model", prefix="lab_xray")
    model.begin()
    left, right = st.columns([7, 5], gap="large")
    with left:
        text = _ask()
    with right:
        profile = choose_model("lab_xray")
        tokenizer = tokenizer_of(profile)
        show_html(trust_html(tokenizer))
        hidden = _guess(text, tokenizer.encoding)
        if not hidden:
            show_html(counts_html(_counts(text, count(text, tokenizer.encoding)), "two"))
        share_bar("lab_xray_share", "sizewise-x-ray")
    model.draw_notices()
    if not hidden:
        _picture(text, tokenizer.encoding)
        show_html(lines_html(text) + side_by_side_html(text, tokenizer.encoding))


def _ask() -> str:
    """The text: a sample, or the learner's own."""
    typed = _FIELD.ask("Your text", height=190)
    if _FIELD.sample:
        st.caption(SAMPLES[_FIELD.sample].look)
    return clean(counted(typed))


def _guess(text: str, encoding: str) -> bool:
    """Guess before you look: whether the tokens are still hidden."""
    if not st.toggle("Guess first", key="lab_xray_guess", persist_state="session"):
        return False
    asked = sha256(text.encode()).hexdigest()
    guessed = session.get(REVEALED, (None, 0))
    if guessed[0] != asked:
        _ask_guess(text, asked)
        return True
    show_html(verdict_html(guessed[1], count(text, encoding)))
    return False


def _ask_guess(text: str, asked: str) -> None:
    with st.form("lab_xray_form", border=False):
        show_html(Markup('<p class="fine">{}</p>').format(_clue(text)))
        st.number_input(
            "How many tokens? Your guess",
            0,
            limits.TEXT_CHARACTERS * 4,
            step=1,
            key="lab_xray_number",
        )
        st.form_submit_button("Show the tokens", type="primary", on_click=_reveal, args=(asked,))


def _reveal(asked: str) -> None:
    session.put(REVEALED, (asked, session.get("lab_xray_number") or 0))


def _clue(text: str) -> str:
    words, characters = len(text.split()), len(text)
    return f"The text has {number_of(words, 'word')} and {number_of(characters, 'character')}."


@st.fragment
def _picture(text: str, encoding: str) -> None:
    """The chips; their layers redraw only them."""
    with st.container(key="lab_xray_head", horizontal=True, vertical_alignment="center"):
        st.header("X-ray", anchor=False)
        layers = st.pills(
            "Show below each token",
            LAYERS,
            selection_mode="multi",
            key="lab_xray_layers",
            label_visibility="collapsed",
            persist_state="session",
        )
    cut = chips(text, encoding)
    show_html(
        Markup('<div class="xray">{}</div>').format(
            view_html(cut, LAYERS[0] in layers, LAYERS[1] in layers)
        )
        + words_html(text, encoding)
        + characters_html(cut, encoding)
        + tokens_table_html(cut, encoding)
    )


def _counts(text: str, tokens: int) -> dict[str, str]:
    words, size = len(text.split()), len(text.encode())
    return {
        "Tokens": f"{grouped(tokens)}",
        "Words": f"{grouped(words)}",
        "Tokens per word": number(tokens / words) if words else "–",
        "Characters": f"{grouped(len(text))}",
        "Bytes": f"{grouped(size)}",
        "Bytes per token": number(size / tokens) if tokens else "–",
    }
