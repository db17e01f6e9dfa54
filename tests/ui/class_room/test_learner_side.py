"""The page of the class as learners use it: a code typed or scanned, what is due, leaving."""

import re
from contextlib import suppress
from datetime import timedelta

import pytest

from sizewise.learn.class_room.membership import Assignment
from sizewise.learn.quiz.attempt import begin
from sizewise.learn.quiz.template import show
from sizewise.record import CannotJoin, identity
from sizewise.record.facts.attempts import IMPORTED
from sizewise.record.identity import joining
from sizewise.record.identity.guesses import OF_ONE, Guesses
from sizewise.ui import house
from tests.learn.responses import right
from tests.ui.app import html, opened, said
from tests.ui.class_room.test_screen import LESSON, errors, me, notices


def typed(code, app=None):
    """The page after a code was typed."""
    app = app or opened("class")
    app.text_input(key="class_code").input(code)
    return app.button(key="FormSubmitter:class_join_form-Join the class").click().run()


def test_a_learner_joins_and_sees_under_which_name_and_what_is_seen(journal):
    group = journal.make_class("Year 9", "d" * 64, house.now())
    app = typed(journal.class_code(group.id).code.lower())
    (member,) = journal.members(group.id)
    assert member.pseudonym in notices(app)
    assert re.sub("<[^>]*>", "", html(app)).count(member.pseudonym) == 1
    assert "What your teacher sees" in html(app)
    assert app.title[0].value == opened("class").title[0].value == "Your class"


def test_the_scanned_link_fills_the_code_in_and_joins_nobody_by_itself(journal):
    group = journal.make_class("Year 9", "d" * 64, house.now())
    code = journal.class_code(group.id).code
    app = opened("class", code=code)
    assert app.text_input(key="class_code").value == code
    assert journal.members(group.id) == ()
    assert "Year 9" not in said(app)


def test_another_square_scanned_in_the_same_tab_takes_the_first_ones_place():
    app = opened("class", code="QQQQQQ")
    app.query_params["code"] = "CCCCCC"
    assert app.run().text_input(key="class_code").value == "CCCCCC"
    assert typed("DDDDDD", app).text_input(key="class_code").value == "DDDDDD"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("", "Type the code"), ("   ", "Type the code"), ("QQQQQQ", "No class has this code"),
     ("x" * 10_000, "No class has this code"), ("<b>", "No class has this code")],
    ids=["nothing", "spaces", "unknown", "long", "html"],
)  # fmt: skip
def test_a_wrong_code_is_told_beside_its_field(journal, code, sentence):
    journal.make_class("Year 9", "d" * 64, house.now())
    app = typed(code)
    assert sentence in errors(app)
    assert journal.memberships(me(journal)) == ()


def test_too_many_wrong_codes_are_stopped(journal, monkeypatch):
    """The minute stands still: a slow machine draws ten pages no quicker."""
    noon = house.now()
    monkeypatch.setattr(joining, "_guesses", Guesses(lambda: noon, lambda _: None))
    group = journal.make_class("Year 9", "d" * 64, noon)
    for _ in range(OF_ONE):
        with suppress(CannotJoin):
            identity.join(journal, "QQQQQQ", me(journal), "an address", noon)
    assert "Wait a minute" in errors(typed(journal.class_code(group.id).code))
    assert journal.members(group.id) == ()


def test_a_learner_leaves_at_once_after_a_yes(journal):
    group = journal.make_class("Year 9", "d" * 64, house.now())
    app = typed(journal.class_code(group.id).code)
    assert app.button(key=f"leave_{group.id}").disabled
    app.checkbox(key=f"leave_{group.id}_sure").check().run()
    app.button(key=f"leave_{group.id}").click().run()
    assert "You have left the class" in notices(app)
    assert journal.members(group.id) == ()


def test_what_is_due_stands_in_the_class_and_on_the_first_page(journal):
    group = journal.make_class("Year 9", "d" * 64, house.now())
    assert "due-line" not in html(opened("home"))
    journal.assign(Assignment(group.id, LESSON, "exam", house.today() + timedelta(days=5)))
    typed(journal.class_code(group.id).code)
    friday = "riday"  # five days after Sunday
    assert f"ue on F{friday}" in html(opened("class"))
    assert "Due on Friday</span> Quiz as an exam" in html(opened("home"))
    journal.end_class(group.id, house.now())
    assert "due-line" not in html(opened("home"))
    assert "This class has ended" in html(opened("class"))


def test_an_attempt_that_was_brought_is_not_done_and_the_page_says_so(journal):
    """The gradebook leaves it out, too."""
    group = journal.make_class("Year 9", "d" * 64, house.now() - timedelta(days=1))
    journal.join_class(journal.class_code(group.id).code, me(journal), house.now())
    journal.assign(Assignment(group.id, LESSON, "practice", house.today() + timedelta(days=5)))
    quiz = house.library().quizzes[LESSON]
    for prefix, done in (IMPORTED, 0), ("", 1):
        finishes(journal, quiz, f"{prefix}one")
        page = html(opened("class"))
        assert page.count("✓ Done") == done
        assert "brought from another server do not count" in page


def finishes(journal, quiz, attempt_id):
    """An attempt at one question, which is answered."""
    now, only = house.now(), [next(each.id for each in quiz.items if each.type == "single")]
    begun = begin(quiz, attempt_id=attempt_id, learner_id=me(journal), mode="practice",
                  seed="seven", at=now, only=only)  # fmt: skip
    journal.begin(begun)
    shown = show(quiz.item(only[0]), begun.seed, house.facts())
    journal.append(begun.answer(shown, right(shown), now))


def test_what_the_class_asks_for_is_chosen_at_the_start_of_the_quiz(journal):
    group = journal.make_class("Year 9", "d" * 64, house.now())
    assert opened("quiz", lesson=LESSON).radio(key="pick_mode").value == "practice"
    typed(journal.class_code(group.id).code)
    journal.assign(Assignment(group.id, LESSON, "exam", house.today() + timedelta(days=1)))
    app = opened("quiz", lesson=LESSON)
    assert app.radio(key="pick_mode").value == "exam"
    assert "Your class asks for this quiz as an exam: due tomorrow." in html(app)
    app.radio(key="pick_mode").set_value("practice").run()
    assert app.radio(key="pick_mode").value == "practice"
    app.button(key="go").click().run()
    (begun,) = journal.attempts(me(journal), LESSON)
    assert begun.mode == "practice"
