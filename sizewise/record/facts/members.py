"""Members of classes: who joined, under which name, and who left."""

import secrets
from datetime import datetime, timedelta, tzinfo
from typing import Any
from unicodedata import normalize

from sqlalchemy import Connection, Row, select

from sizewise.learn.class_room.membership import LAST_ZONE, Class, Member
from sizewise.learn.class_room.pseudonyms import pseudonym
from sizewise.record import tables
from sizewise.record.facts.classes import CODE_LENGTH, class_from
from sizewise.record.facts.rows import Family, moment, once, rows_with

MOST_MEMBERS = 200
"""A code that went round the school fills one class, and not the server."""
LINK = 200
"""Characters at the end of what was typed that are looked at: a whole link may have been pasted."""


class CannotJoin(ValueError):
    """A code that lets nobody in; the message is for the learner."""


class Members(Family):
    """Learners in classes."""

    def join_class(
        self, code: str, learner_id: str, at: datetime, zone: tzinfo = LAST_ZONE
    ) -> Member:
        """Join the class of a code, under a name that nobody there has. Raises CannotJoin.

        Its last day is over when it is over in the learner's time zone, and everywhere where nobody
        knows that. Whoever is in it already stays, under the same name.
        """
        with self.database.writing() as connection:
            class_id = _open_to(connection, code, at, zone)
            mine = rows_with(tables.class_members, class_id=class_id, learner_id=learner_id)
            taken = _names(connection, class_id)
            while (found := connection.execute(mine).one_or_none()) is None:
                if len(taken) >= MOST_MEMBERS:
                    raise CannotJoin("This class is full. Ask your teacher.")
                name = pseudonym(taken, secrets.choice)
                row = {"class_id": class_id, "learner_id": learner_id, "pseudonym": name}
                once(connection, tables.class_members, row | {"joined_at": moment(at)})
                taken = _names(connection, class_id)  # somebody else may have taken it
            return _member(found)

    def leave_class(self, class_id: str, learner_id: str) -> None:
        """Take a learner out of a class: nothing there leads to them any more."""
        self._remove(tables.class_members, class_id=class_id, learner_id=learner_id)

    def members(self, class_id: str) -> tuple[Member, ...]:
        """The members of a class, by name."""
        wanted = rows_with(tables.class_members, class_id=class_id)
        in_order = wanted.order_by(tables.class_members.c.pseudonym)
        return tuple(map(_member, self._rows(in_order)))

    def memberships(self, learner_id: str) -> tuple[tuple[Class, Member], ...]:
        """The classes that a learner is in, and as whom, in the order of joining."""
        members = tables.class_members
        both = select(tables.classes, members.c.pseudonym, members.c.joined_at).join(members)
        mine = both.where(members.c.learner_id == learner_id).order_by(members.c.joined_at)
        return tuple(
            (
                class_from(row),
                Member(row.id, learner_id, row.pseudonym, datetime.fromisoformat(row.joined_at)),
            )
            for row in self._rows(mine)
        )


def plain_code(typed: str) -> str:
    """What matters of a typed code: `k7q 2mx`, `K7Q-2MX` and a link that ends in it are one."""
    signs = normalize("NFKC", typed.strip()[-LINK:]).upper()
    return "".join(sign for sign in signs if sign.isascii() and sign.isalnum())[-CODE_LENGTH:]


def _open_to(connection: Connection, code: str, at: datetime, zone: tzinfo) -> str:
    """The class that a code lets into. Raises CannotJoin.

    A paper says until which day, by the clock of who printed it: the code is good for a day more
    than it was given.
    """
    both = select(tables.classes, tables.class_codes.c.expires_at).join(tables.class_codes)
    wanted = both.where(tables.class_codes.c.code == plain_code(code)).with_for_update(read=True)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise CannotJoin(
            "No class has this code. Check each of its six characters, or ask your teacher for "
            "the newest code."
        )
    if class_from(row).over(at.astimezone(zone)):
        raise CannotJoin("This class has ended. Ask your teacher for the code of the new one.")
    if row.expires_at <= moment(at - timedelta(days=1)):
        raise CannotJoin("This code has run out. Ask your teacher for a new one.")
    return str(row.id)


def _names(connection: Connection, class_id: str) -> set[str]:
    members = tables.class_members.c
    return set(connection.scalars(select(members.pseudonym).where(members.class_id == class_id)))


def _member(row: Row[Any]) -> Member:
    joined = datetime.fromisoformat(row.joined_at)
    return Member(row.class_id, row.learner_id, row.pseudonym, joined)
