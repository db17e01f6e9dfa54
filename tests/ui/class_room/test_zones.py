"""Days of a class, in the time zone of whoever looks."""

from datetime import UTC, date, datetime

import pytest
import streamlit as st

from sizewise.learn.class_room.membership import LONGEST, Assignment
from sizewise.ui import house, session
from sizewise.ui.you.due import due_words
from tests.ui.app import html, opened, said
from tests.ui.class_room.test_screen import LESSON, made, me, taught

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


def test_the_last_day_that_is_chosen_is_the_last_day(journal, at):
    """In Tokyo it is 2 December at 15:00 UTC on the first: a year from then is the longest."""
    at("Asia/Tokyo", 2026, 12, 1, 15, 0)
    made()
    (group,) = journal.classes_taught_by(me(journal))
    assert group.ends_on == date(2026, 12, 2) + LONGEST
