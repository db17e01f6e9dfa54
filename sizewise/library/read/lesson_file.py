"""A lesson file: front matter, then parts of Markdown and interactive blocks."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import assert_never

from sizewise.ground.ids import ID
from sizewise.ground.written import shortened
from sizewise.learn.lesson.blocks import BLOCKS, Block
from sizewise.learn.lesson.course import Heading
from sizewise.learn.lesson.lesson import Lesson, LessonHead, Part, PlacedBlock, Prose
from sizewise.library.read.allow import allowed_in
from sizewise.library.read.build import build
from sizewise.library.read.front_matter import HEAD, heading_in, split
from sizewise.library.read.markdown import MarkdownPiece, headings_meant, pieces
from sizewise.library.read.place import Said
from sizewise.library.read.problem import WHOLE_FILE
from sizewise.library.read.tree import Node, Page, parse
from sizewise.library.read.words import nearest

_SLUG = re.compile(ID)
_OPENING = re.compile(r"[\s>]*+(?:[-*+]\s+)?(?>[`~]{2,}|:{3,})(?P<info>[^`]{3,100})$")
"""The first line of what may be meant for a block, in whatever dialect of Markdown."""


@dataclass(frozen=True)
class WrittenBlock:
    """A block with its lines in the file, and its place in words."""

    block: Block
    root: Node | None
    place: str


@dataclass(frozen=True)
class LessonFile:
    """What came of a lesson file: the lesson, its parts' lines and its texts."""

    lesson: Lesson | None
    """As far as it could be read; only a page without a fault makes it fit for learners."""
    lines: Mapping[str, int]
    """The line of each part's heading, by anchor."""
    said: tuple[Said, ...]
    allowed: Mapping[str, str] = field(default_factory=dict)
    """Rules that comments in the front matter allow to be broken, with their reasons."""
    blocks: tuple[WrittenBlock, ...] = ()
    """Its blocks, each with its lines."""
    unread: tuple[tuple[str, str], ...] = ()
    """Blocks that are there and could not be read: part and kind."""
    heading: Heading = field(default_factory=Heading)
    """What the course map takes from it."""
    parts: tuple[Part, ...] = ()
    """Its parts, whatever is wrong in the front matter above them."""

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of its parts."""
        return frozenset(self.lines)


def read_lesson(lesson_id: str, text: str, page: Page) -> LessonFile:
    """Read a lesson. Every problem goes to the page."""
    if not text.strip():
        fix = "start it with ---, the lesson's fields and ---, then parts with `## A heading`"
        page.report(1, WHOLE_FILE, "is empty", fix)
        return LessonFile(None, {}, ())
    front, body, lines_before = split(text, page)
    fields = None if page.broken else parse(front, page, lines_before=1, place=HEAD)
    head = build(LessonHead, fields, page, (HEAD,))
    writer = _Writer(page, [*head.said])
    for piece in pieces(body, lines_before):
        if page.full:
            break  # nobody is told more of it
        writer.take(piece)
    parts = writer.finished()
    lesson = Lesson(id=lesson_id, head=head.value, parts=parts) if head.value and parts else None
    return LessonFile(
        lesson,
        writer.lines,
        tuple(writer.said),
        allowed_in(front, page),
        tuple(writer.blocks),
        tuple(writer.unread),
        heading_in(fields),
        parts,
    )


def slug(heading: str) -> str:
    """A heading as an anchor: lower case, hyphens between words, accents dropped."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


