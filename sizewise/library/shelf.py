"""Every content file of a folder, read one by one; a broken one never stops the others."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any, TypeVar

from sizewise.library.kind import SCHEMAS, AnyKind, Kind
from sizewise.library.opened import Opened
from sizewise.library.read.problem import WHOLE_FILE, Problem
from sizewise.library.read.source import content_files
from sizewise.library.read.tree import Page, line_of
from sizewise.library.read.words import nearest

T = TypeVar("T")

_ENDINGS = (".yaml", ".yml", ".md", ".markdown", ".txt", ".json")
"""Endings of files that somebody may have meant as content."""


@dataclass(frozen=True)
class Shelf:
    """Everything on disk, as read."""

    kinds: tuple[AnyKind, ...]
    files: Mapping[str, Mapping[str, Opened[Any]]]
    """By the name of their kind, and by their own."""
    stray: Page
    """What is wrong with files that nobody reads."""

    def all(self, kind: Kind[T]) -> Mapping[str, Opened[T]]:
        """Every file of a kind, by name."""
        return self.files[kind.name]

    def one(self, kind: Kind[T]) -> Opened[T] | None:
        """The file of a kind that has one at most; none when it is not there."""
        return next(iter(self.all(kind).values()), None)

    def opened(self) -> Iterator[Opened[Any]]:
        """Every file."""
        return (opened for files in self.files.values() for opened in files.values())

    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, in the order of files and lines."""
        pages = (self.stray, *(opened.page for opened in self.opened()))
        return tuple(sorted(each for page in pages for each in page.problems))


def fill(root: Path, kinds: tuple[AnyKind, ...]) -> Shelf:
    """Read every file of these kinds below `root`."""
    stray = Page(".")
    _note_stray(root, kinds, stray)
    return Shelf(kinds, {kind.name: open_kind(root, kind) for kind in kinds}, stray)


def open_kind(root: Path, kind: Kind[T]) -> dict[str, Opened[T]]:
    """Read every file of one kind below `root`, and nothing else."""
    if kind.single:
        path = root / kind.place
        there = kind.needed or path.exists()
        return {path.stem: kind.form.open(root, path)} if there else {}
    paths = content_files(root / kind.folder, kind.suffix)
    return {path.stem: _named_well(path.stem, kind, kind.form.open(root, path)) for path in paths}


def _named_well(name: str, kind: Kind[T], opened: Opened[T]) -> Opened[T]:
    if not kind.naming.pattern.fullmatch(name):
        fix = f"name the file with {kind.naming.said}"
        opened.page.report(1, WHOLE_FILE, f"`{name}` cannot be an id", fix)
    given = getattr(opened.value, "id", name)
    if given != name:
        what = f"`{given}` is not the file's name"
        opened.page.report(line_of(opened.root, "id"), "id", what, f"write {name}")
    return opened


def _note_stray(root: Path, kinds: Iterable[AnyKind], page: Page) -> None:
    """A file that nobody reads is probably one that somebody misses."""
    read = dict.fromkeys(kind.folder for kind in kinds)
    inner = (each for folder in read for each in _folders(root, folder) if each != SCHEMAS)
    for folder in dict.fromkeys((*read, *inner)):
        here = [kind for kind in kinds if kind.folder == folder]
        for path in (each for ending in _ENDINGS for each in content_files(root / folder, ending)):
            if not any(fnmatchcase(path.name, PurePath(kind.place).name) for kind in here):
                what = f"{path.relative_to(root).as_posix()} is not read"
                page.report(1, WHOLE_FILE, what, _rather(path.name, folder, here, read), "W")


def _folders(root: Path, folder: str) -> Iterator[str]:
    with suppress(OSError):
        inside = sorted(each.name for each in (root / folder).iterdir() if each.is_dir())
        yield from (f"{folder}/{name}" for name in inside if not name.startswith("."))


def _rather(name: str, folder: str, here: Iterable[AnyKind], folders: Iterable[str]) -> str:
    """What its author may have meant."""
    for kind in here:
        if not kind.single:
            return f"end its name in {kind.suffix}"
    singles = [PurePath(kind.place).name for kind in here]
    return nearest(name, singles) if singles else f"move it: {nearest(folder, folders)}"
