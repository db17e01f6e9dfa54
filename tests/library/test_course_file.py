"""The course map: one line a lesson, and the lesson says the rest."""

import pytest

from sizewise.library.course_file import open_course
from tests.library.files import COURSE, LESSON, opened, said

COURSE_FILE = "content/course.yaml"
LESSON_FILE = "content/lessons/match-size.md"
BARE = COURSE.replace(", title: Match size to task, summary: Small first., minutes: 7", "")


def first_entry(library):
    return library.course.lessons[0]


def test_one_line_puts_a_lesson_on_the_map(tmp_path):
    library = opened(tmp_path, {COURSE_FILE: BARE})
    assert said(library) == []
    entry = first_entry(library)
    assert (entry.title, entry.summary) == ("Match size to task", "Pick a small model first.")
    assert entry.minutes == 7
    assert open_course(tmp_path) == library.course


def test_the_map_may_say_it_shorter_than_the_lesson(tmp_path):
    shorter = BARE.replace("id: match-size}", "id: match-size, title: Size, summary: Small.}")
    entry = first_entry(opened(tmp_path, {COURSE_FILE: shorter}))
    assert (entry.title, entry.summary, entry.minutes) == ("Size", "Small.", 7)


def test_a_reading_time_that_the_map_gives_otherwise_is_told(tmp_path):
    library = opened(tmp_path, {COURSE_FILE: COURSE.replace("minutes: 7}", "minutes: 9}")})
    assert [each.split(": ", 1)[1] for each in said(library)] == [
        "minutes: warning: is 7 here and 9 in content/course.yaml, take it out there"
    ]
    assert first_entry(library).minutes == 7


def test_what_is_wrong_beside_the_title_does_not_take_it_off_the_map(tmp_path):
    broken = LESSON.replace("minutes: 7", "minutes: seven")
    library = opened(tmp_path, {COURSE_FILE: BARE, LESSON_FILE: broken})
    assert first_entry(library).title == "Match size to task"
    assert open_course(tmp_path) == library.course


@pytest.mark.parametrize("raw", [b"", b"---\n", b"---\ntitle: [\n---\n", b"\xff", None])
def test_a_lesson_that_cannot_be_read_stands_on_the_map_by_its_name(tmp_path, raw):
    library = opened(tmp_path, {COURSE_FILE: BARE, LESSON_FILE: raw})
    assert first_entry(library).title == "Match size"
    assert open_course(tmp_path) == library.course
