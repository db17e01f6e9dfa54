"""A model's life: when it came, when it goes, and who answers for it then."""

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from sizewise.ground.ids import SuccessorId
from sizewise.ground.shape import Shape

Status = Literal["announced", "active", "retiring", "redirected", "retired"]
"""What a learner may count on: retiring means that a shut-down date is known, redirected that
another model answers under its name."""


class Redirect(Shape):
    """Calls that name a model and are answered by another."""

    since: date
    """The first day on which the other model answers."""
    to: SuccessorId
    """The model that answers: a model id."""


class Lifecycle(Shape):
    """When a model came, and when it goes."""

    released: date
    """First day of general use."""
    shutdown: date | None = None
    """First day without service; none when none is announced."""
    replacement: SuccessorId | None = None
    """The successor its maker names: a model id."""
    redirect: Redirect | None = None
    """Which model answers in its place and since when; none when it answers itself. From the
    shut-down day on: its calls do not fail then."""
    checked_on: date
    """The day this was last checked."""

    def status_on(self, day: date) -> Status:
        """What a learner may count on that day."""
        if day < self.released:
            return "announced"
        turned = self.redirect.since if self.redirect else None
        # Where the name is handed over on the day that the model goes, calls never fail.
        if self.shutdown is not None and self.shutdown <= day and turned != self.shutdown:
            return "retired"
        if turned is not None and turned <= day:
            return "redirected"
        return "active" if self.shutdown is None else "retiring"

    def as_known_on(self, day: date) -> Self:
        """What could be known of it that day: on one before the last look, nothing to come, for
        nobody noted when that was announced.
        """
        if day >= self.checked_on:
            return self
        end = self.shutdown if self.shutdown and self.shutdown <= day else None
        turn = self.redirect if self.redirect and self.redirect.since <= day else None
        return self.model_copy(update={"shutdown": end, "redirect": turn})

    @model_validator(mode="after")
    def _a_name_is_handed_over_while_it_answers(self) -> Self:
        if self.shutdown and self.redirect and self.redirect.since > self.shutdown:
            raise ValueError(
                f"calls fail from {self.shutdown} on, and another model answers them from "
                f"{self.redirect.since} on: write one day for both, or leave one out"
            )
        return self

    def heir_on(self, day: date) -> str | None:
        """Who takes its place: the model that answers for it by that day, else the successor."""
        if self.status_on(day) == "redirected" and self.redirect is not None:
            return self.redirect.to
        return self.replacement

    def answers_on(self, day: date) -> bool:
        """Whether a call that names the model is answered by the model itself on that day."""
        return self.status_on(day) in ("active", "retiring")
