"""A picture of how right one is when one is sure."""

from collections.abc import Sequence

from markupsafe import Markup

from sizewise.learn.progress.calibration import Calibrated, calibration
from sizewise.learn.quiz.attempt import Answer
from sizewise.ui.kit.html import css_share, show_html
from sizewise.ui.question.certainty import WORDS

ENOUGH = 5
"""Answers before anything is said about them."""
USUAL = 0.8
"""The share of right answers below which "sure" says too much."""


def draw(answers: Sequence[Answer]) -> None:
    """Draw it, once somebody has said how sure they were."""
    told = calibration(answers)
    rows = Markup().join(_row(WORDS[name], each) for name, each in told.items() if each.of)
    if rows:
        show_html(
            Markup(
                '<h2 class="qz-part">How sure, how right</h2><ul class="qz-skills">{}</ul>'
                '<p class="qz-note">{}</p>'
            ).format(rows, _words(told["sure"], told["guess"]))
        )


def _row(word: str, told: Calibrated) -> Markup:
    return Markup(
        '<li><span>{}</span><b>right {} of {}</b><span class="qz-bar" aria-hidden="true">'
        '<i style="width:{}"></i></span></li>'
    ).format(word, told.right, told.of, css_share(told.share))


def _words(sure: Calibrated, guess: Calibrated) -> str:
    if sure.of >= ENOUGH and sure.share < USUAL:
        return (
            "You are right less often than you feel. When you are sure, take one more look at the "
            "other answers."
        )
    if guess.of >= ENOUGH and guess.share >= USUAL:
        return "Your guesses are mostly right: you know more than you think."
    if sure.of >= ENOUGH:
        return "When you are sure, you are right. That is a skill of its own."
    return "After a few more answers you see here how well you know what you know."
