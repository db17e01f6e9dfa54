"""What lint found, as problems of a file: with the line, in the words that problems use."""

import re

from sizewise.learn.finding import Finding
from sizewise.library.read.problem import Problem
from sizewise.library.read.tree import Listing, Node, Scalar, Table, inside

_STEP = re.compile(r"[^.\[\]]+")  # the steps of `options[b].text`


def problem_of(finding: Finding, file: str, root: Node | None) -> Problem:
    """A finding in a quiz file, at the line of the item or the field that is meant."""
    steps = [] if finding.place == "bank" else _STEP.findall(finding.place)
    node = inside(root, "items") if finding.item_id or not steps else root
    for step in (*filter(None, [finding.item_id]), *steps):
        node = _entry(node, step) or node
    line = node.line if node is not None else 1
    what, fix = in_words(finding)
    return Problem(file, line, _place(finding), what, fix, finding.level)


def _place(finding: Finding) -> str:
    if finding.item_id:
        return f"items > {finding.item_id} > {finding.place}"
    return "items" if finding.place == "bank" else finding.place.replace(".", " > ")


def in_words(finding: Finding) -> tuple[str, str]:
    """What is wrong and what to write, as problems say it."""
    fix = finding.fix[:1].lower() + finding.fix[1:].rstrip(".")
    return f"{finding.rule} {finding.why.rstrip('.')}", fix


def _entry(node: Node | None, step: str) -> Node | None:
    """The node one step further in: a field, or an entry of a list by id or by number from 0."""
    if isinstance(node, Table):
        return node.by_key.get(step)
    entries = node.items if isinstance(node, Listing) else ()
    by_id = {name.text: each for each in entries if (name := _name(each)) is not None}
    by_number = {str(number): each for number, each in enumerate(entries)}
    return {**by_number, **by_id}.get(step)


def _name(node: Node) -> Scalar | None:
    name = node.by_key.get("id") if isinstance(node, Table) else None
    return name if isinstance(name, Scalar) else None
