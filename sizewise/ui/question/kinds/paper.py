"""The key on paper: what is right, and why each option is or is not."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.shown import ShownOption
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui import house
from sizewise.ui.kit.html import NO_HTML
from sizewise.ui.kit.markdown import html, inline


class PaperRow(NamedTuple):
    """An option of the key."""

    sign: str
    """Its letter, or where it belongs."""
    text: Markup
    option: ShownOption


def reasons_html(question: SheetQuestion, rows: Iterable[PaperRow]) -> Markup:
    """What is right, and a reason and a named mistake for each option."""
    return Markup('{}<ol class="letters" role="list">{}</ol>').format(
        right_html(question), Markup().join(map(_row_html, rows))
    )


def right_html(question: SheetQuestion, more: str = "") -> Markup:
    """What is right, in a line, and how to mark an answer that is right in part."""
    marking = kind_of(question.item).marking(question.item)
    marked = Markup('<p class="how">To mark: {}</p>').format(marking) if marking else NO_HTML
    return Markup('<p class="right">Right: <b>{}</b>{}</p>{}').format(question.key, more, marked)


def _row_html(row: PaperRow) -> Markup:
    why = html(row.option.feedback) if row.option.feedback else NO_HTML
    return Markup('<li><b class="letter">{}</b><div><p>{}</p>{}{}</div></li>').format(
        row.sign, row.text, why, mistake_html(row.option.misconception)
    )


def mistake_html(misconception_id: str | None) -> Markup:
    """The name of a mistake and what puts it right; empty when it has none."""
    known = {each.id: each for each in house.library().course.misconceptions}
    mistake = known.get(misconception_id or "")
    if mistake is None:
        return NO_HTML
    fill = house.facts().text
    name, repair = inline(fill(mistake.title)), inline(fill(mistake.repair))
    return Markup('<p class="named"><b>Mistake: {}.</b> {}</p>').format(name, repair)
