"""Whether the names that files use for one another lead somewhere.

What a text names is a matter of its type (`sizewise.ground.ids`), never of its field's name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sizewise.ground.ids import Names, Referent
from sizewise.learn.finding import Level
from sizewise.learn.lesson.course import Course
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.read.place import Said
from sizewise.library.read.problem import WHOLE_FILE
from sizewise.library.read.tree import Page, line_of
from sizewise.library.read.words import nearest
from sizewise.library.shelf import Shelf

_SPOKEN: Mapping[Referent, str] = {
    "model": "model",
    "player": "model",
    "skill": "skill",
    "misconception": "misconception",
    "lesson": "lesson",
    "part": "part",
    "word": "word of the glossary",
    "trials": "file in content/runs",
    "task": "file in content/tasks",
}

_LEVEL: Mapping[bool, Level] = {True: "E", False: "W"}


@dataclass(frozen=True)
class Known:
    """Every name that content may use."""

    names: Mapping[Referent, Collection[str] | None]
    """By what they lead to; none where a file that would define some is broken. The parts of a
    lesson stand beside.
    """
    parts: Mapping[str, Collection[str]]
    """The anchors of each lesson."""
    lists: Mapping[Referent, str]
    """The one file in which an author adds such a name; none where each has a file of its own."""


def known_names(shelf: Shelf, lessons: Mapping[str, Opened[LessonFile]]) -> Known:
    """All that the files of a shelf define."""
    found: dict[Referent, set[str]] = {}
    hidden: set[Referent] = set()
    for kind in shelf.kinds:
        files = shelf.all(kind)
        for referent in kind.referents:
            found.setdefault(referent, set()).update(files)
        values = [opened.value for opened in files.values()]
        for referent, inside in kind.defines.items():
            for value in values:
                found.setdefault(referent, set()).update(() if value is None else inside(value))
            if None in values:
                hidden.add(referent)
    read = {name: opened.value for name, opened in lessons.items() if opened.value}
    parts = {name: lesson.anchors for name, lesson in read.items()}
    names = {each: None if each in hidden else found.get(each) for each in _SPOKEN}
    return Known(names, parts, _lists(shelf))


def _lists(shelf: Shelf) -> dict[Referent, str]:
    own_files = {referent for kind in shelf.kinds for referent in kind.referents}
    return {
        referent: kind.place
        for kind in shelf.kinds
        for referent in kind.defines
        if kind.single and referent not in own_files
    }


def check_names(said: Iterable[Said], page: Page, known: Known) -> None:
    """Report every text that names something which nobody defines."""
    named = [(each, each.marker) for each in said if isinstance(each.marker, Names)]
    lessons = {each.keys[:-1]: each.text for each, names in named if names.what == "lesson"}
    for each, names in named:
        if names.what == "part":
            lesson = lessons.get(each.keys[:-1], "")
            there, where = known.parts.get(lesson) or None, f" in the lesson {lesson}"
        else:
            there, where = known.names[names.what], ""
        for name in _missing(each.text, names, there):
            what = f"there is no {_SPOKEN[names.what]} `{name}`{where}"
            fix = _rather(name, there or (), known.lists.get(names.what))
            page.report(each.line, each.place, what, fix, _LEVEL[names.must])


def _missing(text: str, names: Names, there: Collection[str] | None) -> Sequence[str]:
    """The names in a text that are not there; nothing when nobody can know."""
    if there is None:
        return ()
    return [name for name in _given(text, names) if name not in there and name != names.none]


def _rather(name: str, there: Collection[str], lists: str | None) -> str:
    near = nearest(name, there)
    if lists is None:
        return near
    return f"{near} {'Or' if near.endswith('?') else 'or'} add it to {lists}"


def _given(text: str, names: Names) -> Sequence[str]:
    return text.split(",") if names.several else (text,)


def promises_kept(opened: Opened[Course], desk: Desk) -> None:
    """Report lessons that the course promises and nobody wrote."""
    for at, unit in enumerate(opened.value.units if opened.value else ()):
        for number, entry in enumerate(unit.lessons):
            line = line_of(opened.root, "units", at, "lessons", number)
            place = f"units > {at + 1} > lessons > {entry.id}"
            for kind in _PROMISED:
                if entry.status == "ready" and entry.id not in desk.names[kind]:
                    what = f"is ready and has no {desk.kinds[kind].path(entry.id)}"
                    opened.page.report(line, place, what, "write that file or set `status: coming`")


_PROMISED = ("lesson", "quiz")
"""The kinds of files that a ready lesson has."""


def on_the_map(opened: Opened[Any], desk: Desk) -> None:
    """Warn of a lesson or a quiz that no learner can find."""
    if desk.course is not None and opened.name not in {each.id for each in desk.course.lessons}:
        what = f"course.yaml has no lesson {opened.name}, so learners cannot find it"
        opened.page.report(1, WHOLE_FILE, what, "add it to a unit", "W")


def as_long_as_mapped(opened: Opened[LessonFile], desk: Desk) -> None:
    """Warn of a reading time that the course gives too, and otherwise: the lesson's own counts."""
    lesson = opened.value.lesson if opened.value else None
    for entry in desk.course.lessons if desk.course and lesson else ():
        given = "minutes" in entry.model_fields_set
        if lesson and entry.id == opened.name and given and entry.minutes != lesson.head.minutes:
            what = f"is {lesson.head.minutes} here and {entry.minutes} in content/course.yaml"
            opened.page.report(1, "minutes", what, "take it out there", "W")
