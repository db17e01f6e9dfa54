"""A Markdown text in pieces, each with its line: headings, fenced blocks, and the prose between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sizewise.ground.written import shortened

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}+|~{3,}+)(?P<info>[^`]*+)$")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,2}+)(?P<title>\s.*)?$")


@dataclass(frozen=True)
class MarkdownPiece:
    """A run of lines that belong together. `line` is the first one's, from 1 in the file."""

    kind: Literal["heading", "title", "fence", "open fence", "prose"]
    line: int
    text: str
    info: str = ""
    """What stands behind the opening fence."""


def pieces(text: str, lines_before: int) -> Iterator[MarkdownPiece]:
    """Cut a text. `heading` is a `##` line, `title` a `#` line; other fences are prose."""
    prose: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        special, used = _special(lines, at, lines_before)
        if special is None:
            prose.extend(lines[at : at + used])
        else:
            yield from _prose(prose, at + lines_before)
            prose = []
            yield special
        at += used
    yield from _prose(prose, at + lines_before)


def headings_meant(prose: str) -> Iterator[tuple[int, str, str]]:
    """Lines that are meant for a heading and are none: number from 0, what is wrong, what to write.

    Lines of code are left out.
    """
    lines, at = prose.split("\n"), 0
    while at < len(lines):
        if fence := _FENCE.match(lines[at]):
            at = (_end_of_fence(lines, at + 1, fence["fence"]) or len(lines)) + 1
            continue
        line, above = lines[at], lines[at - 1] if at else ""
        bare = line.strip("\ufeff\u200b \t\u00a0")
        if _GLUED.match(line):
            fix = f"write `## {shortened(bare.lstrip('#'))}`"
            yield at, f"`{shortened(bare)}` is no heading", fix
        elif _INDENTED.match(line):
            what = f"`{shortened(bare)}` does not begin its line, so it is no heading"
            yield at, what, "delete what stands before the `##`"
        elif _UNDERLINE.fullmatch(line) and _PARAGRAPH.match(above):
            what = f"`{shortened(above.strip())}` over `{line.strip()[:5]}` begins no part"
            fix = f"write `## {shortened(above.strip())}`, or an empty line above a line across"
            yield at - 1, what, fix
        at += 1


_GLUED = re.compile(r" {0,3}#{2,6}[^\W_]")
_INDENTED = re.compile(r"(?: {4,}| {0,3}[\t\u00a0\u200b\ufeff])\s*##\s*[^\W_]")
_UNDERLINE = re.compile(r" {0,3}(?:-{2,}|={2,})\s*")
_PARAGRAPH = re.compile(r" {0,3}(?![-*+>|#=]|\d+[.)]\s|[a-z_]+:\s)\S")
"""A line that a line of hyphens below makes a heading of, in Markdown; no field of a front matter
whose beginning is missing.
"""


def _special(lines: list[str], at: int, lines_before: int) -> tuple[MarkdownPiece | None, int]:
    """The piece that starts here and how many lines it has; none when the lines are prose."""
    heading = _HEADING.match(lines[at])
    if heading:
        kind: Literal["heading", "title"] = "title" if heading["marks"] == "#" else "heading"
        return MarkdownPiece(kind, at + 1 + lines_before, _title(heading["title"] or "")), 1
    fence = _FENCE.match(lines[at])
    return (None, 1) if fence is None else _fenced(lines, at, lines_before, fence)


def _title(written: str) -> str:
    bare = written.strip()
    closing = bare.rstrip("#")
    return closing.rstrip() if closing[-1:].isspace() or not closing else bare


def _fenced(
    lines: list[str], at: int, lines_before: int, fence: re.Match[str]
) -> tuple[MarkdownPiece | None, int]:
    end = _end_of_fence(lines, at + 1, fence["fence"])
    line, info = at + 1 + lines_before, fence["info"].strip()
    if end is None:
        return MarkdownPiece("open fence", line, "", info), len(lines) - at
    if info.split()[:1] != ["sizewise"]:
        return None, end - at + 1
    return MarkdownPiece("fence", line, "\n".join(lines[at + 1 : end]), info), end - at + 1


def _end_of_fence(lines: list[str], start: int, fence: str) -> int | None:
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}\s*$")
    return next((at for at in range(start, len(lines)) if closing.match(lines[at])), None)


def _prose(lines: list[str], next_line: int) -> Iterator[MarkdownPiece]:
    """The prose that ended before that line, without the empty lines around it."""
    text = "\n".join(lines)
    if text.strip():
        empty = len(lines) - len(text.lstrip("\n").split("\n"))
        yield MarkdownPiece("prose", next_line - len(lines) + empty + 1, text.strip("\n"))
