"""The quiz page drawn in memory: start, question, feedback, exam, results, and bad luck."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from sizewise.learn.attempt import Attempt, begin
from sizewise.learn.scoring import Response
from sizewise.record import Journal, identity, open_journal
from sizewise.ui import house
from sizewise.ui.question import turn
from sizewise.ui.question.press import PAUSE

SHELL = Path(__file__).parents[2] / "sizewise" / "ui" / "shell.py"
QUIZ = "ai-and-gpt-4o-mini"
THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def forget_what_is_cached():
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def journal():
    journal = open_journal()
    yield journal
    journal.close()


def quiz_page(**query: str) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=30).run()
    for key, value in query.items():
        app.query_params[key] = value
    return app.switch_page("../../pages/quiz.py").run()


def seen(app: AppTest) -> str:
    """All HTML of the page but the style sheet."""
    bodies = [each.proto.body for each in app.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def begun(
    journal: Journal, mode: str = "practice", kind: str | None = None, scoring: str = "balanced"
) -> Attempt:
    """An attempt in the record; with `kind`, it has two questions of that type."""
    quiz = house.library().quiz(QUIZ)
    like = [i.id for i in quiz.items if i.type == kind and i.scoring == scoring]
    only = like[:2] if kind else None
    attempt = begin(
        quiz,
        attempt_id=f"attempt-{mode}-{kind}-{time.monotonic_ns()}",
        learner_id=identity.machine_learner(journal, THEN),
        mode=mode,
        seed="seven",
        at=THEN,
        only=only,
    )
    journal.begin(attempt)
    return attempt


def key_of(attempt: Attempt, position: int = 0) -> Response:
    """The right response to a question."""
    item = turn.shown(attempt.id, attempt.item_ids[position])
    if item.answer:
        return Response(number=str(item.answer.value))
    return Response(picked=tuple(option.id for option in item.options if option.key))


def wrong_of(attempt: Attempt, position: int = 0) -> str:
    """A distractor's id."""
    item = turn.shown(attempt.id, attempt.item_ids[position])
    return next(option.id for option in item.options if not option.key)


def answered(journal: Journal, attempt: Attempt, count: int) -> None:
    """The first questions, answered rightly and left behind."""
    for position in range(count):
        item = turn.shown(attempt.id, attempt.item_ids[position])
        at = THEN + timedelta(minutes=position)
        journal.append(attempt.answer(item, key_of(attempt, position), at))
        journal.move_on(attempt.id, position + 1, at)


def press(app: AppTest, key: str = "go") -> AppTest:
    """A press after a moment of reading: quicker is a double click."""
    time.sleep(PAUSE)
    return app.button(key=key).click().run()


def label(app: AppTest) -> str:
    return app.button(key="go").label


# Start


def test_the_start_says_how_many_questions_and_which_skills():
    app = quiz_page()
    assert "15 questions" in seen(app)
    for skill in {item.skill for item in house.library().quiz(QUIZ).items}:
        assert house.library().course.skill(skill).title in seen(app)


def test_without_a_name_in_the_address_the_first_quiz_opens():
    assert quiz_page().query_params["lesson"] == QUIZ


def test_starting_puts_an_attempt_in_the_record(journal):
    app = press(quiz_page())
    learner = identity.machine_learner(journal, THEN)
    attempt = journal.open_attempt(learner, QUIZ)
    assert attempt is not None
    assert attempt.mode == "practice"
    assert "Question 1 of 15" in seen(app).replace("<b>", "")


def test_an_exam_is_begun_when_it_is_chosen(journal):
    app = quiz_page()
    app.radio[0].set_value("exam")
    press(app)
    learner = identity.machine_learner(journal, THEN)
    assert journal.open_attempt(learner, QUIZ).mode == "exam"


def test_the_best_finished_attempt_is_named_at_the_start(journal):
    attempt = begun(journal)
    answered(journal, attempt, len(attempt.item_ids))
    page = seen(quiz_page())
    assert "Your best so far: <b>100%</b>" in page
    assert "20 November 2026" in page


def test_the_warm_up_never_counts(journal):
    app = quiz_page()
    press(app, "warm")
    learner = identity.machine_learner(journal, THEN)
    attempt = journal.open_attempt(learner, QUIZ)
    assert attempt.mode == "pretest"
    answered(journal, attempt, len(attempt.item_ids))
    assert all(answer.credit == 0 for answer in journal.answers(attempt.id))
    assert "None of it counts" in seen(quiz_page(attempt=attempt.id))


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
    item = turn.shown(attempt.id, attempt.item_ids[0])
    assert page.count('class="qz-card right') == 1
    assert page.count('class="qz-card wrong') == len(item.options) - 1
    assert page.count('class="qz-why"') == len(item.options)
    assert "Your answer, not correct." in page
    assert "Correct answer." in page
    assert "Not quite" in page


def test_a_named_mistake_comes_with_its_name_and_its_repair(journal):
    attempt = begun(journal, kind="single")
    item = turn.shown(attempt.id, attempt.item_ids[0])
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
    item = turn.shown(attempt.id, attempt.item_ids[0])
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


