"""The front matter of a lesson: the lines between its first two `---`."""

from sizewise.learn.lesson.course import Heading
from sizewise.library.read.tree import Node, Page, Scalar, Table

HEAD = "front matter"
"""The place of problems between the two `---` lines."""


def split(text: str, page: Page) -> tuple[str, str, int]:
    """The front matter, the rest, and how many lines stand before the rest.

    One that never ends goes on to the first heading of a part.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        fix = "start the file with ---, the lesson's fields, and --- again"
        page.report(1, HEAD, "is missing", fix)
        return "", text, 0
    ends = (at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    end = next(ends, None)
    if end is None:
        page.report(1, HEAD, "never ends", "write a line --- below its fields")
        end = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
        return "\n".join(lines[1:end]), "\n".join(lines[end:]), end
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 1


def heading_in(front: Node | None) -> Heading:
    """What can be read of title, summary and minutes, whatever is wrong beside them."""
    fields = front.by_key if isinstance(front, Table) else {}
    title, summary, minutes = (_word(fields.get(name)) for name in Heading._fields)
    whole = minutes.isascii() and minutes.isdigit() and len(minutes) < 3
    return Heading(title, summary, int(minutes) if whole else 0)


def _word(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""
