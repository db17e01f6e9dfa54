"""The first tries of a class at each item, and its answers at some skills."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    case,
    func,
    literal,
    select,
    union_all,
)

from sizewise.learn.class_room.missed import ItemTries
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.progress.statistics.sittings import ItemMark
from sizewise.learn.quiz.attempt import Answer
from sizewise.record import tables
from sizewise.record.facts.answers import answer_from
from sizewise.record.facts.class_report.counting import COUNTED, MEMBER, RIGHT, measured, own
from sizewise.record.facts.class_report.json_list import each_text
from sizewise.record.facts.rows import Family

_ANSWER = tables.answer.c
_PICKED = case(
    (_ANSWER.response.like('%"number": null%'), _ANSWER.response), else_='{"picked": []}'
)
"""The response, unless a number was typed: PostgreSQL reads not every sign in JSON."""


class ClassTries(Family):
    """What a class answered."""

    def first_tries(
        self, class_id: str, until: datetime, keys: Mapping[ItemPlace, str]
    ) -> tuple[ItemTries, ...]:
        """Each learner's first try at each item, added up. `keys` says what is right today, by a
        fingerprint: where something else was right, a try is counted as an older one.
        """
        found: dict[ItemPlace, _Sums] = {}
        with self.database.reading() as connection:
            for row in connection.execute(_counts(connection, _first_tries(class_id, until))):
                sums = found.setdefault(ItemPlace(row.quiz_id, row.item_id), _Sums())
                sums.add(row, older=_is_older(row, keys))
        return tuple(sums.at(place) for place, sums in sorted(found.items()))

    def marks(
        self,
        class_id: str,
        until: datetime,
        quiz_ids: Collection[str],
        keys: Mapping[ItemPlace, str],
    ) -> dict[str, list[ItemMark]]:
        """What first tries at some quizzes earned, by quiz, in the order they were given; not those
        at an item of which something else is right today, by `keys`.
        """
        columns = (_ANSWER.quiz_id, _ANSWER.item_id, _ANSWER.key_version, _ANSWER.score)
        wanted = measured(class_id, until, *columns, _ANSWER.learner_id, _ANSWER.attempt_id)
        wanted = wanted.where(_ANSWER.quiz_id.in_(quiz_ids), _ANSWER.mode.in_(COUNTED))
        found: dict[str, list[ItemMark]] = {}
        for row in self._rows(wanted.order_by(_ANSWER.arrival)):
            if not _is_older(row, keys):
                mark = ItemMark(row.learner_id, row.attempt_id, row.item_id, float(row.score))
                found.setdefault(row.quiz_id, []).append(mark)
        return found

    def answers_at(
        self, class_id: str, until: datetime, skills: Collection[str]
    ) -> dict[str, tuple[Answer, ...]]:
        """The answers at some skills, by pseudonym, in the order they were given."""
        wanted = own(class_id, until, MEMBER.pseudonym, *tables.answer.c)
        wanted = wanted.where(_ANSWER.skill.in_(skills)).order_by(_ANSWER.arrival)
        found: dict[str, list[Answer]] = {}
        for row in self._rows(wanted):
            found.setdefault(row.pseudonym, []).append(answer_from(row))
        return {name: tuple(given) for name, given in found.items()}


def _is_older(row: Row[Any], keys: Mapping[ItemPlace, str]) -> bool:
    """Whether something else was right when it was answered, as far as anybody knows."""
    today = keys.get(ItemPlace(row.quiz_id, row.item_id))
    return None not in (row.key_version, today) and row.key_version != today


def _first_tries(class_id: str, until: datetime) -> CTE:
    whose = (_ANSWER.learner_id, _ANSWER.quiz_id, _ANSWER.item_id, _ANSWER.key_version)
    nth = func.row_number().over(partition_by=whose, order_by=_ANSWER.arrival).label("nth")
    place = (_ANSWER.quiz_id, _ANSWER.item_id, _ANSWER.key_version)
    given = (_ANSWER.misconceptions, _PICKED.label("picked"), RIGHT.label("right"), nth)
    tries = measured(class_id, until, *place, *given).subquery()
    return select(tries).where(tries.c.nth == 1).cte("first")


def _counts(connection: Connection, first: CTE) -> CompoundSelect[Any]:
    """In one query, which looks for first tries once: all of them item by item, then how often each
    option and each named mistake stands in them.
    """
    place = (first.c.quiz_id, first.c.item_id, first.c.key_version)

    def counted(of: str, name: ColumnElement[str], right: ColumnElement[int]) -> Select[Any]:
        told = (literal(of).label("of"), name.label("name"))
        sums = (func.count().label("many"), right.label("right"))
        return select(*place, *told, *sums).select_from(first).group_by(*place)

    option, options = each_text(connection, first.c.picked, "picked")
    mistake, mistakes = each_text(connection, first.c.misconceptions)
    return union_all(
        counted("tries", literal(""), func.sum(first.c.right)),
        counted("chosen", option, literal(0)).join(*options).group_by(option),
        counted("mistakes", mistake, literal(0)).join(*mistakes).group_by(mistake),
    )


@dataclass
class _Sums:
    """The counts of one item."""

    tries: int = 0
    right: int = 0
    older: int = 0
    chosen: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row[Any], older: bool) -> None:
        if row.of == "tries":
            self.older += row.many if older else 0
            self.tries += 0 if older else row.many
            self.right += 0 if older else row.right
        elif not older:
            (self.chosen if row.of == "chosen" else self.mistakes)[row.name] += row.many

    def at(self, place: ItemPlace) -> ItemTries:
        return ItemTries(place, self.tries, self.right, self.chosen, self.mistakes, self.older)
