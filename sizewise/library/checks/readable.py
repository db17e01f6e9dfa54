"""A quiz as far as it can be read, for those who look for faults; learners never see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sizewise.learn.finding import Finding
from sizewise.learn.quiz.item import Draw, Item, Quiz, Shuffle
from sizewise.library.opened import Opened
from sizewise.library.read.build import build
from sizewise.library.read.tree import Listing, Node, Page, Scalar, Table


@dataclass(frozen=True)
class ReadableQuiz:
    """What can be looked at of a quiz."""

    quiz: Quiz
    whole: bool = True
    """Whether every item is there, and each as it is written."""
    made_up: frozenset[tuple[str, str]] = frozenset()
    """The fields, by item, that only stand in for what cannot be read."""

    def speaks_of(self, finding: Finding) -> bool:
        """Whether a finding is about something that its author wrote."""
        return (finding.item_id or "", finding.place.partition("[")[0]) not in self.made_up


def readable(opened: Opened[Quiz]) -> ReadableQuiz | None:
    """The quiz as far as it can be read; none when no item can.

    A fault in one item, in a field of it, or in a field of the quiz hides nothing of the rest.
    """
    if opened.value is not None:
        return ReadableQuiz(opened.value)
    if not isinstance(opened.root, Table):
        return None
    fields = opened.root.by_key
    listed = fields.get("items")
    nodes = listed.items if isinstance(listed, Listing) else ()
    read = [found for node in nodes if (found := _item(node)) is not None]
    if not read:
        return None
    items = [item for item, _ in read]
    if len(items) < len(nodes):  # a name under `excludes` may be that of an unreadable item
        items = [item.model_copy(update={"excludes": ()}) for item in items]
    shuffle = build(Shuffle, fields.get("shuffle"), Page("")).value or Shuffle()
    quiz = Quiz(id="unreadable", title="?", draw=Draw(count=1), shuffle=shuffle, items=tuple(items))
    made_up = frozenset((item.id, field) for item, fields in read for field in fields)
    return ReadableQuiz(quiz, not made_up and len(items) == len(nodes), made_up)


_MADE_UP: Mapping[str, Node] = {
    "id": Scalar("unreadable", 0),
    "type": Scalar("single", 0),
    "skill": Scalar("unreadable", 0),
    "bloom": Scalar("apply", 0),
    "difficulty": Scalar("3", 0),
    "stem": Scalar("What is it?", 0),
    "explanation": Scalar("It is this.", 0),
}
"""An item of which nothing is wrong."""
_ASKS = frozenset({"id", "type", "stem", "options", "answer", "variables"})
"""Fields that make the question: without one of them there is no item to look at."""


def _item(node: Node) -> tuple[Item, frozenset[str]] | None:
    """An item with its unreadable fields left out or made up, and their names."""
    if (item := build(Item, node, Page("")).value) is not None:
        return item, frozenset()
    if not isinstance(node, Table):
        return None
    known = {name: value for name, value in node.by_key.items() if name in Item.model_fields}
    kind = {"type": known.get("type", _MADE_UP["type"])}
    wrong = {name for name, value in known.items() if not _fits({**kind, name: value})}
    missing = {name for name in _MADE_UP if name not in known}
    if (wrong | missing) & _ASKS:
        return None
    given = {name: value for name, value in known.items() if name not in wrong}
    # Where there is no explanation, the stem's words stand in: they are new to no rule.
    item = build(Item, _filled({"explanation": given["stem"], **given}), Page("")).value
    return None if item is None else (item, frozenset(wrong | missing))


def _fits(fields: Mapping[str, Node]) -> bool:
    page = Page("")
    build(Item, _filled(fields), page)
    return not page.broken


def _filled(fields: Mapping[str, Node]) -> Table:
    every = {**_MADE_UP, **fields}
    return Table(tuple((Scalar(name, 0), value) for name, value in every.items()), 0)
