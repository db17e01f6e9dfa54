"""Comments that allow a lint finding: `# lint: allow L15 reason=the negation is the point`."""

import re
from collections.abc import Iterator, Mapping

from sizewise.learn.finding import Allowed
from sizewise.library.read.tree import Listing, Node, Page, Scalar, Table, inside

WHOLE_BANK = ""
"""The item id of what is allowed for the whole bank."""

_COMMENT = re.compile(r"^(?P<indent>.*?)(?<!\S)#\s*lint:\s*allow\b(?P<rest>.*)$")
_MEANT = re.compile(r"(?i)(?<!\S)#\s*lint\s*(:|\ballow)")
"""The beginning of what somebody may have meant for such a comment."""
_RULE = re.compile(r"\b[LT]\d\d\b")
_REST = re.compile(r"\s+(?P<rule>[LT]\d\d)\s+reason=\s*(?P<reason>\S.*)$")


def allowed(text: str, root: Node | None, page: Page) -> Allowed:
    """Every allowance of a quiz file.

    A comment belongs to the item it stands in; one above an item, no deeper than its hyphen,
    belongs to the item below it; one above the list of items belongs to the whole bank.
    """
    found: dict[str, dict[str, str]] = {}
    for number, before, rule, reason in comments(text, page, 0):
        found.setdefault(_owner(root, number, before, text), {})[rule] = reason
    return found


def allowed_in(front: str, page: Page) -> Mapping[str, str]:
    """Every allowance of a lesson's front matter: rule, then reason."""
    return {rule: reason for _, _, rule, reason in comments(front, page, 1)}


def comments(text: str, page: Page, lines_before: int) -> Iterator[tuple[int, str, str, str]]:
    """Each comment that allows something: its line, what stands before it, rule and reason."""
    for number, line in enumerate(text.split("\n"), 1 + lines_before):
        comment = _COMMENT.match(line)
        rest = _REST.match(comment["rest"]) if comment else None
        if comment is None and not _MEANT.search(line):
            continue
        if comment is None or rest is None:
            named = _RULE.search(line)
            rule = named.group() if named else "T01" if page.file.endswith(".md") else "L15"
            fix = f"write `# lint: allow {rule} reason=` and why"
            missing = "without a rule and a reason" if comment else "as it is spelt"
            page.report(number, "comment", f"allows nothing {missing}", fix, "W")
            continue
        yield number, comment["indent"], rest["rule"], rest["reason"].strip()


def _owner(root: Node | None, number: int, before: str, text: str) -> str:
    items = inside(root, "items")
    if not isinstance(items, Listing) or not items.items:
        return WHOLE_BANK
    alone = not before.strip()
    outside = alone and len(before) <= _hyphen(items.items[0].line, text)
    if outside:
        below = [each for each in items.items if each.line > number]
        return _id(below[0]) if below and number > _key_line(root) else WHOLE_BANK
    above = [each for each in items.items if each.line <= number]
    return _id(above[-1]) if above else WHOLE_BANK


def _hyphen(line: int, text: str) -> int:
    """The column of the hyphen that starts an item."""
    return max(text.split("\n")[line - 1].find("-"), 0)


def _key_line(root: Node | None) -> int:
    entries = root.entries if isinstance(root, Table) else ()
    return next((key.line for key, _ in entries if key.text == "items"), 0)


def _id(item: Node) -> str:
    name = item.by_key.get("id") if isinstance(item, Table) else None
    return name.text if isinstance(name, Scalar) else WHOLE_BANK
