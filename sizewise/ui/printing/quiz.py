"""A quiz on paper: the worksheet, and its key with every reason."""

from collections.abc import Iterator
from datetime import date
from html import escape
from math import ceil

from sizewise.learn.quiz import number
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.learn.quiz.worksheet import (
    Question,
    Worksheet,
)
from sizewise.ui import house
from sizewise.ui.kit.markdown import (
    html,
    inline,
)
from sizewise.ui.kit.paper import line_to_write
from sizewise.ui.printing.sheet import Sheet
from sizewise.ui.question.kinds import view_of


def quiz_sheet(quiz: Quiz, made: Worksheet, printed_on: date, facts_on: date) -> Sheet:
    """The questions, without a word about what is right."""
    count = len(made.questions)
    passing = ceil(quiz.pass_mark * count)
    head = (
        '<div class="who">'
        f"{line_to_write('Name')}{line_to_write('Class')}{line_to_write('Date')}</div>"
        f'<p class="sheet-sub">{count} questions, one point each; {passing} points pass. '
        "Circle the letter of the right answer.</p>"
    )
    questions = "".join(map(_question_html, made.questions))
    body = f'{head}<ol class="questions" role="list">{questions}</ol>'
    return Sheet("quiz", _title(quiz), body, printed_on, facts_on, _code(made))


def key_sheet(quiz: Quiz, made: Worksheet, printed_on: date, facts_on: date) -> Sheet:
    """What is right, why every option is right or wrong, and the mistakes by their names."""
    count = len(made.questions)
    short = "".join(
        f"<li><span>{each.number}</span><b>{escape(each.key)}</b></li>" for each in made.questions
    )
    reasons = "".join(map(_reasons_html, made.questions))
    body = (
        f'<p class="sheet-sub">{count} questions, for the sheet with the mark <b>{made.mark}</b>.'
        "</p>"
        f'<ol class="short-key" role="list">{short}</ol>'
        f'<ol class="questions" role="list">{reasons}</ol>'
    )
    return Sheet("key", f"Key: {_title(quiz)}", body, printed_on, facts_on, _code(made))


def _title(quiz: Quiz) -> str:
    return house.facts().text(quiz.title)


def _code(made: Worksheet) -> str:
    return f"{made.seed}, mark {made.mark}"


def _question_html(question: Question) -> str:
    view = view_of(question.item)
    how = f'<p class="how">{view.HOW_ON_PAPER}</p>' if view.HOW_ON_PAPER else ""
    return f'<li class="q">{_stem_html(question)}{how}{view.paper_html(question)}</li>'


def _stem_html(question: Question) -> str:
    alt = question.item.alt
    picture = f'<p class="fine">{inline(alt)}</p>' if alt else ""
    return (
        f'<div class="stem"><b class="no">{question.number}.</b>'
        f"<div>{html(question.item.stem)}{picture}</div></div>"
    )


def _reasons_html(question: Question) -> str:
    item = question.item
    right = f'<p class="right">Right: <b>{escape(question.key)}</b>{_near(item)}</p>'
    reasons = "".join(_option_html(letter, option) for letter, option in question.lettered)
    options = f'<ol class="letters" role="list">{reasons}</ol>' if reasons else ""
    more = "".join(_slips(item))
    return (
        f'<li class="q">{_stem_html(question)}{right}{options}{more}'
        f'<div class="why">{html(item.explanation)}</div>{_where(item)}</li>'
    )


def _near(item: ShownItem) -> str:
    """How far off a number may be."""
    if item.answer is None or not item.answer.tolerance:
        return ""
    return f", and up to {number.written(item.answer.tolerance, 'percent')} above or below"


def _option_html(letter: str, option: ShownOption) -> str:
    mark = ' <b class="sign">✓ right</b>' if option.key else ""
    why = html(option.feedback) if option.feedback else ""
    return (
        f'<li><b class="letter">{letter}</b><div><p>{inline(option.text)}{mark}</p>'
        f"{why}{mistake_html(option.misconception)}</div></li>"
    )


def _slips(item: ShownItem) -> Iterator[str]:
    """The wrong numbers that known mistakes lead to."""
    for slip in item.answer.mistakes if item.answer else ():
        yield (
            f'<div class="slip"><p><b>{escape(slip.text)}:</b> {inline(slip.feedback)}</p>'
            f"{mistake_html(slip.misconception)}</div>"
        )


def mistake_html(misconception_id: str | None) -> str:
    """The name of a mistake and what puts it right; empty when it has none."""
    known = {each.id: each for each in house.library().course.misconceptions}
    mistake = known.get(misconception_id or "")
    if mistake is None:
        return ""
    fill = house.facts().text
    name, repair = inline(fill(mistake.title)), inline(fill(mistake.repair))
    return f'<p class="named"><b>Mistake: {name}.</b> {repair}</p>'


def _where(item: ShownItem) -> str:
    """Where the lesson explains it."""
    lessons = house.library().lessons
    parts = [
        part.title
        for reference in item.references
        if reference.lesson in lessons
        for part in lessons[reference.lesson].parts
        if part.anchor == reference.anchor
    ]
    return f'<p class="fine">In the lesson: {escape("; ".join(parts))}</p>' if parts else ""
