"""Days of a class, in the time zone of whoever looks."""

from datetime import UTC, date, datetime

import pytest
import streamlit as st

from sizewise.learn.class_room.membership import LONGEST, Assignment
from sizewise.record import tables
from sizewise.ui import house, session
from sizewise.ui.you.due import due_words
from tests.ui.app import html, opened, said
from tests.ui.class_room.test_learner_side import typed
from tests.ui.class_room.test_screen import LESSON, errors, made, me, notices, taught

FIRST = date(2026, 12, 1)


@pytest.fixture
def at(monkeypatch):
    """Takes the screen to a moment in UTC, and its browser to a time zone."""

    def take_to(zone, *moment):
        monkeypatch.setattr(type(st.context), "timezone", zone)
        monkeypatch.setattr(house, "now", lambda: datetime(*moment, tzinfo=UTC))

    return take_to


# At 16:00 in Los Angeles (-8) it is midnight in UTC, and at midnight in Tokyo (+9) 15:00.
@pytest.mark.parametrize(
    ("zone", "moment", "told"),
    [("America/Los_Angeles", (2026, 12, 2, 0, 0), "due today"),
     ("America/Los_Angeles", (2026, 12, 2, 7, 59), "due today"),
     ("America/Los_Angeles", (2026, 12, 2, 8, 0), "was due on 1 December 2026"),
     ("Asia/Tokyo", (2026, 12, 1, 14, 59), "due today"),
     ("Asia/Tokyo", (2026, 12, 1, 15, 0), "was due on 1 December 2026"),
     ("Asia/Tokyo", (2026, 11, 30, 14, 59), "due tomorrow"),
     ("Nowhere/Land", (2026, 12, 1, 23, 59), "due today"),
     (None, (2026, 12, 2, 0, 0), "was due on 1 December 2026")],
)  # fmt: skip
def test_a_due_day_holds_until_it_is_over_for_the_learner(at, zone, moment, told):
    at(zone, *moment)
    assert due_words(FIRST) == told


# In New York clocks go back on 1 November 2026, from -4 to -5: the day has 25 hours.
@pytest.mark.parametrize(
    ("moment", "told"),
    [((2026, 11, 1, 3, 59), "due tomorrow"), ((2026, 11, 1, 4, 0), "due today"),
     ((2026, 11, 2, 4, 59), "due today"), ((2026, 11, 2, 5, 0), "was due on 1 November 2026")],
)  # fmt: skip
def test_a_day_on_which_clocks_change_is_as_long_as_it_is(at, moment, told):
    at("America/New_York", *moment)
    assert due_words(date(2026, 11, 1)) == told


@pytest.mark.parametrize(
    "name", ["Nowhere/Land", "America", "../../etc/passwd", "/etc/passwd", "\0", "x" * 9_999, ""]
)
def test_a_zone_that_is_none_is_utc(at, name):
    at(name, 2026, 12, 1)
    assert str(session.zone()) == "UTC"


def test_the_pages_of_a_class_go_by_the_clock_of_who_looks(journal, at):
    group = taught(journal, ends_on=FIRST)
    journal.join_class(journal.class_code(group.id).code, me(journal), house.now())
    journal.assign(Assignment(group.id, LESSON, "exam", FIRST))
    at("America/Los_Angeles", 2026, 12, 2, 7, 30)
    assert "Due today</span> Quiz as an exam" in html(opened("home"))
    assert "You are in this class" in html(opened("class", of="mine"))
    form = opened("class", view="work")
    assert form.date_input(key="class_due").value == FIRST
    assert "America/Los_Angeles" in form.date_input(key="class_due").help
    grades = opened("class", view="grades")
    assert "Goes on until 1 December 2026" in html(grades)
    assert sum("America/Los_Angeles" in each.value for each in grades.caption) == 1
    assert ">good until 1 December 2026<" in html(opened("class", view="join"))
    at("America/Los_Angeles", 2026, 12, 2, 8, 0)
    assert "due-line" not in html(opened("home"))
    assert "This class has ended" in html(opened("class", of="mine"))
    assert "nothing more is asked of it" in said(opened("class", view="work"))


