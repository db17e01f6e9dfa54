"""A lesson as its readers read it: facts filled in, so that rules see real words."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.learn.lint.words import plain
from sizewise.learn.quiz.template import Facts

HEAD = "front matter"
"""The place of findings about a lesson's head or about all of it."""


@dataclass(frozen=True)
class ReadLesson:
    """A lesson as the rules read it."""

    lesson: Lesson
    facts: Facts
    today: date
    unread: Collection[tuple[str, str]]

    def kinds(self, part: Part) -> list[str]:
        """The kinds of a part's blocks."""
        placed = [piece.block.kind for piece in part.pieces if piece.kind == "block"]
        return [*placed, *(kind for anchor, kind in self.unread if anchor == part.anchor)]

    @property
    def text(self) -> str:
        """Its prose as read aloud, line by line, facts filled in."""
        prose = "\n".join(
            piece.markdown
            for part in self.lesson.parts
            for piece in part.pieces
            if piece.kind == "prose"
        )
        return "\n".join(map(plain, self.facts.text(prose).split("\n")))

    def finding(self, rule: Rule, place: str, why: str, fix: str) -> Finding:
        """A warning about a part, or about the whole lesson."""
        return Finding(rule.name, "W", None, place, why, fix)


LessonCheck = Callable[[ReadLesson], Iterator[Finding]]
"""A rule at work."""


def has_block(kind: str, rule: Rule, why: str, fix: str) -> LessonCheck:
    """Asks for at least one block of a kind."""

    def has(read: ReadLesson) -> Iterator[Finding]:
        if not any(kind in read.kinds(part) for part in read.lesson.parts):
            yield read.finding(rule, HEAD, why, fix)

    return has
