"""One content file, opened: what it says, and what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from pydantic import BaseModel

from sizewise.library.read.build import build
from sizewise.library.read.place import Said
from sizewise.library.read.problem import NotRead
from sizewise.library.read.source import read_text
from sizewise.library.read.tree import Node, Page, parse

Content = TypeVar("Content")
Shaped = TypeVar("Shaped", bound=BaseModel)


@dataclass
class Opened(Generic[Content]):
    """A file: what it says, where everything stands, and its problems."""

    page: Page
    value: Content | None = None
    root: Node | None = None
    said: tuple[Said, ...] = ()
    text: str = ""

    @property
    def usable(self) -> Content | None:
        """The content, when nothing in the file must be repaired."""
        return None if self.page.broken else self.value

    @property
    def name(self) -> str:
        """The file's name without its ending: the id of what stands in it."""
        return PurePosixPath(self.page.file).stem


def open_yaml(root: Path, path: Path, shape: type[Shaped]) -> Opened[Shaped]:
    """Read one YAML file as that shape."""
    page = Page(path.relative_to(root).as_posix())
    text = text_of(path, page)
    return Opened(page) if text is None else read_yaml(text, page.file, shape)


def read_yaml(text: str, name: str, shape: type[Shaped]) -> Opened[Shaped]:
    """Read the text of a YAML file of that name as that shape."""
    page = Page(name)
    node = parse(text, page)
    built = build(shape, node, page)
    return Opened(page, built.value, node, built.said, text)


def text_of(path: Path, page: Page) -> str | None:
    """The file's text; none when it cannot be read, with the reason on its page."""
    try:
        return read_text(path, page.file)
    except NotRead as error:
        page.problems.append(error.problem)
        return None
