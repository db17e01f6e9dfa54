"""The card of one answer: right or wrong, picked or not, and why."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import noun_for, points
from sizewise.learn.quiz.response import Score
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.markdown import html

HERE = Path(__file__).parent
SIGN = {"right": "✓", "wrong": "✕"}
WORDS = {
    ("right", True): "Correct, your answer.",
    ("right", False): "Correct answer.",
    ("wrong", True): "Your answer, not correct.",
    ("wrong", False): "Not correct.",
}


@lru_cache(maxsize=4096)
def card_html(
    *, right: bool, picked: bool, say: str, why: str | None, words: str = "", gain: str = ""
) -> Markup:
    """A card. Other `words` may take the place of the usual verdict.

    Kept, since what is said to each option draws the cards of all the others, too.
    """
    kind = "right" if right else "wrong"
    return filled(
        HERE / "card.html",
        kind=kind,
        picked=picked,
        sign=SIGN[kind],
        verdict=words or WORDS[kind, picked],
        say=say,
        why=html(why) if why else "",
        gain=gain,
    )


def gain_html(gain: Decimal) -> Markup:
    """The points of one part, beside its card."""
    return Markup('<span class="qz-points">{}</span>').format(gain_words(gain))


def parts_html(explained: Score, what: str, one: str, several: str) -> Markup:
    """How many parts of an answer are right, in words for `one` and for `several` of them, and
    what that makes.
    """
    right, parts = sum(line.picked for line in explained.lines), len(explained.lines)
    return Markup('<p class="qz-sum">{} of {} {} {} = {} of 1 point</p>').format(
        right, parts, what, noun_for(right, one, several), points(explained.value)
    )


def gain_words(value: Decimal) -> str:
    """Points won or lost, with their sign: `+0.5`, `−0.33`; a plain `0`."""
    return f"+{points(value)}" if value > 0 else points(value)
