"""What all kinds share whose items offer options to choose from."""

import re

from markupsafe import Markup

from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui.kit.markdown import inline
from sizewise.ui.question.kinds.paper import PaperRow, reasons_html

SHORT = 30
"""Options of at most so many characters stand two in a row on paper."""

PICK = "pick_"
"""With this the name of every widget begins that holds an answer."""


def key(attempt_id: str, item_id: str, option_id: str = "") -> str:
    """The name of the widget that holds this answer in the draft."""
    return f"{PICK}{attempt_id}_{item_id}_{option_id}"


def label(item: ShownItem) -> str:
    """The name of the group for those who hear the page; no Markdown is read there."""
    return re.sub(r"[*`]", "", item.stem.partition("\n\n")[0])


def paper_html(question: SheetQuestion) -> Markup:
    """Lettered options to circle."""
    options = Markup().join(
        Markup('<li><b class="letter">{}</b><span>{}</span></li>').format(
            letter, inline(option.text)
        )
        for letter, option in question.lettered
    )
    two = all(len(option.text) <= SHORT for option in question.item.options)
    return Markup('<ol class="letters{}" role="list">{}</ol>').format(
        " two" if two else "", options
    )


def key_html(question: SheetQuestion) -> Markup:
    """Every option with its reason; the right ones bear a sign and a word."""
    sign = Markup(' <b class="sign">✓ right</b>')
    rows = (
        PaperRow(letter, inline(option.text) + (sign if option.key else ""), option)
        for letter, option in question.lettered
    )
    return reasons_html(question, rows)