def test_a_typed_number_may_carry_a_dollar_sign(journal):
    attempt = begun(journal, kind="numeric")
    app = quiz_page()
    app.text_input[0].set_value(f" ${key_of(attempt).number} ")
    assert "Correct, your answer." in seen(press(app))


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
    app = press(quiz_page(), "hint")
    assert 'class="qz-hints"' in seen(app)
    app.radio[0].set_value(key_of(attempt).picked[0])
    assert "It counts half, because you took a hint." in seen(press(app))
    assert journal.answers(attempt.id)[0].credit * 2 == 1


def test_the_second_half_of_a_double_click_changes_nothing(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    press(app).button(key="go").click().run()
    assert journal.position(attempt.id) == 0
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
    item = turn.shown(attempt.id, attempt.item_ids[0])
    journal.append(attempt.answer(item, key_of(attempt), THEN))
    app = quiz_page()
    assert "qz-verdict right" in seen(app)
    assert label(app) == "Next question"


def test_an_item_that_left_the_bank_can_be_passed_over(journal):
    attempt = begun(journal, kind="single")
    gone = Attempt(**{**vars(attempt), "id": "old", "item_ids": ("no-longer-here", "nor-this")})
    journal.begin(gone)
    app = quiz_page()
    assert "taken out of the quiz" in seen(app)
    press(app)
    assert journal.position("old") == 1


# Exam and results


def test_an_exam_goes_on_without_a_word_of_feedback(journal):
    attempt = begun(journal, mode="exam", kind="single")
    app = quiz_page()
    app.radio[0].set_value(wrong_of(attempt))
    assert label(app) == "Save answer"
    page = seen(press(app))
    assert "Question 2 of 2" in page
    assert "1 saved" in page
    assert "correct" not in page


def test_the_last_press_leads_to_results_that_a_new_tab_shows_again(journal):
    attempt = begun(journal, kind="single")
    answered(journal, attempt, 1)
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt, 1).picked[0])
    assert label(press(app)) == "See your results"
    page = seen(press(app))
    assert "All of it right." in page
    assert "<b>2</b><span>of 2 points</span>" in page
    assert app.query_params["attempt"] == attempt.id
    assert "All of it right." in seen(quiz_page(attempt=attempt.id))


def test_results_show_chance_every_skill_and_every_missed_item(journal):
    attempt = begun(journal)
    answered(journal, attempt, 14)
    item = turn.shown(attempt.id, attempt.item_ids[14])
    lost = Response(number="123456") if item.answer else Response(picked=(wrong_of(attempt, 14),))
    journal.append(attempt.answer(item, lost, THEN))
    journal.move_on(attempt.id, 15, THEN)
    page = seen(quiz_page(attempt=attempt.id))
    assert "blind guessing gets about" in page
    skills = {turn.shown(attempt.id, each).skill for each in attempt.item_ids}
    assert page.count("<li><span>") == len(skills)
    assert page.count('<details class="qz-review" open>') == 1
    assert page.count('<details class="qz-review">') == 14


def test_the_missed_ones_become_an_attempt_of_their_own(journal):
    attempt = begun(journal, kind="single")
    answered(journal, attempt, 1)
    item = turn.shown(attempt.id, attempt.item_ids[1])
    wrong = Response(picked=(wrong_of(attempt, 1),))
    journal.append(attempt.answer(item, wrong, THEN))
    journal.move_on(attempt.id, 2, THEN)
    press(quiz_page(attempt=attempt.id), "missed")
    again = journal.open_attempt(attempt.learner_id, QUIZ)
    assert (again.mode, again.parent_id) == ("missed", attempt.id)
    assert again.item_ids == (attempt.item_ids[1],)


def test_taking_it_again_begins_with_another_seed(journal):
    attempt = begun(journal)
    answered(journal, attempt, 15)
    press(quiz_page(attempt=attempt.id), "again")
    again = journal.open_attempt(attempt.learner_id, QUIZ)
    assert again.id != attempt.id
    assert again.seed != attempt.seed


@pytest.mark.parametrize("wrong", ["no-such-attempt", "<script>", "../.."])
def test_an_unknown_attempt_in_the_address_leads_to_the_start(wrong):
    app = quiz_page(attempt=wrong)
    assert not app.exception
    assert label(app).startswith("Start")


def test_the_attempt_of_somebody_else_is_not_shown(journal):
    attempt = begun(journal, kind="single")
    other = Attempt(**{**vars(attempt), "id": "not-mine", "learner_id": "somebody-else"})
    journal.begin(other)
    journal.move_on(attempt.id, 2, THEN)
    journal.move_on(other.id, 2, THEN)
    assert label(quiz_page(attempt="not-mine")).startswith("Start")


# Bad luck


def test_a_locked_record_keeps_the_choice_and_lets_the_learner_press_again(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    app.radio[0].set_value(key_of(attempt).picked[0])
    with another_program_writing():
        press(app)
    assert "press the button again" in app.error[0].value
    assert app.radio[0].value == key_of(attempt).picked[0]
    page = seen(press(app))
    assert not app.error
    assert "qz-verdict right" in page


@contextmanager
def another_program_writing() -> Iterator[None]:
    path = os.environ["SIZEWISE_DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")
