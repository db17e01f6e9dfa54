"""Every content file of a folder, read one by one; a broken one never stops the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sizewise.library.kind import AnyKind, Kind
from sizewise.library.opened import Opened
from sizewise.library.read.problem import WHOLE_FILE, Problem
from sizewise.library.read.source import content_files
from sizewise.library.read.tree import Page, line_of
from sizewise.library.stray import strays

T = TypeVar("T")


@dataclass(frozen=True)
class Shelf:
    """Everything on disk, as read."""

    kinds: tuple[AnyKind, ...]
    files: Mapping[str, Mapping[str, Opened[Any]]]
    """By the name of their kind, and by their own."""
    strays: tuple[Page, ...]
    """One for each file that nobody reads, where it is probably missed."""

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
        pages = (*self.strays, *(opened.page for opened in self.opened()))
        return tuple(sorted(each for page in pages for each in page.problems))


def fill(root: Path, kinds: tuple[AnyKind, ...]) -> Shelf:
    """Read every file of these kinds below `root`."""
    files = {kind.name: open_kind(root, kind) for kind in kinds}
    read = {opened.page.file for each in files.values() for opened in each.values()}
    return Shelf(kinds, files, tuple(strays(root, kinds, read)))


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
