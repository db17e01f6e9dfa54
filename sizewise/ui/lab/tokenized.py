"""A model to choose, the numbers of a text on it, and how far to trust its tokenizer."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.tokens.tokenizer import Tokenizer
from sizewise.ui import house
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.lists import pairs_html
from sizewise.ui.kit.provenance import SURE, option_words
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
        **_asked(prefix).widget("model"),
    )
    return catalogue.model(model)


def chosen_model(prefix: str) -> ModelProfile:
    """The model that the list with this prefix holds, for what is drawn before the list."""
    return house.library().catalogue.model(_asked(prefix).value("model"))


def _asked(prefix: str) -> Draft:
    return draft("model", prefix=prefix)


def counts_html(pairs: Mapping[str, str], css: str = "") -> Markup:
    """Big numbers in a row, each below its name; `css` "two" stacks them in pairs."""
    return pairs_html(pairs.items(), f"counts {css}")


def trust_html(tokenizer: Tokenizer) -> Markup:
    """Whether a count is exact, assumed or an estimate, and why."""
    css, word = SURE[tokenizer.status]
    return Markup('<p class="trust"><span class="pill {}">{}</span><span>{}</span></p>').format(
        css, word, tokenizer.why
    )
