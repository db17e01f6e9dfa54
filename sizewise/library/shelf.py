"""Every content file of a folder, read one by one; a broken one never stops the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sizewise.ground.ids import ID, MODEL_ID
from sizewise.learn.lesson.course import (
    Course,
    Glossary,
)
from sizewise.learn.lookup.checklist import Checklist
from sizewise.learn.lookup.faq import Faq
from sizewise.learn.quiz.item import Quiz
from sizewise.library.course_file import open_course
from sizewise.library.opened import Opened, Shaped, open_yaml, text_of
from sizewise.library.read.allow import (
    Allowed,
    allowed,
)
from sizewise.library.read.lesson_file import (
    LessonFile,
    read_lesson,
)
from sizewise.library.read.place import Said
from sizewise.library.read.problem import (
    WHOLE_FILE,
    Problem,
)
from sizewise.library.read.source import content_files
from sizewise.library.read.tree import (
    Page,
    line_of,
)
from sizewise.sizing.catalogue.catalog import ModelFile
from sizewise.sizing.choose.decision import DecisionTable
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.plan.route import PairedTrials

Named = TypeVar("Named", Quiz, Mission, Checklist)

_ID = re.compile(ID)
_MODEL_ID = re.compile(MODEL_ID)
_STRAY = {".yml": ".yaml", ".markdown": ".md", ".txt": ".md or .yaml", ".json": ".yaml"}


@dataclass
class OpenedLesson:
    """A lesson file and its problems."""

    page: Page
    file: LessonFile = field(default_factory=lambda: LessonFile(None, {}, ()))


@dataclass
class Shelf:
    """Everything on disk, as read."""

    course: Opened[Course]
    glossary: Opened[Glossary]
    models: dict[str, Opened[ModelFile]]
    lessons: dict[str, OpenedLesson]
    quizzes: dict[str, Opened[Quiz]]
    decisions: Opened[DecisionTable] | None
    """None when there is no such file: a course may do without."""
    missions: dict[str, Opened[Mission]]
    faq: Opened[Faq] | None
    """None when there is no such file: a course may do without."""
    checklists: dict[str, Opened[Checklist]]
    runs: dict[str, Opened[PairedTrials]]
    stray: Page

    def texts(self) -> Iterator[tuple[Page, tuple[Said, ...]]]:
        """Every text of every file, with the page that takes what is wrong with it."""
        yield from ((lesson.page, lesson.file.said) for lesson in self.lessons.values())
        yield from ((opened.page, opened.said) for opened in self._opened())

    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, in the order of files and lines."""
        return tuple(sorted(each for page in self._pages() for each in page.problems))

    def _pages(self) -> Iterator[Page]:
        yield self.stray
        yield from (lesson.page for lesson in self.lessons.values())
        yield from (opened.page for opened in self._opened())

    def _opened(self) -> Iterator[Opened[Any]]:
        yield from (self.course, self.glossary)
        yield from (each for each in (self.decisions, self.faq) if each is not None)
        for folder in (self.models, self.quizzes, self.missions, self.checklists, self.runs):
            yield from folder.values()


def fill(root: Path) -> Shelf:
    """Read every content file below `root`."""
    content, stray = root / "content", Page(".")
    folders = (content / name for name in ("models", "lessons", "missions", "checklists"))
    for folder in (content, *folders, root / "quizzes"):
        _note_stray(root, folder, stray)
    return Shelf(
        course=open_course(root),
        glossary=open_yaml(root, content / "glossary.yaml", Glossary),
        models=open_models(root),
        lessons={
            path.stem: open_lesson(root, path) for path in content_files(content / "lessons", ".md")
        },
        quizzes=_open_all(root, root / "quizzes", Quiz),
        decisions=_open_maybe(root, content / "choose.yaml", DecisionTable),
        missions=_open_all(root, content / "missions", Mission),
        faq=_open_maybe(root, content / "faq.yaml", Faq),
        checklists=_open_all(root, content / "checklists", Checklist),
        runs=_open_runs(root, content / "runs"),
        stray=stray,
    )


def open_models(root: Path) -> dict[str, Opened[ModelFile]]:
    """Read every model file below `root`, and nothing else."""
    paths = content_files(root / "content" / "models", ".yaml")
    return {path.stem: _open_model(root, path) for path in paths}


def allowances(quiz: Opened[Quiz]) -> Allowed:
    """The lint findings that comments in a quiz file allow."""
    return allowed(quiz.text, quiz.root, quiz.page)


def _open_model(root: Path, path: Path) -> Opened[ModelFile]:
    opened = open_yaml(root, path, ModelFile)
    _named_well(path, opened.page, _MODEL_ID, "2 to 64 lower-case letters, digits, dots, hyphens")
    if opened.value is not None:
        _same_name(path, opened.value.id, opened)
    return opened


def _open_all(root: Path, folder: Path, shape: type[Named]) -> dict[str, Opened[Named]]:
    """Every YAML file of a folder, by name; each names itself by the file's name."""
    return {path.stem: _open_named(root, path, shape) for path in content_files(folder, ".yaml")}


def _open_named(root: Path, path: Path, shape: type[Named]) -> Opened[Named]:
    opened = open_yaml(root, path, shape)
    _named_well(path, opened.page, _ID, "3 to 64 lower-case letters, digits and hyphens")
    if opened.value is not None:
        _same_name(path, opened.value.id, opened)
    return opened


def _open_runs(root: Path, folder: Path) -> dict[str, Opened[PairedTrials]]:
    """Recorded trials: JSON, which our reader of YAML reads too."""
    return {
        path.stem: open_yaml(root, path, PairedTrials) for path in content_files(folder, ".json")
    }


def _open_maybe(root: Path, path: Path, shape: type[Shaped]) -> Opened[Shaped] | None:
    return open_yaml(root, path, shape) if path.exists() else None


def open_lesson(root: Path, path: Path) -> OpenedLesson:
    """Read one lesson file."""
    page = Page(path.relative_to(root).as_posix())
    text = text_of(path, page)
    _named_well(path, page, _ID, "3 to 64 lower-case letters, digits and hyphens")
    if text is None or not _ID.fullmatch(path.stem):
        return OpenedLesson(page)
    return OpenedLesson(page, read_lesson(path.stem, text, page))


def _named_well(path: Path, page: Page, pattern: re.Pattern[str], rule: str) -> None:
    if not pattern.fullmatch(path.stem):
        page.report(1, WHOLE_FILE, f"`{path.stem}` cannot be an id", f"name the file with {rule}")


def _same_name(path: Path, given: str, opened: Opened[Shaped]) -> None:
    if given != path.stem:
        what = f"`{given}` is not the file's name"
        opened.page.report(line_of(opened.root, "id"), "id", what, f"write {path.stem}")


def _note_stray(root: Path, folder: Path, page: Page) -> None:
    """A file with an ending that nobody reads is probably a lesson somebody misses."""
    for path, ending in _strays(folder):
        what = f"{path.relative_to(root).as_posix()} is not read"
        page.report(1, WHOLE_FILE, what, f"end its name in {ending}", "W")


def _strays(folder: Path) -> Iterator[tuple[Path, str]]:
    for ending, right in _STRAY.items():
        yield from ((path, right) for path in content_files(folder, ending))
