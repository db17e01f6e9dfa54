"""The course: units, lessons, skills, objectives, named mistakes and words."""

from collections.abc import Callable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from sizewise.ground.ids import Id
from sizewise.ground.shape import Shape, Text


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


class Heading(NamedTuple):
    """What can be read of a lesson's title, summary and minutes; the rest must be repaired."""

    title: str = ""
    summary: str = ""
    minutes: int = 0


class LessonEntry(Shape):
    """A lesson's place in the course."""

    id: Id
    """The lesson's file name; also its quiz's."""
    title: Text = ""
    """What the course map shows, where that is shorter than the lesson's own title."""
    summary: Text = ""
    """One line below it, where that is shorter than the lesson's own summary."""
    minutes: Annotated[int, Field(ge=1, le=60)] = 1
    """Reading time of a lesson that is coming; one that is there says it itself."""
    status: Literal["ready", "coming"] = "ready"
    """coming: announced on the map, honestly without a link."""
    full: bool = False
    """Whether it keeps to all that the course asks of the lessons that come along with it. A lesson
    of yours need not."""

    def headed(self, heading: Heading) -> "LessonEntry":
        """The entry with what it leaves to its lesson. A lesson without a title stands there by its
        name, until somebody writes or repairs it.
        """
        told = {
            "title": self.title or heading.title or self.id.replace("-", " ").capitalize(),
            "summary": self.summary or heading.summary or "This lesson is on its way.",
            "minutes": heading.minutes or self.minutes,
        }
        return self.model_copy(update=told)


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

    def headed(self, heading_of: Callable[[str], Heading]) -> "Course":
        """The course whose entries say all that they leave to their lessons."""
        units = (
            unit.model_copy(
                update={"lessons": tuple(each.headed(heading_of(each.id)) for each in unit.lessons)}
            )
            for unit in self.units
        )
        return self.model_copy(update={"units": tuple(units)})

    def skill(self, skill_id: str) -> Skill:
        """The skill of that id. Raises KeyError when the course has none."""
        return {skill.id: skill for skill in self.skills}[skill_id]

    def misconception(self, misconception_id: str) -> Misconception:
        """The named mistake of that id. Raises KeyError when the course has none."""
        return {each.id: each for each in self.misconceptions}[misconception_id]


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
