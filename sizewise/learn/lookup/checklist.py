"""Checklists: what to do, in order, and why, when something must not be forgotten."""

from typing import Annotated

from pydantic import Field

from sizewise.ground.ids import Id
from sizewise.ground.shape import Shape, Text
from sizewise.learn.quiz.item import Reference


class Alert(Shape):
    """From when on a measured value asks for attention."""

    watch: Text
    """The level at which somebody has a look on the same day, in words or numbers."""
    act: Text
    """The level at which somebody stops and repairs at once."""


class Step(Shape):
    """One thing to do and to tick off."""

    id: Id
    """A name that no other step of the list has."""
    do: Text
    """What to do, in a few words that start with a verb."""
    why: Text
    """What goes wrong without it, in a sentence."""
    how: Text
    """How to do it, in Markdown."""
    alert: Alert | None = None
    """For a value to watch: its levels."""
    references: tuple[Reference, ...] = ()
    """The lesson parts that teach it."""


class Phase(Shape):
    """Steps that belong together in time."""

    title: Text
    """When, or what for, in a few words."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """The steps, in order."""


class Checklist(Shape):
    """A checklist."""

    id: Id
    """The file's name."""
    title: Text
    """What the list is for, in a few words."""
    summary: Text
    """When to take it out, in a sentence or two."""
    place: Annotated[int, Field(ge=1)]
    """Where it stands among the lists, from 1."""
    phases: tuple[Phase, ...] = Field(min_length=1)
    """The steps, phase by phase."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, in order."""
        return tuple(step for phase in self.phases for step in phase.steps)
