"""Guess first: choose, then see the computed answer."""

from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.blocks.guess_first import GuessFirst
from sizewise.ui import house
from sizewise.ui.blocks.block_costs import amount_words, guess_answer, nearest
from sizewise.ui.kit.author import paragraphs
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.paper import Form, line_to_write, tag, ticks_html

MOVES = True


def draw(block: GuessFirst, key: str) -> None:
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


def on_paper(block: GuessFirst) -> Form:
    """The question and its choices; what is right stands at the end of the sheet."""
    answer = guess_answer(house.library().catalogue, house.today(), block.answer)
    choices = [amount_words(guess, block.unit) for guess in block.guesses]
    said = paragraphs(block.reveal.replace("{answer}", f"**{amount_words(answer, block.unit)}**"))
    why = line_to_write("Why do you think so?")
    return Form(
        Markup('{}<div class="asking">{}</div>{}{}').format(
            tag("Guess first"), paragraphs(block.question), ticks_html(choices, row=True), why
        ),
        said,
    )
