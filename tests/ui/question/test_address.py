"""An attempt in the address of the quiz page that the page cannot show."""

from dataclasses import replace

import pytest

from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.question import turn
from sizewise.ui.question.quiz import NOT_YOURS, QUIZ_GONE
from tests.ui.question.quiz_taker import THEN, answered, begun, key_of, quiz_page, seen

NOBODYS = "3f2b8f0c6d1e4a5b9c7d0e1f2a3b4c5d"
OTHER = "what-is-a-token"


def at_another(journal, quiz_id=OTHER, learner=None):
    """An attempt that goes on at another quiz."""
    attempt = replace(
        begun(journal),
        id=f"at-{quiz_id}",
        quiz_id=quiz_id,
        learner_id=learner or identity.machine_learner(journal, THEN),
        item_ids=tuple(i.id for i in house.library().quiz(OTHER).items[:2]),
    )
    journal.begin(attempt)
    return attempt


def column(app, key="quiz"):
    """The HTML in the quiz's column, in its order."""
    (block,) = [each for each in blocks(app.main) if each.proto.id.endswith(key)]
    return [each.proto.body for each in block.get("html")]


def blocks(node):
    for each in node.children.values():
        if hasattr(each, "children"):
            yield each
            yield from blocks(each)


def unseen(journal):
    """An attempt whose last answer is given, and whose results nobody has asked for."""
    attempt = begun(journal, kind="single")
    answered(journal, attempt, 1)
    item_id = attempt.item_ids[1]
    journal.append(attempt.answer(turn.shown(attempt, item_id), key_of(attempt, 1), THEN))
    return attempt


def test_that_it_is_not_here_is_said_once_above_the_question_that_goes_on(journal):
    attempt = begun(journal)
    app = quiz_page(attempt=NOBODYS)
    first, second = column(app)[:2]
    assert NOT_YOURS.partition(":")[0] in first
    assert "Question 1 of 15" in second.replace("<b>", "")
    assert app.query_params["attempt"] == attempt.id
    assert NOT_YOURS not in seen(app.run())


def test_that_it_is_not_here_is_said_above_results_that_nobody_has_seen(journal):
    unseen(journal)
    app = quiz_page(attempt=NOBODYS)
    assert NOT_YOURS in column(app)[0]
    assert "All of it right." in column(app)[1]
    assert seen(app).count(NOT_YOURS) == 1
    assert NOT_YOURS not in seen(app.run())
    assert "All of it right." in seen(app)


def test_that_it_is_not_here_is_said_above_the_start(journal):
    assert NOT_YOURS in column(quiz_page(attempt=NOBODYS))[0]
    theirs = at_another(journal, learner="somebody else")
    app = quiz_page(lesson=OTHER, attempt=theirs.id)
    assert NOT_YOURS in column(app)[0]


def test_an_attempt_of_ones_own_at_another_quiz_is_led_to(journal):
    mine = at_another(journal)
    app = quiz_page(attempt=mine.id)
    assert NOT_YOURS not in seen(app)
    assert f'href="quiz?lesson={OTHER}&amp;attempt={mine.id}"' in column(app)[0]
    assert house.library().quiz(OTHER).title in column(app)[0]
    assert "Question 1 of 2" in seen(quiz_page(lesson=OTHER, attempt=mine.id)).replace("<b>", "")


def test_an_attempt_of_ones_own_at_a_quiz_that_is_gone_is_said_to_be_so(journal):
    mine = at_another(journal, "a-quiz-of-before")
    page = seen(quiz_page(attempt=mine.id))
    assert QUIZ_GONE in page
    assert NOT_YOURS not in page


@pytest.mark.parametrize("done", [0, 15])
def test_nothing_is_said_of_an_attempt_of_ones_own_at_this_quiz(journal, done):
    attempt = begun(journal)
    answered(journal, attempt, done)
    assert "The attempt of this address" not in seen(quiz_page(attempt=attempt.id))
