"""A class, the learners in it, and what they are asked to do."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal

AssignedMode = Literal["practice", "exam"]
"""The ways to take a quiz that a class may be asked for."""
YEAR = timedelta(days=365)
"""How long anything of a class is kept, at most."""
KEPT = timedelta(days=30)
"""How long a class is kept after its last day, or after its teacher has ended it."""
LONGEST = YEAR - KEPT - timedelta(days=3)
"""How long after the day on which it was made a class has its last day, at most. So the days for
which it is kept are over everywhere before the year is, wherever it was made: that takes half a day
west of Greenwich, and its first day began up to 14 hours sooner in the east.
"""
LAST_ZONE = timezone(-timedelta(hours=12))
"""Where every day ends last: there it is over for everybody."""
TITLE_CHARACTERS = 60
MOST_CLASSES = 40
"""Classes of one teacher: more are no timetable, but somebody who fills the server."""


class ClassRefused(ValueError):
    """A class that cannot be made; the message is for the teacher."""


class TitleRefused(ClassRefused):
    """A title that a class cannot have."""


class TooManyClasses(ClassRefused):
    """One class more than a teacher may have."""


def room_for_one_more(classes: int) -> None:
    """Pass for who has fewer classes than the most. Raises TooManyClasses."""
    if classes >= MOST_CLASSES:
        raise TooManyClasses(
            f"{MOST_CLASSES} classes are open here, and more cannot be made. Delete those that are "
            "over, under “Link and end”."
        )


@dataclass(frozen=True)
class Class:
    """A class that a teacher has made."""

    id: str
    title: str
    teacher_digest: str
    """A fingerprint of what opens the class for its teacher."""
    created_at: datetime
    ends_on: date
    """Its last day."""
    ended_at: datetime | None = None
    """When its teacher ended it; none while it goes on."""

    @property
    def kept_until(self) -> date:
        """The last day on which it is kept: its own last day, or its end, and 30 days more."""
        return self.kept_for(KEPT)

    def kept_for(self, kept: timedelta) -> date:
        """The same for so many days more. They are cut short where they would not be over within a
        year, and one that was made to last a year has none.
        """
        ended = min(self.ended_at.date(), self.ends_on) if self.ended_at else self.ends_on
        within_a_year = self.created_at.date() + YEAR - timedelta(days=2)
        return max(ended, min(ended + kept, within_a_year))

    def over(self, at: datetime) -> bool:
        """Whether nobody there can join it any more, and nothing of its members counts. Its last
        day is over when it is over in the time zone of `at`: that of whoever looks.
        """
        return self.ended_at is not None or at.date() > self.ends_on

    def last_moment(self, zone: tzinfo) -> datetime:
        """The midnight after its last day, in that time zone."""
        return datetime.combine(self.ends_on + timedelta(days=1), time(), zone)


@dataclass(frozen=True)
class Member:
    """A learner in a class, whom its teacher knows by the pseudonym alone."""

    class_id: str
    learner_id: str
    pseudonym: str
    """Such as `kind-tiger-42`: no two in a class have the same."""
    joined_at: datetime
    """What was answered before is nobody's business but the learner's."""


@dataclass(frozen=True)
class ClassCode:
    """What lets learners join a class for some days."""

    code: str
    class_id: str
    expires_at: datetime

    def run_out(self, at: datetime) -> bool:
        """Whether the day on which it runs out is over, in the time zone of `at`."""
        return at.date() > self.expires_at.astimezone(at.tzinfo).date()

    def last_day(self, group: Class, zone: tzinfo) -> date:
        """The last day on which it lets anybody into its class, in that time zone."""
        return min(self.expires_at.astimezone(zone).date(), group.ends_on)


@dataclass(frozen=True)
class Assignment:
    """The quiz of a lesson that a class is asked to take."""

    class_id: str
    lesson: str
    """The lesson's id, which is its quiz's too."""
    mode: AssignedMode
    due_on: date
    """The last day in time, for everybody in their own time zone."""


def class_title(typed: str) -> str:
    """A title as it is kept: on one line, without spaces at its ends. Raises TitleRefused."""
    title = " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())
    if not title:
        raise TitleRefused("Give the class a title, such as “Year 9, Tuesday”.")
    if len(title) > TITLE_CHARACTERS:
        raise TitleRefused(
            f"This title has more than {TITLE_CHARACTERS} characters. Write a shorter one."
        )
    return title
