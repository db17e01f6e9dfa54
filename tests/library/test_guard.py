"""What is wrong with one file hides that file alone, whatever the program makes of it."""

import re
from datetime import date

import pytest

from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.library import library, open_library
from sizewise.library.check import check
from sizewise.library.course_file import open_course
from sizewise.library.kinds import KINDS, QUIZ
from sizewise.library.write.schema import family
from tests.library.files import DAY, LESSON, content
from tests.library.files import QUIZ as A_QUIZ

QUIZ_FILE = "quizzes/match-size.yaml"


def verified(day):
    return A_QUIZ.replace("    stem:", f"    last_verified: {day}\n    stem:")


@pytest.mark.parametrize("day", ["2026-11-31", '"2026-11-31"', "0000-01-01", "2026-1-1"])
def test_a_day_that_no_calendar_has_is_told_and_hides_its_quiz_alone(tmp_path, day):
    root = content(tmp_path, {QUIZ_FILE: verified(day)})
    (told,) = (str(each) for each in check(root, DAY) if each.level == "E")
    assert told.startswith(f"{QUIZ_FILE}:10: items > size-first-001 > last_verified: ")
    assert "is not a day of the calendar" in told
    opened = open_library(root, DAY).on(DAY)
    assert opened.quizzes == {}
    assert list(opened.lessons) == ["match-size"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_stop_nothing(tmp_path, day):
    lesson = LESSON.replace("2026-11-21\nrev", f"{day}\nrev").replace("d: 2026-11-21", f"d: {day}")
    root = content(tmp_path, {QUIZ_FILE: verified(day), "content/lessons/match-size.md": lesson})
    assert not [each for each in check(root, DAY) if "stops the program" in each.what]
    open_library(root, DAY).on(date(2027, 6, 1))


def fails(*_args):
    raise ValueError("no day")


def test_a_reader_that_fails_hides_its_file_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("sizewise.library.opened.read_yaml", fails)
    opened = open_library(content(tmp_path), DAY)
    assert {each.file for each in opened.problems if "stops the program" in each.what} == {
        "content/course.yaml",
        "content/glossary.yaml",
        "content/models/gpt-4o-mini.yaml",
        QUIZ_FILE,
    }
    assert open_course(tmp_path) is None


def test_a_check_that_fails_hides_its_file_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("sizewise.library.checks.items.at_rest", fails)
    opened = open_library(content(tmp_path), DAY)
    (told,) = map(str, opened.problems)
    assert told.startswith(f"{QUIZ_FILE}:1: whole file: stops the program, which is a fault")
    assert opened.quizzes == {}
    assert list(opened.lessons) == ["match-size"]


def test_a_file_that_fails_on_a_day_is_not_there_on_that_day(tmp_path, monkeypatch):
    opened = open_library(content(tmp_path), DAY)
    monkeypatch.setattr(library, "asked_on", fails)
    assert opened.on(DAY).all(QUIZ) == {}
    assert list(opened.on(DAY).lessons) == ["match-size"]


def test_a_rule_that_fails_leaves_all_other_findings(tmp_path, monkeypatch):
    root = content(tmp_path)
    whole = set(map(str, check(root, DAY)))
    monkeypatch.setattr("sizewise.library.check.lint_lesson", fails)
    left = set(map(str, check(root, DAY)))
    assert {each for each in whole if QUIZ_FILE in each} <= left
    assert [each for each in left if "stops the program" in each]


def test_no_field_keeps_a_day_as_a_text():
    shapes = [shape for kind in KINDS for shape in family(kind.form.shape)]
    shapes += [shape for block in BLOCKS.values() for shape in family(block)]
    fields = (
        (f"{shape.__name__}.{name}", getattr(said, "pattern", None))
        for shape in shapes
        for name, field in shape.model_fields.items()
        for said in field.metadata
    )
    days = [
        name
        for name, pattern in fields
        if pattern and re.match(pattern, "2026-11-31") and not re.match(pattern, "a-name")
    ]
    assert days == []
