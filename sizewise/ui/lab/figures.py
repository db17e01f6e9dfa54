"""Small pieces of every view: the choice of a model, big numbers, how far to trust a count."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.tokens.tokenizer import Tokenizer
from sizewise.ui import house
from sizewise.ui.kit.provenance import (
    SURE,
    option_words,
)
from sizewise.ui.lab.inputs import draft


def choose_model(prefix: str, label: str = "Model") -> ModelProfile:
    """A list of all models; the choice goes with the learner from view to view.

    `prefix` begins its key, and the view has begun its draft.
    """
    catalogue, day = house.library().catalogue, house.today()
    model = st.selectbox(
        label,
        list(catalogue.profiles),
        format_func=lambda each: option_words(catalogue.model(each), day),
        **draft("model", prefix=prefix).widget("model"),
    )
    return catalogue.model(model)


def counts_html(pairs: Mapping[str, str], css: str = "") -> str:
    """Big numbers in a row, each below its name; `css` "two" stacks them in pairs."""
    shown = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs.items())
    return f'<dl class="counts {css}">{shown}</dl>'


def trust_html(tokenizer: Tokenizer) -> str:
    """Whether a count is exact, assumed or an estimate, and why."""
    css, word = SURE[tokenizer.status]
    return (
        f'<p class="trust"><span class="pill {css}">{word}</span>'
        f"<span>{escape(tokenizer.why)}</span></p>"
    )


def meter_html(share: float, strong: bool = False) -> str:
    """A bar of that share (0 to 1) of its cell; the strong one is the learner's own."""
    css = "meter strong" if strong else "meter"
    width = max(2, round(100 * share)) if share else 0
    return f'<i class="{css}" style="width:{width}%" aria-hidden="true"></i>'


def table_html(name: str, heads: Sequence[str], rows: str, css: str = "") -> str:
    """A table of ready rows, in a frame that scrolls sideways where the screen is narrow."""
    named = escape(name, quote=True)
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{named}">'
        f'<table class="plain {css}"><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>'
        "</div>"
    )
