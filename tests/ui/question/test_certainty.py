"""How sure one is: said before the check by whoever wants to, and kept with the answer."""

import pytest

from sizewise.ui.question.press import SEEN
from tests.ui.question.quiz_taker import begun, key_of, press, quiz_page, seen, wrong_of


def sure(app):
    return app.get("button_group")[0]


def test_an_answer_keeps_how_sure_its_learner_was_and_how_long_it_took(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    sure(app).set_value("think")
    place, since = app.session_state[SEEN]
    app.session_state[SEEN] = (place, since - 7)
    press(app)
    (kept,) = journal.answers(attempt.id)
    assert kept.certainty == "think"
    assert 7000 <= kept.took_ms < 60_000


def test_nobody_has_to_say_how_sure_they_are(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    press(app)
    assert [each.certainty for each in journal.answers(attempt.id)] == [None]


def test_a_sure_mistake_is_called_a_surprise(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    sure(app).set_value("sure")
    assert "You were sure." in seen(press(app))


@pytest.mark.parametrize("mode", ["exam", "pretest"])
def test_an_exam_and_a_warm_up_do_not_ask(journal, mode):
    begun(journal, mode)
    assert not quiz_page().get("button_group")
