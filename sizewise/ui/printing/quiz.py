"""A quiz on paper: the worksheet, and its key with every reason."""

from datetime import date

from markupsafe import Markup

from sizewise.ground.written import number_of, points
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.result import points_to_pass
from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.worksheet import SheetQuestion, Worksheet
from sizewise.ui import house
from sizewise.ui.kit.markdown import html, inline
from sizewise.ui.kit.paper import line_to_write
from sizewise.ui.printing.sheet import Sheet
from sizewise.ui.question.kinds import view_of


def quiz_sheet(quiz: Quiz, made: Worksheet, printed_on: date, facts_on: date) -> Sheet:
    """The questions, without a word about what is right."""
    head = Markup(
        '<div class="who">{}{}{}</div><p class="sheet-sub">'
        "{}. Circle the letter of the right answer.</p>"
    ).format(
        line_to_write("Name"), line_to_write("Class"), line_to_write("Date"), _worth(quiz, made)
    )
    questions = Markup().join(map(_question_html, made.questions))
    body = Markup('{}<ol class="questions" role="list">{}</ol>').format(head, questions)
    return Sheet("quiz", _title(quiz), body, printed_on, facts_on, _code(made))


def key_sheet(quiz: Quiz, made: Worksheet, printed_on: date, facts_on: date) -> Sheet:
    """What is right, why every option is right or wrong, and the mistakes by their names."""
    short = Markup().join(
        Markup("<li><span>{}</span><b>{}</b></li>").format(each.number, each.key)
        for each in made.questions
    )
    reasons = Markup().join(map(_reasons_html, made.questions))
    body = Markup(
        '<p class="sheet-sub">For the sheet with the mark <b>{}</b>. {}. An answer earns its '
        "whole point or none, unless its question says how to mark a part.</p>"
        '<ol class="short-key" role="list">{}</ol><ol class="questions" role="list">{}'
        "</ol>"
    ).format(made.mark, _worth(quiz, made), short, reasons)
    return Sheet("key", f"Key: {_title(quiz)}", body, printed_on, facts_on, _code(made))


def _worth(quiz: Quiz, made: Worksheet) -> str:
    """What there is to earn, and what passes, as on screen."""
    count = len(made.questions)
    passing = points(points_to_pass(quiz, count))
    return f"{number_of(count, 'question')}, one point each; {passing} points pass"


def _title(quiz: Quiz) -> str:
    return house.facts().text(quiz.title)


def _code(made: Worksheet) -> str:
    return f"{made.seed}, mark {made.mark}"


def _question_html(question: SheetQuestion) -> Markup:
    view = view_of(question.item)
    how = (
        Markup('<p class="how">{}</p>').format(view.HOW_ON_PAPER) if view.HOW_ON_PAPER else Markup()
    )
    return Markup('<li class="q">{}{}{}</li>').format(
        _stem_html(question), how, view.paper_html(question)
    )


def _stem_html(question: SheetQuestion) -> Markup:
    alt = question.item.alt
    picture = Markup('<p class="fine">{}</p>').format(inline(alt)) if alt else Markup()
    return Markup('<div class="stem"><b class="no">{}.</b><div>{}{}</div></div>').format(
        question.number, html(question.item.stem), picture
    )


def _reasons_html(question: SheetQuestion) -> Markup:
    item = question.item
    return Markup('<li class="q">{}{}<div class="why">{}</div>{}</li>').format(
        _stem_html(question), view_of(item).key_html(question), html(item.explanation), _where(item)
    )


def _where(item: ShownItem) -> Markup:
    """Where the lesson explains it."""
    lessons = house.library().lessons
    parts = [
        part.title
        for reference in item.references
        if reference.lesson in lessons
        for part in lessons[reference.lesson].parts
        if part.anchor == reference.anchor
    ]
    return (
        Markup('<p class="fine">In the lesson: {}</p>').format("; ".join(parts))
        if parts
        else Markup()
    )
