"""A name that stands twice is told where it stands a second time."""

import pytest

from tests.library.files import COURSE, opened, said

COURSE_FILE = "content/course.yaml"


@pytest.mark.parametrize(
    ("before", "entry", "line", "first"),
    [
        ("skills:", "      - {id: match-size}\n", 9, 7),
        ("misconceptions:", "  - {id: choose-model, title: A, objective: Do it.}\n", 11, 10),
        ("", "  - {id: bigger-is-safer, title: Again, repair: Again.}\n", 13, 12),
    ],
)
def test_a_name_that_stands_twice_in_the_course_is_told_where_it_does(
    tmp_path, before, entry, line, first
):
    course = COURSE.replace(before, entry + before) if before else COURSE + entry
    (problem,) = said(opened(tmp_path, {COURSE_FILE: course}))
    assert problem.startswith(f"{COURSE_FILE}:{line}: ")
    assert f"stands twice, first on line {first}" in problem
