"""YAML as a tree in which everything knows its line; no aliases, no tags, no doubled keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, NoReturn

import yaml

from sizewise.ground.written import grouped
from sizewise.learn.finding import Level
from sizewise.library.read import quotes
from sizewise.library.read.problem import WHOLE_FILE, Problem
from sizewise.library.read.scalar import kind
from sizewise.library.read.syntax import CUT, DEEPEST, TOO_DEEP, explained

Key = str | int
"""A step from a node to one inside it: a field's name or a place in a list, from 0."""

MOST_VALUES = 10_000
"""Keys, values and lists of one file: what is checked piece by piece takes its time."""
MOST_PROBLEMS = 1_000
"""Problems of one file that are told at once; whoever mends them hears of the rest."""
_OR_QUOTES = "or put a text that starts so in quotes"
_REMARK = re.compile(r"[ \t]+#(?!\s*lint:)")
"""What YAML leaves out behind a plain text."""
_NUMBERED = re.compile(r"[ \t]+#(?!lint:)[^\W_]")
"""The same where it is hardly a remark: `Rule #1`."""
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C reader is ten times as fast


class Scalar(NamedTuple):
    """A word, a number or a text, as written."""

    text: str
    line: int
    quoted: bool = False
    block: bool = False
    """Written below a `|`, so that line n of the text stands n lines below."""


@dataclass(frozen=True)
class Listing:
    """A list."""

    items: tuple["Node", ...]
    line: int
    brackets: bool = False
    """Written between [ and ]."""


@dataclass(frozen=True)
class Table:
    """Keys with their values."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int

    @cached_property
    def by_key(self) -> dict[str, "Node"]:
        """The values by key."""
        return {key.text: value for key, value in self.entries}


Node = Scalar | Listing | Table
"""Anything that stands in a file: one value, a list or a table."""


@dataclass
class Page:
    """One file on the desk: its name and the problems found so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    _noted: set[Problem] = field(default_factory=set)

    def report(self, line: int, place: str, what: str, fix: str, level: Level = "E") -> None:
        """Note a problem."""
        if self.full:
            return
        self.add(Problem(self.file, line, place, what, fix, level))

    def report_once(self, line: int, place: str, what: str, fix: str) -> None:
        """Note a problem at its first place only: it stands for all others that read alike."""
        if not any((each.what, each.fix) == (what, fix) for each in self.problems):
            self.report(line, place, what, fix)

    def add(self, problem: Problem) -> None:
        """Note a problem that is worded already, once; of very many the first."""
        if self.full or problem in self._noted:
            return
        if len(self.problems) == MOST_PROBLEMS:
            what = f"more than {grouped(MOST_PROBLEMS)} problems stand in this file"
            problem = Problem(self.file, problem.line, WHOLE_FILE, what, "mend the first ones")
        self._noted.add(problem)
        self.problems.append(problem)

    @property
    def full(self) -> bool:
        """Whether no more problems are noted: there are very many already."""
        return len(self.problems) > MOST_PROBLEMS

    @property
    def broken(self) -> bool:
        """Whether anything must be repaired before the file can be used."""
        return any(problem.level == "E" for problem in self.problems)


class _Stop(Exception):
    """Reading cannot go on; the problem is reported already."""


