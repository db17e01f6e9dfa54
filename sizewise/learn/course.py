"""The course: units, lessons, skills, objectives, named mistakes and words."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.ids import Id, SkillId, Term
from sizewise.learn.block import Block
from sizewise.learn.shape import Shape, Text


class Skill(Shape):
    """Something a learner can do, measured by items and followed by mastery."""

    id: Id
    """The name that items use."""
    title: Text
    """What the learner reads, at most a few words."""
    objective: Text
    """What the learner can do, starting with a verb."""


class Misconception(Shape):
    """A mistake with a name, shared by all quizzes of the course."""

    id: Id
    """The name that distractors use."""
    title: Text
    """The mistake in a few words, as the learner reads it."""
    repair: Text
    """One or two sentences that put it right."""


class LessonEntry(Shape):
    """A lesson's place in the course."""

    id: Id
    """The lesson's file name; also its quiz's."""
    title: Text
    """What the course map shows."""
    summary: Text
    """One line below the title."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """Reading time."""
    status: Literal["ready", "coming"] = "ready"
    """coming: announced on the map, honestly without a link."""


class Unit(Shape):
    """A group of lessons on the map."""

    title: Text
    """The group's name."""
    summary: Text
    """What it is about, in a few words."""
    lessons: tuple[LessonEntry, ...]
    """The lessons, in order."""


class Course(Shape):
    """The whole course."""

    id: Id
    """The course's name in records."""
    title: Text
    """The course's name on screen."""
    units: tuple[Unit, ...] = Field(min_length=1)
    """The map."""
    skills: tuple[Skill, ...] = Field(min_length=1)
    """Everything that is measured."""
    misconceptions: tuple[Misconception, ...] = ()
    """Every named mistake."""

    @property
    def lessons(self) -> tuple[LessonEntry, ...]:
        """Every lesson in course order."""
        return tuple(entry for unit in self.units for entry in unit.lessons)

    def skill(self, skill_id: str) -> Skill:
        """The skill of that id. Raises KeyError when the course has none."""
        return {skill.id: skill for skill in self.skills}[skill_id]

    def misconception(self, misconception_id: str) -> Misconception:
        """The named mistake of that id. Raises KeyError when the course has none."""
        return {each.id: each for each in self.misconceptions}[misconception_id]


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


class Word(Shape):
    """An entry of the glossary."""

    term: Text
    """The word or the acronym."""
    meaning: Text
    """What it means, in one or two plain sentences."""
    stands_for: Text | None = None
    """The words behind an acronym."""


class Glossary(Shape):
    """The words of the course."""

    words: tuple[Word, ...] = ()
    """Every entry, in the order of the alphabet."""
