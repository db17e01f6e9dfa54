"""A lesson: its head, and its parts with text and interactive blocks."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import Id, SkillId, Term
from sizewise.ground.shape import Shape, Text
from sizewise.learn.lesson.blocks import Block


class LessonHead(Shape):
    """The front matter of a lesson file."""

    title: Text
    """The lesson's name."""
    summary: Text
    """One sentence that says what the learner will get."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """Reading time."""
    objectives: tuple[Text, ...] = Field(min_length=1)
    """What the learner can do afterwards; each starts with a verb."""
    skills: tuple[SkillId, ...] = Field(min_length=1)
    """The skills it teaches, from the course."""
    facts_as_of: date
    """The day every fact was last checked."""
    reviewed: date
    """The day a person last read the whole lesson."""
    words: tuple[Term, ...] = Field(default=(), max_length=4)
    """Its new terms, at most four, as the glossary writes them."""


class Prose(Shape):
    """Markdown between two blocks."""

    kind: Literal["prose"] = "prose"
    """Always prose."""
    markdown: str
    """The text, facts still unresolved."""


class PlacedBlock(Shape):
    """An interactive block where the author put it."""

    kind: Literal["block"] = "block"
    """Always block."""
    block: Block
    """What to show."""


class Part(Shape):
    """One screen of a lesson."""

    anchor: Id
    """The heading in lower case with hyphens; links and references use it."""
    title: Text
    """The heading."""
    pieces: tuple[Annotated[Prose | PlacedBlock, Field(discriminator="kind")], ...]
    """Text and blocks, in order."""


class Lesson(Shape):
    """A lesson: its head and its parts."""

    id: Id
    """The file's name."""
    head: LessonHead
    """The front matter."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """The screens, in order."""
