"""Guess first: choose, then see the computed answer."""

from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.block import GuessFirst
from sizewise.ui import house
from sizewise.ui.blocks.sums import amount_words, guess_answer, nearest
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import safe


def draw_guess(block: GuessFirst, key: str) -> None:
    """A question with a few numbers to choose from; the answer comes once one is chosen."""
    answer = guess_answer(house.library().catalogue, house.today(), block.answer)
    st.markdown(f"**Guess first.** {safe(block.question)}")
    words = {amount_words(guess, block.unit): guess for guess in block.guesses}
    chosen = st.segmented_control(
        "Your guess",
        list(words),
        # Two dollar signs in one label would be read as a formula.
        format_func=lambda each: each.replace("$", r"\$"),
        label_visibility="collapsed",
        key=f"guess-{key}",
        persist_state="session",
    )
    if chosen in words:
        _reveal(block, words[chosen], answer)


def _reveal(block: GuessFirst, guess: Decimal, answer: Decimal) -> None:
    best = nearest(block.guesses, answer)
    show_html(verdict_html(block, guess, best))
    st.markdown(safe(block.reveal.replace("{answer}", f"**{amount_words(answer, block.unit)}**")))


def verdict_html(block: GuessFirst, guess: Decimal, best: Decimal) -> Markup:
    """Whether the guess was the nearest, and which one is, in words and with a sign."""
    near = amount_words(best, block.unit)
    if guess == best:
        mark, css, words = "✓", "ok", f"{near} is the nearest. Well guessed."
    else:
        own = amount_words(guess, block.unit)
        mark, css = "→", "other"
        words = f"You said {own}. The nearest is {near}."
    sign = Markup('<span class="sign" aria-hidden="true">{}</span>').format(mark)
    return Markup('<p class="guessed {}" role="status"><span>{}</span><span>{}</span></p>').format(
        css, sign, words
    )
