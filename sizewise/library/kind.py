"""What a kind of content file is: where its files stand, how they are read, what they keep to."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from sizewise.ground.ids import ID, MODEL_ID, Referent
from sizewise.learn.lesson.course import Course, Glossary
from sizewise.library.facts import CatalogueFacts
from sizewise.library.guard import guarded
from sizewise.library.opened import Opened, Shaped, open_yaml
from sizewise.library.read.tree import Page

SCHEMAS = "content/schema"
"""Where the schema of each kind stands, below the root."""

T = TypeVar("T")
S = TypeVar("S")


class Naming(NamedTuple):
    """What a file's name is made of, for the machine and for people."""

    pattern: re.Pattern[str]
    said: str
    example: str


NAMES = Naming(
    re.compile(ID), "3 to 64 small letters a to z, digits and hyphens", "what-is-a-token"
)
MODEL_NAMES = Naming(
    re.compile(MODEL_ID), "2 to 64 small letters a to z, digits, dots and hyphens", "gpt-4o-mini"
)


@dataclass(frozen=True)
class FileForm(Generic[T]):
    """How a file is written: the fields that an author fills in, and how it is read."""

    shape: type[BaseModel]
    read: Callable[[Path, Path], Opened[T]]
    """Reads the file of a path, below a root."""

    def open(self, root: Path, path: Path) -> Opened[T]:
        """The file of a path, below a root. Never raises for what stands in it."""
        page = Page(path.relative_to(root).as_posix())
        return guarded(page, lambda: self.read(root, path)) or Opened(page)


def yaml(shape: type[Shaped]) -> FileForm[Shaped]:
    """A file that is YAML, or JSON, and nothing else."""
    return FileForm(shape, lambda root, path: open_yaml(root, path, shape))


@dataclass(frozen=True)
class Desk:
    """What lies open beside a file that is checked."""

    facts: CatalogueFacts
    course: Course | None
    """None when its file must be repaired."""
    glossary: Glossary | None
    """None when its file must be repaired."""
    kinds: "Mapping[str, AnyKind]"
    """Every kind of file, by name."""
    names: Mapping[str, Collection[str]]
    """The files that are there, by their kind's name."""


FileCheck = Callable[[Opened[S], Desk], None]
"""Looks at one file and reports on its page."""


@dataclass(frozen=True)
class Kind(Generic[T]):
    """One kind of content file. Shelf, library, checks, schemas, skeletons and guide follow it."""

    name: str
    """In one word: its schema, its table in the guide and its skeleton are called so."""
    place: str
    """Its file below the root; or its files, with `*` for the name of each."""
    form: FileForm[T]
    wish: str = ""
    """What leads an author to such a file; none where a program writes it."""
    checks: tuple[FileCheck[T], ...] = ()
    """What its files keep to beyond what every text keeps to."""
    naming: Naming = NAMES
    """What its files may be called, where there are several."""
    ordered: bool = False
    """Whether each file tells its `place:` among the others."""
    needed: bool = False
    """Whether its one file must be there."""
    used_broken: bool = False
    """Whether it is used as far as it can be read: all else hangs on it."""
    referents: tuple[Referent, ...] = ()
    """What a text may mean that names one of its files."""
    defines: Mapping[Referent, Callable[[T], Iterable[str]]] = field(default_factory=dict)
    """The names that stand inside of its files, by what they lead to."""
    beside: str | None = None
    """The kind whose file of the same name must be there before it is begun."""
    then: str = ""
    """What an author does after a skeleton is written; NAME is the file's name."""

    @property
    def single(self) -> bool:
        """Whether there is one file of it at most."""
        return "*" not in self.place

    @property
    def folder(self) -> str:
        """The folder of its files, below the root."""
        return PurePosixPath(self.place).parent.as_posix()

    @property
    def suffix(self) -> str:
        """The ending of its files' names."""
        return PurePosixPath(self.place).suffix

    def path(self, name: str) -> PurePosixPath:
        """The file of that name, below the root."""
        return PurePosixPath(self.place.replace("*", name))


AnyKind = Kind[Any]
"""A kind, whatever is read from its files."""
