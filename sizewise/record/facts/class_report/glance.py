"""A class at a glance: who has begun, who is stuck, which named mistakes were made."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import CTE, Connection, case, distinct, func, literal, select, union_all

from sizewise.learn.class_room.first_glance import (
    LAST,
    Activity,
    FirstGlance,
    RecentTries,
    SharedMistake,
    first_glance,
)
from sizewise.learn.progress.review import ItemPlace
from sizewise.record import tables
from sizewise.record.facts.class_report.counting import (
    MEMBER,
    RIGHT,
    measured,
    members,
    own,
    since_joining,
)
from sizewise.record.facts.class_report.json_list import each_text
from sizewise.record.facts.rows import Family, moment

_ANSWER, _READ = tables.answer.c, tables.part_read.c


class ClassGlance(Family):
    """A class at a glance."""

    def glance(self, class_id: str, until: datetime, since: datetime) -> FirstGlance:
        """A class at a glance; a mistake was made lately if it was made since then."""
        with self.database.reading() as connection:
            return first_glance(
                _activity(connection, class_id, until),
                _recent(connection, class_id, until),
                _mistakes(connection, class_id, until, since),
            )


def _activity(connection: Connection, class_id: str, until: datetime) -> Iterable[Activity]:
    count, last = func.count().label("many"), func.max(_ANSWER.at).label("last")
    answered = own(class_id, until, MEMBER.learner_id, count, last)
    given = answered.group_by(MEMBER.learner_id).subquery()
    newest = func.max(_READ.at).label("last")
    parts = members(class_id, MEMBER.learner_id, count, newest).join(
        tables.part_read, _READ.learner_id == MEMBER.learner_id
    )
    read = parts.where(since_joining(_READ.at, until)).group_by(MEMBER.learner_id).subquery()
    of_each = (MEMBER.pseudonym, given.c.many, given.c.last, read.c.many, read.c.last)
    wanted = (
        members(class_id, *of_each)
        .outerjoin(given, given.c.learner_id == MEMBER.learner_id)
        .outerjoin(read, read.c.learner_id == MEMBER.learner_id)
    )
    for name, answers, answered_at, pages, read_at in connection.execute(wanted):
        newest_at = max(filter(None, (answered_at, read_at)), default=None)
        at = datetime.fromisoformat(newest_at) if newest_at else None
        yield Activity(name, answers or 0, pages or 0, at)


def _recent(connection: Connection, class_id: str, until: datetime) -> Iterable[RecentTries]:
    """Each learner's last first tries, skill by skill."""
    back = func.row_number().over(partition_by=_ANSWER.learner_id, order_by=_ANSWER.arrival.desc())
    columns = (MEMBER.pseudonym, _ANSWER.skill, _ANSWER.at)
    tries = measured(class_id, until, *columns, RIGHT.label("right"), back.label("back")).subquery()
    whose = (tries.c.pseudonym, tries.c.skill)
    sums = (func.count(), func.sum(tries.c.right), func.max(tries.c.at))
    wanted = select(*whose, *sums).where(tries.c.back <= LAST).group_by(*whose)
    for name, skill, many, right, at in connection.execute(wanted):
        yield RecentTries(name, skill, many, right, datetime.fromisoformat(at))


def _mistakes(
    connection: Connection, class_id: str, until: datetime, since: datetime
) -> Iterable[SharedMistake]:
    """In one query, which takes the lists of mistakes apart once: a row for each mistake, with no
    place, and before it one for each place that it was made at.
    """
    made = _made(connection, class_id, until)
    learners = func.count(distinct(made.c.pseudonym)).label("learners")
    recent = func.count(distinct(case((made.c.at >= moment(since), made.c.pseudonym))))
    counts = (learners, recent.label("lately"), func.count().label("times"))
    no_place = (literal("").label("quiz_id"), literal("").label("item_id"))
    place = (made.c.quiz_id, made.c.item_id)
    whole = select(made.c.mistake, *no_place, *counts).group_by(made.c.mistake)
    parted = select(made.c.mistake, *place, *counts).group_by(made.c.mistake, *place)
    both = union_all(whole, parted).subquery()
    in_order = select(both).order_by(both.c.mistake, both.c.quiz_id.desc(), both.c.item_id)
    most = SharedMistake("", 0, 0, 0, ItemPlace("", ""))
    for name, quiz, item, many, lately, times in connection.execute(in_order):
        if not quiz:
            yield SharedMistake(name, many, lately, times, most.place)
        elif most.id != name or many > most.learners:
            most = SharedMistake(name, many, lately, times, ItemPlace(quiz, item))


def _made(connection: Connection, class_id: str, until: datetime) -> CTE:
    """A row for each named mistake of each answer."""
    name, listed = each_text(connection, _ANSWER.misconceptions)
    columns = (MEMBER.pseudonym, _ANSWER.quiz_id, _ANSWER.item_id, _ANSWER.at)
    wrong = measured(class_id, until, *columns, name.label("mistake")).join(*listed)
    return wrong.where(_ANSWER.misconceptions != "[]").cte("made")
