"""The course as a whole: what a teacher who adopts it may count on.

Asked of the lessons that `content/course.yaml` calls full, which are all that come along. Whoever
adds a lesson keeps to `sizewise check`, and to this only where they call theirs full too.
"""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import get_args

import pytest

from sizewise.learn.lint.words import content_words, jaccard
from sizewise.learn.quiz.item import ItemType
from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.scoring import score
from sizewise.learn.quiz.template import show
from tests.learn.responses import right, wrong
from tests.ours import ours

LIBRARY = ours()
FULL = [entry for entry in LIBRARY.course.lessons if entry.full]
QUIZZES = [LIBRARY.quizzes[entry.id] for entry in FULL if entry.id in LIBRARY.quizzes]
FACTS = LIBRARY.facts_on(date(2026, 11, 29))
ITEMS = [(quiz.id, item) for quiz in QUIZZES for item in quiz.items]

LESSONS, FEWEST, DRAWN = 12, 22, 15
THINKING = {"remember": 2, "understand": 4, "apply": 5, "analyse": 3, "evaluate": 1}
"""Of fifteen drawn items, about how many ask for each kind of thinking."""
EASY, HARD = Decimal("0.8"), Decimal("0.5")
SPREAD = {"easy": 4, "medium": 8, "hard": 3}
"""Of fifteen drawn items, about how many are of each difficulty."""
ABOUT = 0.12
"""How far a share may be from its aim."""
SAME = 0.75
"""From which share of common words on two stems ask the same."""


def scored(quiz):
    return [item for item in quiz.items if item.type != "pretest"]


def band(item):
    if item.expected_facility >= EASY:
        return "easy"
    return "hard" if item.expected_facility < HARD else "medium"


def near(found, aims, size):
    return {
        name: round(found[name] / size, 2)
        for name, aim in aims.items()
        if abs(found[name] / size - aim / DRAWN) > ABOUT
    }


def test_every_full_lesson_is_ready_and_every_file_is_on_the_map():
    assert [entry.id for entry in FULL if entry.status != "ready"] == []
    listed, full = ({each.id for each in some} for some in (LIBRARY.course.lessons, FULL))
    for files in (LIBRARY.lessons.keys(), LIBRARY.quizzes.keys()):
        assert full <= files <= listed


def test_the_lessons_that_come_along_are_full():
    assert len(FULL) >= LESSONS


def test_the_course_takes_a_good_hour_and_has_over_two_hundred_questions():
    assert 70 <= sum(entry.minutes for entry in FULL) <= 100
    assert len(ITEMS) > 200


def test_a_term_is_new_in_one_lesson():
    terms = Counter(term for entry in FULL for term in LIBRARY.lessons[entry.id].head.words)
    assert [term for term, times in terms.items() if times > 1] == []


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.id)
class TestEveryQuiz:
    """What holds for each bank."""

    def test_has_a_bank_of_22_and_draws_15_with_two_of_each_skill(self, quiz):
        assert len(scored(quiz)) >= FEWEST
        assert quiz.draw.count == DRAWN
        assert quiz.draw.per_skill_min == 2

    def test_asks_for_every_skill_of_its_lesson(self, quiz):
        asked = {item.skill for item in scored(quiz)}
        assert asked == set(LIBRARY.lessons[quiz.id].head.skills)

    def test_asks_to_think_and_not_only_to_remember(self, quiz):
        items = scored(quiz)
        assert near(Counter(item.bloom for item in items), THINKING, len(items)) == {}

    def test_has_easy_and_hard_items(self, quiz):
        items = scored(quiz)
        assert [item.id for item in items if item.expected_facility is None] == []
        assert near(Counter(map(band, items)), SPREAD, len(items)) == {}

    def test_has_numbers_that_change_and_several_answers(self, quiz):
        changing = [item for item in quiz.items if item.variables or item.type == "numeric"]
        assert len(changing) >= 3
        assert sum(item.type == "multiple" for item in quiz.items) >= 2

    def test_explains_every_option_and_names_every_mistake(self, quiz):
        options = [(item.id, option) for item in quiz.items for option in item.options]
        assert [(name, each.id) for name, each in options if not each.feedback] == []
        wrong = [
            (item.id, each)
            for item in quiz.items
            for each in item.options
            if not kind_of(item).is_key(each)
        ]
        assert [(name, each.id) for name, each in wrong if not each.misconception] == []

    def test_gives_the_whole_point_for_each_key_and_nothing_for_a_wrong_answer(self, quiz):
        shown = [show(item, "seven", FACTS, quiz.shuffle.options) for item in quiz.items]
        given = [(score(each, right(each)).value, score(each, wrong(each)).value) for each in shown]
        assert set(given) == {(1, 0)}

    def test_says_where_to_read_again(self, quiz):
        assert [item.id for item in quiz.items if not item.references] == []


def test_every_type_of_item_is_used():
    assert {item.type for _, item in ITEMS} == set(get_args(ItemType))


def test_two_items_never_ask_the_same():
    words = [(f"{quiz}: {item.id}", content_words(item.stem)) for quiz, item in ITEMS]
    alike = [
        (one, other)
        for (one, its), (other, theirs) in combinations(words, 2)
        if jaccard(its, theirs) >= SAME
    ]
    assert alike == []


def test_every_named_mistake_is_made_somewhere():
    items = [item for quiz in LIBRARY.quizzes.values() for item in quiz.items]
    named = {each.id for each in LIBRARY.course.misconceptions}
    assert sorted(named - {name for item in items for name in item.misconceptions}) == []