def parse(text: str, page: Page, *, lines_before: int = 0, place: str = WHOLE_FILE) -> Node | None:
    """The tree of a YAML text; none when it is empty or no YAML, with the problem on the page.

    `lines_before` is where the text starts in its file.
    """
    grower = _Grower(page, lines_before, place, text.split("\n"))
    try:
        return grower.grown(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        line, what, fix = explained(error, text, _Loader)
        page.report(line + lines_before, place, what, fix)
    except _Stop:
        pass
    return None


def inside(node: Node | None, *keys: Key) -> Node | None:
    """The node at the end of that way, or the last one on it."""
    for key in keys:
        step = _step(node, key)
        if step is None:
            return node
        node = step
    return node


def line_of(node: Node | None, *keys: Key) -> int:
    """The line at the end of that way, or of the last node on it; 1 without a tree."""
    end = inside(node, *keys)
    return end.line if end is not None else 1


def spoken_way(*keys: Key) -> str:
    """A way as people say it, entries of a list by their number from 1: `prices > 2 > starts`."""
    return " > ".join(str(key + 1) if isinstance(key, int) else key for key in keys)


def _step(node: Node | None, key: Key) -> Node | None:
    if isinstance(node, Table):
        return node.by_key.get(str(key))
    if isinstance(node, Listing) and isinstance(key, int) and key < len(node.items):
        return node.items[key]
    return None


@dataclass
class _Grower:
    page: Page
    lines_before: int
    place: str
    lines: list[str]
    values: int = 0

    def grown(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._stop(event, "holds a second document after ---", "keep one per file")
                root = self._node(next(events), events, 0)
        if root is None or (isinstance(root, Scalar) and not root.text and not root.quoted):
            self.page.report(self.lines_before + 1, self.place, "is empty", "write its fields")
            return None
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._refuse_tricks(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._listing(event, events, depth + 1)
        return self._table(event, events, depth + 1)

    def _refuse_tricks(self, event: yaml.Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._stop(
                event,
                f"repeats another place with *{event.anchor}",
                f"write the text again, {_OR_QUOTES}",
            )
        if tag := getattr(event, "tag", None):
            self._stop(event, f"has the YAML tag {tag}", f"leave the tag out, {_OR_QUOTES}")
        if anchor := getattr(event, "anchor", None):
            what = f"starts with &{anchor}, which YAML takes for a mark and leaves out"
            self._stop(event, what, "put the whole text in quotes")
        if depth > DEEPEST:
            self._stop(event, *TOO_DEEP)
        self.values += 1
        if self.values > MOST_VALUES:
            what = f"more than {grouped(MOST_VALUES)} keys and values stand in this file"
            self._stop(event, what, "split the file")

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        quoted = event.style not in (None, "")
        end = event.end_mark
        if not quoted and end and end.line < len(self.lines):
            line = self.lines[end.line]
            if "#" in line or quotes.opens(event.value):
                self._refuse_cut(event, line[end.column :])
        return Scalar(event.value, self._line(event), quoted, event.style == "|")

    def _refuse_cut(self, event: yaml.ScalarEvent, rest: str) -> None:
        """Of a sentence it may be the rest of the sentence. Of one word it is a remark, unless a
        letter or a digit touches the sign.
        """
        if kind(event.value) not in ("text", "nothing"):
            return
        if quotes.opens(event.value) and quotes.is_cut(event.value, rest):
            self.page.report(self._line(event), self.place, quotes.WHAT, quotes.FIX)
        elif (_REMARK if " " in event.value else _NUMBERED).match(rest):
            self.page.report(self._line(event), self.place, *CUT)

    def _listing(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Listing:
        items: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, depth))
        self._warn_of_quotes(items)
        return Listing(tuple(items), self._line(start), bool(getattr(start, "flow_style", False)))

    def _warn_of_quotes(self, items: list[Node]) -> None:
        """A text may be what somebody says, and be quoted; in a list the quotes are meant for YAML.

        Told once a list.
        """
        words = (each for each in items if isinstance(each, Scalar) and not each.quoted)
        first = next((each for each in words if quotes.opens(each.text)), None)
        if first and quotes.encloses(first.text):
            self.page.report(first.line, self.place, quotes.WHAT, quotes.FIX, "W")

    def _table(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Table:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, depth)
            value = self._node(next(events), events, depth)
            if key.text in entries:
                self._doubled(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return Table(tuple(entries.values()), self._line(start))

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Scalar:
        key = self._node(event, events, depth)
        if not isinstance(key, Scalar):
            self._stop(event, "a text starts with { or [", "put the whole text in quotes")
        return key

    def _doubled(self, key: Scalar, first: Scalar) -> None:
        what = f"`{key.text}` stands twice, first on line {first.line}"
        self.page.report(key.line, self.place, what, "keep one of the two")

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return (mark.line if mark else 0) + 1 + self.lines_before

    def _stop(self, event: yaml.Event, what: str, fix: str) -> NoReturn:
        self.page.report(self._line(event), self.place, what, fix)
        raise _Stop
