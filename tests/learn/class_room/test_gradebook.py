"""The gradebook, and its files."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from sizewise.learn.class_room.gradebook import (
    GradeColumn,
    GradeRow,
    QuizGrade,
    Taken,
    columns_taken,
    gradebook,
)
from sizewise.learn.class_room.gradebook_csv import BOM, gradebook_csv
from tests.learn.builders import NOON, item, quiz

QUIZ = quiz([item(f"item-{n}") for n in range(1, 4)])
ASKED = ("item-1", "item-2", "item-3")


def taken(points="2", *, name="kind-tiger-42", answered=3, mode="practice", at=NOON, quiz="a-quiz"):
    return Taken(name, quiz, mode, ASKED, frozenset(ASKED[:answered]), 0, Decimal(points), 0, at)


def grade(*attempts, column=None, quizzes=None, zone=UTC):
    column = column or GradeColumn("a-quiz")
    bank = {"a-quiz": QUIZ} if quizzes is None else quizzes
    (row,) = gradebook(["kind-tiger-42"], [column], attempts, bank, zone)
    return row.grades[0]


def test_the_best_finished_attempt_counts():
    # 2 of 3 is .6667 and 2.5 of 3 is .8333, to four decimals
    assert grade(taken("2"), taken("2.5"), taken("1")) == QuizGrade(
        "finished", Decimal("0.8333"), 3
    )


def test_an_attempt_that_goes_on_is_no_grade():
    assert grade(taken("2", answered=2)) == QuizGrade("begun")


def test_who_has_not_begun_has_none_either():
    assert grade() == QuizGrade("not begun")
    assert grade(taken(name="calm-otter-11")) == QuizGrade("not begun")


def test_a_question_that_left_the_bank_keeps_nobody_from_finishing():
    without = quiz([item("item-1"), item("item-2")])
    found = grade(taken("2", answered=2), quizzes={"a-quiz": without})
    assert found == QuizGrade("finished", Decimal(1), 1)


def test_a_quiz_that_left_the_course_keeps_its_grades():
    assert grade(taken("3"), quizzes={}).share == 1
    assert grade(taken("1", answered=1), quizzes={}).state == "begun"


@pytest.mark.parametrize("mode", ["missed", "pretest", "review"])
def test_second_tries_guesses_before_and_reviews_are_no_grades(mode):
    assert grade(taken("3", mode=mode)) == QuizGrade("not begun")


def test_an_assignment_counts_only_what_was_taken_as_assigned():
    exam = GradeColumn("a-quiz", "exam")
    assert grade(taken("3"), column=exam) == QuizGrade("not begun")
    assert grade(taken("3"), taken("1.5", mode="exam"), column=exam).share == Decimal("0.5")


def test_whatever_was_finished_after_the_due_day_is_late():
    due = GradeColumn("a-quiz", "practice", date(2026, 11, 21))
    assert not grade(taken(at=NOON), column=due).late
    assert grade(taken(at=NOON + timedelta(days=1)), column=due).late
    again = grade(taken("1", at=NOON), taken("3", at=NOON + timedelta(days=1)), column=due)
    assert (again.late, again.share) == (False, 1)


@pytest.mark.parametrize(
    ("zone", "hour"), [("America/Los_Angeles", 32), ("UTC", 24), ("Asia/Tokyo", 15)]
)
def test_the_due_day_is_one_of_the_teachers_time_zone(zone, hour):
    """Over so many hours after 1 December has begun in UTC: at -8, 0 and +9."""
    due = GradeColumn("a-quiz", "practice", date(2026, 12, 1))
    over = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(hours=hour)
    just = over - timedelta(seconds=1)
    assert not grade(taken(at=just), column=due, zone=ZoneInfo(zone)).late
    assert grade(taken(at=over), column=due, zone=ZoneInfo(zone)).late


def test_without_assignments_every_quiz_that_was_begun_has_a_column():
    begun = [taken(quiz="z-gone"), taken(quiz="second"), taken(quiz="first")]
    begun += [taken(quiz="only-guessed", mode="pretest")]
    names = [each.quiz_id for each in columns_taken(begun, ["first", "second", "third"])]
    assert names == ["first", "second", "z-gone"]


ROWS = (
    GradeRow("calm-otter-11", (QuizGrade("finished", Decimal("0.8333"), 1), QuizGrade("begun"))),
    GradeRow("kind-tiger-42", (QuizGrade(), QuizGrade("finished", Decimal(1), 2, late=True))),
)


def table(kind, titles=("Tokens", "Prices"), rows=ROWS):
    text = gradebook_csv(kind, titles, rows)
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM))))


def test_a_spreadsheet_gets_points_of_100_and_empty_cells():
    assert table("spreadsheet") == [
        ["Pseudonym", "Tokens", "Prices"],
        ["calm-otter-11", "83.33", ""],
        ["kind-tiger-42", "", "100"],
    ]


def test_moodle_finds_a_column_by_which_it_knows_its_users():
    assert table("moodle")[0] == ["Pseudonym", "ID number", "Email address", "Tokens", "Prices"]
    assert table("moodle")[1] == ["calm-otter-11", "", "", "83.33", ""]


def test_canvas_finds_its_own_columns_and_what_each_is_worth():
    head, worth, *rows = table("canvas")
    assert head[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert "Points Possible" in worth[0]
    assert worth[5:] == ["100", "100"]
    assert rows[0] == ["calm-otter-11", "", "", "", "", "83.33", ""]


@pytest.mark.parametrize("kind", ["spreadsheet", "moodle", "canvas"])
def test_no_title_is_a_formula_and_no_two_are_the_same(kind):
    titles = table(kind, ("=cmd|' /C calc'!A0", "Prices"))[0]
    assert titles[-2] == "'=cmd|' /C calc'!A0"
    assert table(kind, ("Prices", "Prices"))[0][-2:] == ["Prices (1)", "Prices (2)"]