class _Writer:
    """Collects the parts of one lesson."""

    def __init__(self, page: Page, said: list[Said]) -> None:
        self.page = page
        self.said = said
        self.blocks: list[WrittenBlock] = []
        self.unread: list[tuple[str, str]] = []
        self.parts: list[Part] = []
        self.pieces: list[list[Prose | PlacedBlock]] = []
        """What stands in each part."""
        self.empty: dict[str, int] = {}
        """The line of each part's heading, until something stands below it."""
        self.lines: dict[str, int] = {}
        self.place = WHOLE_FILE

    def take(self, piece: MarkdownPiece) -> None:
        match piece.kind:
            case "heading":
                self._begin(piece)
            case "title":
                fix = "leave it out (the front matter has the title) or write ## for a part"
                self.page.report(piece.line, self.place, "a heading starts with one #", fix)
            case "open fence":
                self.page.report(piece.line, self.place, "a block never ends", "close it with ```")
            case "fence":
                self.empty.pop(self.place, None)
                self._block(piece)
            case "prose":
                self.empty.pop(self.place, None)
                self._mistyped(piece)
                self._no_headings(piece)
                self.said.append(Said(piece.text, (), piece.line, self.place, block=True))
                self._add(piece, Prose(markdown=piece.text))
            case _:
                assert_never(piece.kind)

    def finished(self) -> tuple[Part, ...]:
        if not self.parts:
            self.page.report(1, WHOLE_FILE, "has no parts", "start each part with `## A heading`")
        for anchor, line in self.empty.items():
            self.page.report(line, anchor, "the part is empty", "write below its heading")
        filled = zip(self.parts, map(tuple, self.pieces), strict=True)
        return tuple(part.model_copy(update={"pieces": pieces}) for part, pieces in filled)

    def _begin(self, piece: MarkdownPiece) -> None:
        anchor = slug(piece.text)
        self.place = anchor or WHOLE_FILE
        if not _SLUG.fullmatch(anchor) or "{{" in piece.text:
            fix = "write a heading of 3 to 64 letters and digits, without facts"
            self.page.report(piece.line, self.place, "the heading makes no anchor", fix)
        elif anchor in self.lines:
            what = f"two headings make the anchor {anchor}"
            self.page.report(piece.line, self.place, what, "change one of them")
        else:
            self.said.append(Said(piece.text, (), piece.line, self.place, block=True))
            self.empty[anchor] = self.lines[anchor] = piece.line
            self.parts.append(Part(anchor=anchor, title=piece.text, pieces=()))
            self.pieces.append([])

    def _block(self, piece: MarkdownPiece) -> None:
        kind = piece.info.removeprefix("sizewise").strip()
        shape = BLOCKS.get(kind)
        if shape is None:
            what = f"`{kind}` is no block" if kind else "a block does not say which"
            self.page.report(piece.line, self.place, what, nearest(kind, BLOCKS))
            return
        node = parse(piece.text, self.page, lines_before=piece.line, place=f"{self.place} > {kind}")
        built = build(shape, node, self.page, (self.place, kind))
        self.said.extend(built.said)
        if built.value is None:
            self.unread.append((self.place, kind))
        else:
            placed = PlacedBlock.model_validate({"block": built.value})
            self.blocks.append(WrittenBlock(placed.block, node, f"{self.place} > {kind}"))
            self._add(piece, placed)

    def _mistyped(self, piece: MarkdownPiece) -> None:
        """Tell of a block whose opening line is not read as one: learners would see its YAML."""
        for number, line in enumerate(piece.text.split("\n")):
            opening = _OPENING.match(line)
            words = re.findall(r"[a-z][a-z-]*", opening["info"].lower()) if opening else []
            meant = any(
                get_close_matches(each.split("-")[0], ("sizewise",), cutoff=0.8) for each in words
            )
            kinds = [kind for kind in BLOCKS if any(kind in each for each in words)]
            if meant or kinds:
                what = f"`{shortened(line.strip())}` begins no block"
                fix = f"write ```sizewise {kinds[0] if kinds else 'and the kind of block'}"
                self.page.report(piece.line + number, self.place, what, fix)

    def _no_headings(self, piece: MarkdownPiece) -> None:
        """Warn of what is meant for a heading: its text goes on in the part before."""
        for number, what, fix in headings_meant(piece.text):
            self.page.report(piece.line + number, self.place, what, fix, "W")

    def _add(self, piece: MarkdownPiece, content: Prose | PlacedBlock) -> None:
        if not self.parts:
            fix = "start the first part with `## A heading` above it"
            self.page.report(piece.line, WHOLE_FILE, "stands before the first part", fix)
            return
        self.pieces[-1].append(content)
