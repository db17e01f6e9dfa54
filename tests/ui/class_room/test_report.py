"""What a teacher sees of a class, with and without names."""

from dataclasses import replace
from datetime import timedelta
from unittest.mock import Mock

import pytest

from sizewise.learn.class_room.first_glance import SharedMistake
from sizewise.learn.class_room.membership import Assignment
from sizewise.learn.progress.review import ItemPlace
from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.class_room.report import glance, live
from tests.record.builders import answer, attempt
from tests.ui.app import html, opened, said
from tests.ui.class_room.demo import Demo

REPORT = ("glance", "skills", "missed", "live", "grades")


def taught(journal, members=0):
    """A class of this browser's teacher, with so many learners who have done nothing."""
    group = journal.make_class("Year 9", "a-digest", house.now() - timedelta(days=1))
    me = identity.machine_learner(journal, house.now())
    journal.remember_teacher(group.id, me, house.now())
    code = journal.class_code(group.id).code
    joined = [journal.join_class(code, f"learner-{n}", group.created_at) for n in range(members)]
    return group, joined


@pytest.fixture
def filled(journal):
    """A class of 20 whose learners are half through the course; its names."""
    demo = Demo(journal, house.now(), house.library())
    group, members = demo.make(learners=20)
    for learner in members[:12]:
        demo.take(learner, demo.library.quizzes["pricing-maths"], house.now(), answered=6)
    demo.store()
    me = identity.machine_learner(journal, house.now())
    journal.remember_teacher(group.id, me, house.now())
    journal.assign(Assignment(group.id, "what-is-a-token", "practice", house.today()))
    return [each.pseudonym for each in journal.members(group.id)]


def view(name, **more):
    app = opened("class", view=name, **more)
    assert not app.exception
    return app


def test_every_view_has_its_say_about_a_full_class(filled):
    first = said(view("glance"))
    assert "at most 3 of the last 10 first tries right" in first
    assert "of 20 learners" in first
    assert 'href="lesson?lesson=' in first
    assert "Started" in said(view("skills"))
    missed = said(view("missed"))
    assert "✓ right" in missed
    assert "provisional" in missed
    assert "weak question" in missed
    running = said(view("live"))
    assert "Who is at which question" in running
    assert "7 of 15" in running
    grades = view("grades")
    assert "due 29 November 2026" in said(grades)
    assert [each.label for each in grades.get("download_button")] == ["Download the gradebook"]


def test_a_projector_shows_no_name(filled):
    for name in REPORT:
        page = said(view(name, projector="yes"))
        assert (name, [each for each in filled if each in page]) == (name, [])
        assert 'data-label="<' not in page  # a phone shows heads as text


@pytest.mark.parametrize(
    ("learners", "lately", "told"),
    [(12, 7, "by 7 of them"), (12, 11, "by 8 to 12 of them"), (12, 12, "by 8 to 12 of them"),
     (6, 1, "by some of them"), (5, 5, "by some of them"), (9, 0, "Not made")],
)  # fmt: skip
def test_how_many_made_a_mistake_lately_tells_of_no_few_who_did_not(learners, lately, told):
    made = SharedMistake("a-mistake", learners, lately, lately, ItemPlace("quiz", "item"))
    assert told in glance.lately_words(made)


def test_the_way_to_a_projector_is_a_switch(filled):
    app = view("glance")
    waiting = [each for each in filled if each in html(app)]
    assert waiting
    app.toggle(key="class_report_projector").set_value(True).run()
    assert [each for each in filled if each in html(app)] == []


def test_a_class_without_learners_says_what_to_do(journal):
    taught(journal)
    for name in REPORT:
        assert "Nobody has joined yet." in said(view(name))


def test_a_class_that_has_done_nothing_says_so_in_each_view(journal):
    _, joined = taught(journal, members=1)
    first = said(view("glance"))
    assert "shown once 5 learners have answered" in first
    assert joined[0].pseudonym in first
    assert "Not tried yet" in said(view("skills"))
    assert "Nobody has answered a question" in said(view("missed"))
    assert "No quiz is going on" in said(view("live"))
    assert "nobody has begun a quiz" in said(view("grades"))


def test_what_has_left_the_course_is_told_and_never_breaks_a_view(journal):
    group, joined = taught(journal, members=1)
    gone = {"learner_id": joined[0].learner_id, "quiz_id": "gone-lesson"}
    journal.begin(attempt("old", item_ids=("gone-item",), started_at=house.now(), **gone))
    told = answer("gone-item", attempt_id="old", at=house.now(), **gone)
    journal.append(replace(told, skill="gone-skill", misconceptions=("gone-mistake",)))
    journal.assign(Assignment(group.id, "gone-lesson", "practice", house.today()))
    assert "Not listed: 1 question answered, not in the course today." in "".join(
        each.value for each in view("missed").caption
    )
    assert "gone-lesson (not in the course any more)" in said(view("grades"))
    assert "33%" in said(view("grades"))  # a third of a point, of one question
    view("glance")
    view("skills")
    view("live")


def looks_again(app):
    return [each.key for each in app.button if each.key == "class_look"] != []


def test_the_live_picture_stands_still_when_nothing_happens(filled, monkeypatch):
    app = view("live")
    assert not looks_again(app)
    monkeypatch.setattr(live, "QUIET", timedelta(0))
    assert looks_again(app.run())
    assert "Nothing has happened lately" in "".join(each.value for each in app.caption)


def test_the_live_picture_of_a_class_that_another_tab_has_closed_is_drawn_no_more(
    journal, monkeypatch
):
    class DrawnAnew(Exception):
        pass

    monkeypatch.setattr(live.st, "rerun", Mock(side_effect=DrawnAnew))
    monkeypatch.setattr(live.mine, "taught", dict)
    with pytest.raises(DrawnAnew):
        live._look(taught(journal)[0], "", 0, False, False)


def test_waiting_for_a_quiz_ends_too_until_the_teacher_looks_again(journal, monkeypatch):
    taught(journal, members=1)
    app = view("live")
    assert not looks_again(app)
    quiet = live.QUIET
    monkeypatch.setattr(live, "QUIET", timedelta(0))
    assert looks_again(app.run())
    monkeypatch.setattr(live, "QUIET", quiet)
    app.button(key="class_look").click().run()
    assert not looks_again(app)


def test_no_motion_means_no_moving_picture(journal, filled):
    me = identity.machine_learner(journal, house.now())
    journal.change_setting(me, "motion", "off", house.now())
    app = view("live")
    assert "ask for no motion" in "".join(each.value for each in app.caption)
    assert looks_again(app)
    assert "7 of 15" in said(app)
