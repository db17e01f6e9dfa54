"""The first tries of a class at each item, and its answers at some skills."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Subquery, case, func, select

from sizewise.learn.class_room.missed import ItemTries
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.quiz.attempt import Answer
from sizewise.record import tables
from sizewise.record.facts.answers import answer_from
from sizewise.record.facts.class_report.counting import MEMBER, RIGHT, measured, own
from sizewise.record.facts.class_report.json_list import each_text
from sizewise.record.facts.rows import Family

_ANSWER = tables.answer.c
_PICKED = case(
    (_ANSWER.response.like('%"number": null%'), _ANSWER.response), else_='{"picked": []}'
)
"""The response, unless a number was typed: PostgreSQL reads not every sign in JSON."""


class ClassTries(Family):
    """What a class answered."""

    def first_tries(self, class_id: str, keys: Mapping[ItemPlace, str]) -> tuple[ItemTries, ...]:
        """Each learner's first try at each item, added up. `keys` says what is right today, by a
        fingerprint: where something else was right, a try is counted as an older one.
        """
        first = _first_tries(class_id)
        by_item = (first.c.quiz_id, first.c.item_id, first.c.key_version)
        counts = (func.count().label("tries"), func.sum(first.c.right).label("right"))
        with self.database.reading() as connection:
            rows = list(connection.execute(select(*by_item, *counts).group_by(*by_item)))
            picked = _spread(connection, first, first.c.picked, by_item, "picked")
            mistakes = _spread(connection, first, first.c.misconceptions, by_item)
        return _item_tries(rows, picked, mistakes, keys)

    def answers_at(self, class_id: str, skills: Collection[str]) -> dict[str, tuple[Answer, ...]]:
        """The answers at some skills, by pseudonym, in the order they were given."""
        wanted = own(class_id, MEMBER.pseudonym, *tables.answer.c)
        wanted = wanted.where(_ANSWER.skill.in_(skills)).order_by(_ANSWER.arrival)
        found: dict[str, list[Answer]] = {}
        for row in self._rows(wanted):
            found.setdefault(row.pseudonym, []).append(answer_from(row))
        return {name: tuple(given) for name, given in found.items()}


def _first_tries(class_id: str) -> Subquery:
    place = (_ANSWER.learner_id, _ANSWER.quiz_id, _ANSWER.item_id, _ANSWER.key_version)
    nth = func.row_number().over(partition_by=place, order_by=_ANSWER.arrival).label("nth")
    tries = measured(
        class_id,
        _ANSWER.quiz_id,
        _ANSWER.item_id,
        _ANSWER.key_version,
        _ANSWER.misconceptions,
        _PICKED.label("picked"),
        RIGHT.label("right"),
        nth,
    ).subquery()
    return select(tries).where(tries.c.nth == 1).subquery()


def _spread(
    connection: Connection,
    first: Subquery,
    column: ColumnElement[str],
    by_item: tuple[ColumnElement[Any], ...],
    field: str = "",
) -> list[Row[Any]]:
    """How often each text stands in a list, item by item."""
    name, listed = each_text(connection, column, field)
    wanted = select(*by_item, name.label("name"), func.count().label("many")).join(*listed)
    return list(connection.execute(wanted.select_from(first).group_by(*by_item, name)))


def _item_tries(
    rows: Iterable[Row[Any]],
    picked: Iterable[Row[Any]],
    mistakes: Iterable[Row[Any]],
    keys: Mapping[ItemPlace, str],
) -> tuple[ItemTries, ...]:
    counts: dict[ItemPlace, list[int]] = {}
    for row in rows:
        count = counts.setdefault(ItemPlace(row.quiz_id, row.item_id), [0, 0, 0])
        if _as_today(row, keys):
            count[0] += row.tries
            count[1] += row.right
        else:
            count[2] += row.tries
    chosen, made = _by_place(picked, keys), _by_place(mistakes, keys)
    return tuple(
        ItemTries(place, tries, right, chosen.get(place, {}), made.get(place, {}), older)
        for place, (tries, right, older) in sorted(counts.items())
    )


def _by_place(
    rows: Iterable[Row[Any]], keys: Mapping[ItemPlace, str]
) -> dict[ItemPlace, dict[str, int]]:
    found: dict[ItemPlace, dict[str, int]] = {}
    for row in rows:
        if _as_today(row, keys):
            names = found.setdefault(ItemPlace(row.quiz_id, row.item_id), {})
            names[row.name] = names.get(row.name, 0) + row.many
    return found


def _as_today(row: Row[Any], keys: Mapping[ItemPlace, str]) -> bool:
    """Whether the same was right as today, as far as both are known."""
    today = keys.get(ItemPlace(row.quiz_id, row.item_id))
    return None in (row.key_version, today) or row.key_version == today
