"""The quiz page drawn in memory: its start, its questions and what is said to an answer."""

from math import inf
from time import monotonic

import pytest
from streamlit.testing.v1 import AppTest

from sizewise.learn.quiz.attempt import Attempt, begin
from sizewise.record import identity
from sizewise.ui import house, session
from sizewise.ui.question import press as press_module
from sizewise.ui.question import turn
from tests.ui.app import SHELL
from tests.ui.question.quiz_taker import (
    QUIZ,
    THEN,
    answered,
    begun,
    going_on,
    key_of,
    label,
    press,
    quiz_page,
    seen,
    wrong_of,
)


def test_the_start_says_how_many_questions_and_which_skills():
    app = quiz_page()
    assert "15 questions" in seen(app)
    for skill in {item.skill for item in house.library().quiz(QUIZ).items}:
        assert house.library().course.skill(skill).title in seen(app)


def test_without_a_name_in_the_address_the_first_quiz_opens():
    assert 'data-place="what-is-a-token"' in seen(quiz_page(lesson=""))


def test_without_a_name_the_quiz_of_the_lesson_read_last_opens(journal):
    journal.read_part(identity.machine_learner(journal, THEN), QUIZ, "size-is-a-choice", THEN)
    assert f'data-place="{QUIZ}"' in seen(quiz_page(lesson=""))


def test_starting_puts_an_attempt_in_the_record(journal):
    app = press(quiz_page())
    assert going_on(journal).mode == "practice"
    assert "Question 1 of 15" in seen(app).replace("<b>", "")


def test_an_exam_is_begun_when_it_is_chosen(journal):
    app = quiz_page()
    app.radio[0].set_value("exam")
    press(app)
    assert going_on(journal).mode == "exam"


def test_an_attempt_of_somebody_else_is_said_not_to_be_here():
    page = quiz_page(attempt="3f2b8f0c6d1e4a5b9c7d0e1f2a3b4c5d")
    assert "The attempt of this address is not here" in seen(page)
    assert label(page).startswith("Start")
    assert "The attempt of this address" not in seen(quiz_page())


def test_the_best_finished_attempt_is_named_at_the_start(journal):
    attempt = begun(journal)
    answered(journal, attempt, len(attempt.item_ids))
    page = seen(quiz_page())
    assert "Your best so far: <b>100%</b>" in page
    assert "20 November 2026" in page


def test_the_warm_up_never_counts(journal):
    app = quiz_page()
    press(app, "warm")
    attempt = going_on(journal)
    assert attempt.mode == "pretest"
    answered(journal, attempt, len(attempt.item_ids))
    assert all(answer.credit == 0 for answer in journal.answers(attempt.id))
    assert "None of it counts" in seen(quiz_page(attempt=attempt.id))


def test_of_one_right_guess_the_warm_up_says_was(journal):
    attempt = begun(journal, mode="pretest", kind="pretest")
    answered(journal, attempt, 1)
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt, 1))
    press(app)
    journal.move_on(attempt.id, 2, THEN)
    assert "1 of 2 was right. None of it counts" in seen(quiz_page(attempt=attempt.id))


def test_a_wrong_guess_before_reading_is_no_fault_and_shows_what_to_read(journal):
    attempt = begun(journal, mode="pretest", kind="pretest")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    page = seen(press(app))
    assert "You will notice it when you read" in page
    assert "Not quite" not in page
    assert "Read again" not in page
    assert "Read why: " in page


def test_whoever_has_read_is_not_asked_to_guess_first(journal):
    assert "Not read the lesson yet?" in seen(quiz_page())
    part = house.library().lesson(QUIZ).parts[0]
    journal.read_part(identity.machine_learner(journal, THEN), QUIZ, part.anchor, THEN)
    assert "Not read the lesson yet?" not in seen(quiz_page())


