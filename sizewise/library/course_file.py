"""The course map: the first file that is read, and all that a first page must know."""

from pathlib import Path

from sizewise.learn.lesson.course import Course, Heading
from sizewise.library.guard import guarded
from sizewise.library.opened import open_yaml, text_of
from sizewise.library.read.front_matter import heading_in, split
from sizewise.library.read.tree import Page, parse

COURSE = "content/course.yaml"
"""The course map, below the root."""

LESSONS = "content/lessons/*.md"
"""The lessons, below the root; `*` is the name of each."""


def open_course(root: Path) -> Course | None:
    """Read the course map, the headings of its lessons, and nothing else; none if it is broken."""
    page = Page(COURSE)
    opened = guarded(page, lambda: open_yaml(root, root / COURSE, Course))
    course = opened.usable if opened else None
    if course is None:
        return None
    return course.headed(lambda name: _heading(root / LESSONS.replace("*", name)))


def _heading(path: Path) -> Heading:
    page = Page(path.name)  # what is wrong is told when the lesson itself is read
    front, _, _ = split(text_of(path, page) or "", page)
    return heading_in(parse(front, page))
