"""A whole lesson on paper: its parts one after the other, the answers and the words at the end."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, assert_never

from sizewise.learn.lesson.block import Block
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.ui import house
from sizewise.ui.blocks import CANNOT
from sizewise.ui.kit.markdown import (
    html,
    inline,
)
from sizewise.ui.kit.paper import Form
from sizewise.ui.kit.receipt import stamp_html
from sizewise.ui.printing import experiments, forms
from sizewise.ui.printing.sheet import Sheet

FORMS: Mapping[str, Callable[[Any], Form]] = {
    "token-chips": forms.token_chips,
    "receipt": forms.receipt,
    "cost-slider": forms.cost_slider,
    "guess-first": forms.guess_first,
    "profile-card": forms.profile_card,
    "mistake-or-better": forms.mistake_or_better,
    "image-tokens": forms.image_tokens,
    "try-it": forms.try_it,
    "context-window": experiments.context_window,
    "forgetting-chat": experiments.forgetting_chat,
    "queue": experiments.queue,
    "router": experiments.still_router,
    "break-the-json": experiments.break_the_json,
    "blind-rating": experiments.blind_rating,
    "spot-the-key": experiments.spot_the_key,
    "still-true": experiments.still_true,
    "budget-plan": experiments.budget_plan,
}
"""How each kind of block stands on paper."""


def lesson_sheet(lesson: Lesson, printed_on: date) -> Sheet:
    """The lesson as a sheet."""
    title = house.facts().text(lesson.head.title)
    answers: list[str] = []
    parts = "".join([_part_html(part, answers) for part in lesson.parts])
    stamp = stamp_html("facts checked on", lesson.head.facts_as_of)
    head = (
        f'<p class="sheet-sub">{inline(house.facts().text(lesson.head.summary))}</p>'
        f'<p class="meta"><span>Lesson, {lesson.head.minutes} minutes</span>{stamp}</p>'
        f"{_goals_html(lesson)}"
    )
    body = f"{head}{parts}{_answers_html(answers)}{_words_html(lesson)}"
    return Sheet("lesson", title, body, printed_on, lesson.head.facts_as_of)


def _goals_html(lesson: Lesson) -> str:
    goals = "".join(f"<li>{inline(each)}</li>" for each in lesson.head.objectives)
    return f'<div class="goals"><h3>After this lesson you can</h3><ul>{goals}</ul></div>'


def _part_html(part: Part, answers: list[str]) -> str:
    pieces = "".join(_pieces(part, answers))
    return f"<section><h3>{inline(house.facts().text(part.title))}</h3>{pieces}</section>"


def _pieces(part: Part, answers: list[str]) -> Iterator[str]:
    for piece in part.pieces:
        match piece.kind:
            case "prose":
                yield f'<div class="prose">{html(house.facts().text(piece.markdown))}</div>'
            case "block":
                yield _block_html(piece.block, answers)
            case _:
                assert_never(piece)


def _block_html(block: Block, answers: list[str]) -> str:
    try:
        form = FORMS[block.kind](block)
    except CANNOT as lack:
        form = Form(f"<p>This part cannot be shown today: {lack}.</p>")
    where = ""
    if form.answer:
        answers.append(form.answer)
        where = f'<p class="fine">Answer {len(answers)} stands at the end.</p>'
    return f'<div class="pressed of-{block.kind}">{form.body}{where}</div>'


def _answers_html(answers: list[str]) -> str:
    if not answers:
        return ""
    items = "".join(f"<li>{each}</li>" for each in answers)
    return f'<section><h3>Answers</h3><ol class="solved">{items}</ol></section>'


def _words_html(lesson: Lesson) -> str:
    fill = house.facts().text
    words = [word for word in house.library().glossary if word.term in lesson.head.words]
    pairs = "".join(
        f"<div><dt>{inline(word.term)}</dt><dd>{inline(fill(word.meaning))}</dd></div>"
        for word in words
    )
    return f'<section><h3>Words</h3><dl class="words">{pairs}</dl></section>' if pairs else ""
