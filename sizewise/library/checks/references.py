"""Whether the names that files use for one another lead somewhere.

What a text names is a matter of its type (`sizewise.ground.ids`), never of its field's name.
"""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sizewise.ground.ids import Names, Referent
from sizewise.learn.lesson.course import Course
from sizewise.library.read.place import Said
from sizewise.library.read.problem import Level
from sizewise.library.read.tree import (
    Page,
    line_of,
)
from sizewise.library.read.words import nearest
from sizewise.library.shelf import Shelf

_SPOKEN: Mapping[Referent, str] = {
    "model": "model",
    "skill": "skill",
    "misconception": "misconception",
    "lesson": "lesson",
    "part": "part",
    "word": "word of the glossary",
    "trials": "file in content/runs",
}

_LEVEL: Mapping[bool, Level] = {True: "E", False: "W"}


@dataclass(frozen=True)
class Known:
    """Every name that content may use; None where the file that would define them is broken."""

    names: Mapping[Referent, Collection[str] | None]
    """By what they lead to; the parts of a lesson stand beside."""
    parts: Mapping[str, Collection[str]]
    """The anchors of each lesson."""


def known_names(shelf: Shelf) -> Known:
    """All that the files of a shelf define."""
    course, glossary = shelf.course.value, shelf.glossary.value
    announced = {entry.id for entry in course.lessons} if course else set()
    return Known(
        names={
            "model": shelf.models.keys(),
            "skill": {each.id for each in course.skills} if course else None,
            "misconception": {each.id for each in course.misconceptions} if course else None,
            "lesson": announced | shelf.lessons.keys(),
            "part": None,
            "word": {word.term for word in glossary.words} if glossary else None,
            "trials": shelf.runs.keys(),
        },
        parts={name: opened.file.anchors for name, opened in shelf.lessons.items()},
    )


def check_names(said: Iterable[Said], page: Page, known: Known) -> None:
    """Report every text that names something which nobody defines."""
    named = [(each, each.marker) for each in said if isinstance(each.marker, Names)]
    lessons = {each.keys[:-1]: each.text for each, names in named if names.what == "lesson"}
    for each, names in named:
        if names.what == "part":
            lesson = lessons.get(each.keys[:-1], "")
            _report(each, names, known.parts.get(lesson) or None, f" in the lesson {lesson}", page)
        else:
            _report(each, names, known.names[names.what], "", page)


def _report(
    said: Said, names: Names, there: Collection[str] | None, where: str, page: Page
) -> None:
    """Report the names of a text that are not there; nothing when nobody can know."""
    if there is None:
        return
    for name in _given(said.text, names):
        if name not in there and name != names.none:
            what, level = f"there is no {_SPOKEN[names.what]} `{name}`{where}", _LEVEL[names.must]
            page.report(said.line, said.place, what, nearest(name, there), level)


def _given(text: str, names: Names) -> Sequence[str]:
    return text.split(",") if names.several else (text,)


def check_map(shelf: Shelf) -> None:
    """Report lessons that the course promises and nobody wrote, and the other way round."""
    page, root, course = shelf.course.page, shelf.course.root, shelf.course.value
    if course is None:
        return
    for at, unit in enumerate(course.units):
        for number, entry in enumerate(unit.lessons):
            line = line_of(root, "units", at, "lessons", number)
            place = f"units > {at + 1} > lessons > {entry.id}"
            for folder, shelved in (("content/lessons", shelf.lessons), ("quizzes", shelf.quizzes)):
                if entry.status == "ready" and entry.id not in shelved:
                    ending = "md" if folder == "content/lessons" else "yaml"
                    what = f"is ready and has no {folder}/{entry.id}.{ending}"
                    page.report(line, place, what, "write that file or set `status: coming`")
    _not_on_the_map(shelf, {entry.id for entry in course.lessons})
    _named_twice(shelf, course)


def _not_on_the_map(shelf: Shelf, on_map: Container[str]) -> None:
    for shelved in (shelf.lessons, shelf.quizzes):
        for name, opened in shelved.items():
            if name not in on_map:
                what = f"course.yaml has no lesson {name}, so learners cannot find it"
                opened.page.report(1, "whole file", what, "add it to a unit", "W")


def _named_twice(shelf: Shelf, course: Course) -> None:
    named = {
        "lessons": [entry.id for entry in course.lessons],
        "skills": [skill.id for skill in course.skills],
        "misconceptions": [each.id for each in course.misconceptions],
    }
    for field, ids in named.items():
        for twice in sorted({each for each in ids if ids.count(each) > 1}):
            line = line_of(shelf.course.root, field)
            what = f"`{twice}` stands twice"
            shelf.course.page.report(line, field, what, "give each its own id")
