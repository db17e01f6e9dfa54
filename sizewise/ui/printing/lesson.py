"""A whole lesson on paper: its parts one after the other, the answers and the words at the end."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from markupsafe import Markup

from sizewise.learn.lesson.blocks import Block
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.ui import house
from sizewise.ui.blocks import CANNOT
from sizewise.ui.blocks.kinds import VIEWS
from sizewise.ui.kit.lists import items_html, pairs_html
from sizewise.ui.kit.markdown import html, inline
from sizewise.ui.kit.paper import Form
from sizewise.ui.kit.receipt import stamp_html
from sizewise.ui.printing.sheet import Sheet


def lesson_sheet(lesson: Lesson, printed_on: date) -> Sheet:
    """The lesson as a sheet."""
    title = house.facts().text(lesson.head.title)
    answers: list[str] = []
    parts = Markup().join([_part_html(part, answers) for part in lesson.parts])
    stamp = stamp_html("facts checked on", lesson.head.facts_as_of)
    head = Markup(
        '<p class="sheet-sub">{}</p><p class="meta"><span>Lesson, {} minutes</span>{}</p>{}'
    ).format(
        inline(house.facts().text(lesson.head.summary)),
        lesson.head.minutes,
        stamp,
        _goals_html(lesson),
    )
    body = Markup("{}{}{}{}").format(head, parts, _answers_html(answers), _words_html(lesson))
    return Sheet("lesson", title, body, printed_on, lesson.head.facts_as_of)


def _goals_html(lesson: Lesson) -> Markup:
    goals = items_html(inline(each) for each in lesson.head.objectives)
    return Markup('<div class="goals"><h3>After this lesson you can</h3><ul>{}</ul></div>').format(
        goals
    )


def _part_html(part: Part, answers: list[str]) -> Markup:
    pieces = Markup().join(_pieces(part, answers))
    return Markup("<section><h3>{}</h3>{}</section>").format(
        inline(house.facts().text(part.title)), pieces
    )


def _pieces(part: Part, answers: list[str]) -> Iterator[Markup]:
    for piece in part.pieces:
        match piece.kind:
            case "prose":
                yield Markup('<div class="prose">{}</div>').format(
                    html(house.facts().text(piece.markdown))
                )
            case "block":
                yield _block_html(piece.block, answers)
            case _:
                assert_never(piece)


def _block_html(block: Block, answers: list[str]) -> Markup:
    try:
        form = VIEWS[block.kind].on_paper(block)
    except CANNOT as lack:
        form = Form(Markup("<p>This part cannot be shown today: {}.</p>").format(lack))
    where = ""
    if form.answer:
        answers.append(form.answer)
        where = Markup('<p class="fine">Answer {} stands at the end.</p>').format(len(answers))
    return Markup('<div class="pressed of-{}">{}{}</div>').format(block.kind, form.body, where)


def _answers_html(answers: list[str]) -> Markup:
    if not answers:
        return Markup()
    items = items_html(answers)
    return Markup('<section><h3>Answers</h3><ol class="solved">{}</ol></section>').format(items)


def _words_html(lesson: Lesson) -> Markup:
    fill = house.facts().text
    words = [word for word in house.library().glossary if word.term in lesson.head.words]
    if not words:
        return Markup()
    pairs = ((inline(word.term), inline(fill(word.meaning))) for word in words)
    return Markup("<section><h3>Words</h3>{}</section>").format(pairs_html(pairs, "words"))
