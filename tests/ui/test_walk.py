"""A walk over six days: the course must be right on each of them without an edit.

Today, the day after each shut-down that comes within weeks, and in one, two and five years. All of
it together takes less than a minute.
"""

from datetime import date
from functools import reduce

import pytest

from sizewise.learn.quiz.template import show
from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.ui import house
from sizewise.ui.blocks.kinds import VIEWS
from sizewise.ui.catalogue import compare
from sizewise.ui.frame import pages
from sizewise.ui.home import receipt
from sizewise.ui.lab import inputs
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lesson import screen as lesson_screen
from tests.ui.test_pages import opened, said

DAYS = (
    date(2026, 11, 29),
    date(2026, 12, 12),
    date(2027, 1, 15),
    date(2027, 11, 29),
    date(2028, 11, 29),
    date(2031, 11, 29),
)
FIRST_CHOICES = {
    "home": receipt.MODELS,
    "lab": (inputs.MODEL, *inputs.COMPARED),
    "plan": (scenario.LARGER, scenario.VERSUS),
    "compare": compare.FIRST,
    "lesson": (lesson_screen.READER,),
}
"""The roles of the models that stand on a screen before anybody has chosen."""
OLDER_TOKENIZER = "gpt-3.5-turbo"
"""A lesson shows how an older model cut the same text: that it is gone is no matter."""

walk = pytest.mark.parametrize("day", DAYS, ids=str)


def gone(model):
    """Whether nobody answers under that name, be it a model's or a role's."""
    try:
        life = house.library().catalogue.model(model).file.lifecycle
    except ModelUnknown:
        return True
    return not life.answers_on(house.today())


def blocks():
    for lesson in house.library().lessons.values():
        for part in lesson.parts:
            for piece in part.pieces:
                if piece.kind == "block":
                    yield f"{lesson.id}, {part.anchor}", piece.block


def first_model(block):
    """The model that a block starts with; none where it names none."""
    for field in ("model", "small", "models", "answer.model"):
        named = reduce(lambda of, name: getattr(of, name, None), field.split("."), block)
        if named:
            first = named if isinstance(named, str) else named[0]
            return first if isinstance(first, str) else first.model
    return None


@walk
def test_every_page_draws_on_that_day(on, day):
    on(day)
    app = opened("home")
    for page in pages.PAGES:
        app.switch_page(f"../../../pages/{page.name}.py").run()
        assert not app.exception, page.name
        assert said(app), page.name


@walk
def test_no_model_that_is_gone_is_a_first_choice(on, day):
    on(day)
    roles = [(place, role) for place, those in FIRST_CHOICES.items() for role in those]
    assert [each for each in roles if gone(each[1])] == []


@walk
def test_two_models_that_stand_side_by_side_are_never_one(on, day):
    on(day)
    catalogue = house.library().catalogue
    for those in FIRST_CHOICES.values():
        assert len(catalogue.players(those)) == len(set(those))


@walk
def test_no_block_of_a_lesson_starts_with_a_model_that_is_gone(on, day):
    on(day)
    started = [
        (place, model)
        for place, block in blocks()
        if (model := first_model(block)) and model != OLDER_TOKENIZER
    ]
    assert started
    assert [each for each in started if gone(each[1])] == []


@walk
def test_every_part_of_every_lesson_has_its_text_and_blocks(on, day):
    on(day)
    for lesson in house.library().lessons.values():
        for part in lesson.parts:
            prose = [piece.markdown for piece in part.pieces if piece.kind == "prose"]
            assert "".join(map(house.facts().text, prose)).strip(), f"{lesson.id}, {part.anchor}"
    for _, block in blocks():
        VIEWS[block.kind].on_paper(block)


@walk
def test_every_quiz_can_be_taken_and_every_question_shown(on, day):
    on(day)
    library = house.library()
    assert library.quizzes.keys() == library.lessons.keys()
    for quiz in library.quizzes.values():
        assert len(quiz.items) > quiz.draw.count, quiz.id
        for item in quiz.items:
            shown = show(item, "walk", house.facts())
            assert "{{" not in shown.stem + shown.explanation, item.id


@walk
def test_every_answer_of_the_lookups_can_be_read(on, day):
    on(day)
    library = house.library()
    for name in ("faq", "glossary", "checklist", "mission"):
        for file in library.files[name].values():
            assert "{{" not in house.facts().text(file.model_dump_json())


def test_what_a_lesson_says_of_a_block_fits_the_models_in_it(on):
    """The list price misled us where a cheap token came in large numbers, and only there."""
    part = next(
        part
        for part in house.library().lesson("images-cost-tokens-too").parts
        if part.anchor == "why-the-small-model-can-cost-more"
    )
    prose = "".join(piece.markdown for piece in part.pieces if piece.kind == "prose")
    for day, misled in ((date(2026, 11, 29), True), (date(2028, 11, 29), False)):
        on(day)
        assert ("has misled us" in house.facts().text(prose)) is misled