def test_guess_before_you_read_leads_to_the_first_guess_at_once(journal):
    app = AppTest.from_file(SHELL, default_timeout=30).run()
    part = house.library().lesson(QUIZ).parts[0]
    app.query_params["lesson"], app.query_params["part"] = QUIZ, part.anchor
    app.switch_page("../../../pages/lesson.py").run()
    app.button(key="pretest").click().run()
    assert going_on(journal).mode == "pretest"
    assert "Warm-up question 1 of" in seen(app).replace("<b>", "")


# Question and feedback


def test_choosing_alone_stores_nothing(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0]).run()
    assert journal.answers(attempt.id) == ()
    assert label(app) == "Check answer"


def test_checking_without_a_choice_asks_for_one(journal):
    attempt = begun(journal, kind="single")
    app = press(quiz_page())
    assert [each.value for each in app.warning] == ["Choose one answer first."]
    assert journal.answers(attempt.id) == ()


def test_after_the_check_every_option_is_right_or_wrong_and_has_its_reason(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    page = seen(press(app))
    item = turn.shown(attempt, attempt.item_ids[0])
    assert page.count('class="qz-card right') == 1
    assert page.count('class="qz-card wrong') == len(item.options) - 1
    assert page.count('class="qz-why"') == len(item.options)
    assert "Your answer, not correct." in page
    assert "Correct answer." in page
    assert "Not quite" in page


def test_a_named_mistake_comes_with_its_name_and_its_repair(journal):
    attempt = begun(journal, kind="single")
    item = turn.shown(attempt, attempt.item_ids[0])
    named = next(option for option in item.options if option.misconception)
    app = quiz_page()
    app.radio[0].set_value(named.id)
    assert "This mistake has a name" in seen(press(app))


def test_a_right_answer_is_called_correct_and_counted(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    page = seen(press(app))
    assert "1 correct so far" in page
    assert "Correct, your answer." in page
    assert journal.answers(attempt.id)[0].credit == 1


def test_several_picks_show_how_their_points_add_up(journal):
    attempt = begun(journal, kind="multiple")
    app = quiz_page()
    picks = {*key_of(attempt).picked, wrong_of(attempt)}
    for box in app.checkbox:
        if box.key.rsplit("_", 1)[1] in picks:
            box.check()
    page = seen(press(app))
    item = turn.shown(attempt, attempt.item_ids[0])
    minus = 1 / sum(not option.key for option in item.options)  # balanced: one false pick
    assert f"= {1 - minus:.2f}".rstrip("0").rstrip(".") + " of 1 point" in page
    assert "Partly right" in page


def test_an_all_or_nothing_question_shows_no_sum(journal):
    attempt = begun(journal, kind="multiple", scoring="exact")
    app = quiz_page()
    app.checkbox[0].check()
    page = seen(press(app))
    assert "qz-verdict" in page
    assert "qz-sum" not in page
    assert "qz-points" not in page
    assert journal.answers(attempt.id)[0].score == 0


def test_a_typed_number_may_carry_its_unit(journal):
    attempt = begun(journal, kind="numeric")
    unit = turn.shown(attempt, attempt.item_ids[0]).answer.unit
    app = quiz_page()
    app.text_input[0].set_value(f" {key_of(attempt).number} {unit} ")
    assert "Correct, your answer." in seen(press(app))


def test_a_typed_number_of_another_unit_is_told_which_one_is_asked_for(journal):
    begun(journal, kind="numeric")
    app = quiz_page()
    app.text_input[0].set_value("12 kilograms")
    press(app)
    assert "This answer is asked for in " in app.warning[0].value


def test_words_where_a_number_is_wanted_are_refused_with_a_sentence(journal):
    attempt = begun(journal, kind="numeric")
    app = quiz_page()
    app.text_input[0].set_value("a lot")
    press(app)
    assert "“a lot”" in app.warning[0].value
    assert app.text_input[0].value == "a lot"
    assert journal.answers(attempt.id) == ()


def test_a_hint_is_kept_and_halves_the_credit(journal):
    quiz = house.library().quiz(QUIZ)
    hinted = [i.id for i in quiz.items if i.hints and i.type in ("single", "boolean")]
    attempt = begin(
        quiz,
        attempt_id="with-hints",
        learner_id=identity.machine_learner(journal, THEN),
        mode="practice",
        seed="seven",
        at=THEN,
        only=hinted[:1],
    )
    journal.begin(attempt)
    app = quiz_page()
    assert '<div role="status"></div>' in seen(app)
    press(app, "hint")
    assert '<div role="status"><div class="qz-hints">' in seen(app)
    app.radio[0].set_value(key_of(attempt).picked[0])
    assert "It counts half, because you took a hint." in seen(press(app))
    assert journal.answers(attempt.id)[0].credit * 2 == 1


def test_the_second_half_of_a_double_click_changes_nothing(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    press(app).button(key="go").click().run()
    assert journal.standing(attempt.id).position == 0
    assert label(app) == "Next question"


def test_a_press_right_after_a_new_server_has_drawn_the_open_page_counts(journal, monkeypatch):
    """The learner has long read what that server draws: it is no half of a double click."""
    monkeypatch.setattr(press_module, "PAUSE", inf)
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    app.session_state[session.CAME_BACK] = monotonic()
    app.button(key="go").click().run()
    assert [each.took_ms for each in journal.standing(attempt.id).answers.values()] == [None]
    assert label(app) == "Next question"
    app.button(key="go").click().run()
    assert label(app) == "Next question"


def test_going_on_leads_to_the_next_question(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    page = seen(press(press(app)))
    assert "Question 2 of 2" in page
    assert label(app) == "Check answer"


def test_a_new_tab_goes_on_at_the_same_question_in_the_same_order(journal):
    attempt = begun(journal)
    answered(journal, attempt, 3)
    first, second = seen(quiz_page()), seen(quiz_page())
    assert "Question 4 of 15" in first
    assert first == second


def test_a_new_tab_shows_the_explanation_again_when_it_was_not_left(journal):
    attempt = begun(journal, kind="single")
    item = turn.shown(attempt, attempt.item_ids[0])
    journal.append(attempt.answer(item, key_of(attempt), THEN))
    app = quiz_page()
    assert "qz-verdict right" in seen(app)
    assert label(app) == "Next question"


@pytest.fixture
def left(monkeypatch):
    """Where presses say that an attempt stands, for the drawing after them."""
    told = []
    monkeypatch.setattr(press_module, "leave", told.append)
    return told


def test_a_press_says_where_the_attempt_stands_as_the_record_does(journal, left):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    for position in (0, 1):
        journal.take_hint(attempt.id, attempt.item_ids[1], 1, THEN)
        app.radio[0].set_value(key_of(attempt, position).picked[0])
        app = press(app)
        assert left[-1] == journal.standing(attempt.id)
        app = press(app)
        assert left[-1] == journal.standing(attempt.id)


def test_a_tab_that_is_behind_another_one_leaves_it_to_the_record(journal, left):
    """The other one is further on, and may have taken a hint there."""
    attempt = begun(journal, kind="single")
    behind = quiz_page()
    answered(journal, attempt, 1)
    journal.take_hint(attempt.id, attempt.item_ids[1], 1, THEN)
    behind.radio[0].set_value(key_of(attempt).picked[0])
    assert "qz-hints" in seen(press(behind))
    assert left == [None]


def test_an_item_that_left_the_bank_can_be_passed_over(journal):
    attempt = begun(journal, kind="single")
    ids = ("no-longer-here", *attempt.item_ids)
    journal.begin(Attempt(**{**vars(attempt), "id": "old", "item_ids": ids}))
    app = quiz_page()
    assert "taken out of the quiz" in seen(app)
    press(app)
    assert journal.standing("old").position == 1
