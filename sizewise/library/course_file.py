"""The course map: the first file that is read, and all that a first page must know."""

from pathlib import Path

from sizewise.learn.lesson.course import Course, Heading
from sizewise.library.opened import open_yaml, text_of
from sizewise.library.read.build import build
from sizewise.library.read.front_matter import split
from sizewise.library.read.tree import Page, Table, parse

COURSE = "content/course.yaml"
"""The course map, below the root."""

LESSONS = "content/lessons/*.md"
"""The lessons, below the root; `*` is the name of each."""


def open_course(root: Path) -> Course | None:
    """Read the course map, the headings of its lessons, and nothing else; none if it is broken."""
    course = open_yaml(root, root / COURSE, Course).usable
    return (
        course.headed(lambda name: _heading(root / LESSONS.replace("*", name))) if course else None
    )


def _heading(path: Path) -> Heading | None:
    """What a lesson's front matter says; what is wrong with it is told when the lesson is read."""
    page = Page(path.name)
    front, _, _ = split(text_of(path, page) or "", page)
    tree = parse(front, page)
    entries = tree.entries if isinstance(tree, Table) else ()
    mine = tuple(each for each in entries if each[0].text in Heading.model_fields)
    return build(Heading, Table(mine, 1), page).value
