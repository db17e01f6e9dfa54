"""Where the builder stands in a file, and the texts it passed on the way."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property

from sizewise.ground.ids import Marker
from sizewise.library.read.problem import WHOLE_FILE
from sizewise.library.read.tree import Key, Node, Page, Scalar, Table


@dataclass(frozen=True)
class Said:
    """A text of a content file, with the way to it."""

    text: str
    keys: tuple[Key, ...]
    line: int
    place: str
    block: bool = False
    """Whether every line of the text is a line of the file."""
    marker: Marker | None = None
    """What the field's type says of the text: whether it names something, or is shown as code."""

    def line_at(self, position: int) -> int:
        """The line of a position in the text; the first one when the file folds its lines."""
        return self.line + bisect_left(self._line_ends, position) if self.block else self.line

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]


class Broken:
    """Stands for a value that could not be read; its problem is reported already."""


BROKEN = Broken()


@dataclass(frozen=True)
class Place:
    """Where the builder stands."""

    page: Page
    said: list[Said] = field(default_factory=list)
    keys: tuple[Key, ...] = ()
    spoken: tuple[str, ...] = ()
    marker: Marker | None = None
    type_word: str = ""
    """What the thing around it calls its type; empty where nothing does."""
    needed: bool = False
    """Whether the field that stands here cannot be left out."""

    def marked(self, marker: Marker | None) -> "Place":
        """The same place, with what the type says of the text that stands there."""
        return self if marker is self.marker else replace(self, marker=marker)

    def into(self, key: Key, node: Node | None = None, needed: bool = False) -> "Place":
        """One step further in; entries of a list are called by their id, or by number from 1.

        `needed` says whether the field there cannot be left out.
        """
        keys, spoken = (*self.keys, key), (*self.spoken, _called(key, node))
        return Place(self.page, self.said, keys, spoken, None, self.type_word, needed)

    def inside(self, table: Table) -> "Place":
        """The same place, knowing the type that the table there names."""
        named = table.by_key.get("type")
        return replace(self, type_word=named.text) if isinstance(named, Scalar) else self

    @property
    def name(self) -> str:
        """The way as people say it: `items > terms-001 > stem`."""
        return " > ".join(self.spoken) or WHOLE_FILE

    def report(self, line: int, what: str, fix: str) -> Broken:
        """Note a problem; the answer stands in for the value that is missing now."""
        self.page.report(line, self.name, what, fix)
        return BROKEN

    def hear(self, node: Scalar) -> None:
        """Remember a text for the checks that come once the whole file is read."""
        line = node.line + 1 if node.block else node.line
        self.said.append(Said(node.text, self.keys, line, self.name, node.block, self.marker))


def _called(key: Key, node: Node | None) -> str:
    if isinstance(key, str):
        return key
    name = node.by_key.get("id") if isinstance(node, Table) else None
    return name.text if isinstance(name, Scalar) and name.text else str(key + 1)
