"""The cast: roles such as `small`, and which model holds each of them on which days."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from sizewise.ground.ids import HolderId, Id
from sizewise.ground.shape import Shape, Text


class Reign(Shape):
    """The days on which a model holds a role."""

    model: HolderId
    """The model that holds it."""
    until: date | None = None
    """The first day on which the next in the line holds the role; the last one has no such day."""


class Role(Shape):
    """Something that sentences speak of, whichever model does it today."""

    id: Id
    """What texts call it."""
    meaning: Text
    """Which model fits, so that whoever takes over knows what is asked of it."""
    held: tuple[Reign, ...] = Field(min_length=1)
    """Its line of models, the first one first. Together they hold it on every day."""

    @model_validator(mode="after")
    def _held_on_every_day(self) -> Self:
        *before, last = self.held
        if last.until is not None:
            raise ValueError(f"nobody holds {self.id} from {last.until} on: name the next model")
        ends = [each.until for each in before if each.until is not None]
        if len(ends) < len(before):
            raise ValueError(f"the line of {self.id} goes on after a model without `until:`")
        if any(later <= earlier for earlier, later in pairwise(ends)):
            raise ValueError(f"the days in the line of {self.id} do not ascend: sort them")
        return self

    def line_on(self, day: date) -> Iterator[str]:
        """Who holds it on a day, then those who take over."""
        return (each.model for each in self.held if each.until is None or each.until > day)


class Cast(Shape):
    """One file: every role of the course."""

    roles: tuple[Role, ...] = ()
    """The roles."""

    @property
    def by_name(self) -> Mapping[str, Role]:
        """The roles by their names."""
        return {role.id: role for role in self.roles}