def test_a_learner_whose_day_is_over_is_not_welcomed_to_a_class_that_has_ended(journal, at):
    """In Berlin (+1) it is 9:00 on 2 December, and in Los Angeles (-8) just midnight."""
    group = taught(journal, ends_on=FIRST)
    at("Europe/Berlin", 2026, 12, 2, 7, 59)
    app = typed(journal.class_code(group.id).code, opened("class", of="mine"))
    assert "This class has ended" in errors(app)
    assert journal.members(group.id) == ()
    told = "it can be joined only where 1 December 2026 is not over yet"
    for view in ("join", "slips"):
        assert told in said(opened("class", view=view))
    at("America/Los_Angeles", 2026, 12, 2, 7, 59)
    app = typed(journal.class_code(group.id).code, opened("class", of="mine"))
    assert "Welcome" in notices(app)
    assert "This class has ended" not in html(app)
    at("Europe/Berlin", 2026, 12, 2, 12, 0)
    assert "nobody can join it any more" in said(opened("class", view="join"))


def test_a_form_that_was_left_open_over_midnight_assigns_nothing_that_is_late(journal, at):
    group = taught(journal)
    at("Europe/Berlin", 2026, 12, 1, 22, 59)
    app = opened("class", view="work")
    app.selectbox(key="class_lesson").select(LESSON)
    app.date_input(key="class_due").set_value(FIRST)
    at("Europe/Berlin", 2026, 12, 1, 23, 0)
    app.button(key="FormSubmitter:class_assign-Assign").click().run()
    assert "1 December 2026 is over: choose 2 December 2026 or later" in errors(app)
    assert journal.assignments(group.id) == ()
    assert app.date_input(key="class_due").value >= date(2026, 12, 2)
    assert not app.exception


def test_a_form_that_was_left_open_for_days_makes_no_class_that_is_over(journal, at):
    at("Europe/Berlin", 2026, 12, 1, 12, 0)
    app = opened("class")
    app.text_input(key="class_title").input("Year 9")
    app.date_input(key="class_last").set_value(date(2026, 12, 2))
    at("Europe/Berlin", 2026, 12, 2, 23, 0)
    app.button(key="FormSubmitter:class_make_form-Make the class").click().run()
    assert "2 December 2026 is over" in errors(app)
    assert journal.classes_taught_by(me(journal)) == ()
    assert not app.exception


def test_a_class_that_is_ended_is_said_to_be_kept_until_the_day_it_is(journal, at):
    """30 days from 2 December; 334 days of before leave fewer, and a year that is over none."""
    at("Europe/Berlin", 2026, 12, 2, 12, 0)
    group = taught(journal)
    assert "If you end it today, the class is deleted after 1 January 2027." in said(
        opened("class", view="close")
    )
    made_then = tables.classes.update().values(
        created_at=datetime(2025, 12, 2, tzinfo=UTC).isoformat(timespec="microseconds"),
        ends_on="2026-12-02",
    )
    with journal.database.writing() as connection:
        connection.execute(made_then)
    assert journal.class_of(group.id).ends_on == date(2026, 12, 2)
    page = said(opened("class", view="close"))
    assert page.count("deleted after 2 December 2026.") == 2
    assert "30 days" not in page


def test_the_last_day_that_is_chosen_is_the_last_day(journal, at):
    """In Tokyo it is 2 December at 15:00 UTC on the first: a year from then is the longest."""
    at("Asia/Tokyo", 2026, 12, 1, 15, 0)
    made()
    (group,) = journal.classes_taught_by(me(journal))
    assert group.ends_on == date(2026, 12, 2) + LONGEST
