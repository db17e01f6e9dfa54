"""The learner of this machine, and the learner of a browser: found, or made at the first call."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, select

from sizewise.record import tables
from sizewise.record.facts.rows import moment, once
from sizewise.record.identity.secret import fingerprint
from sizewise.record.journal import Journal


def machine_learner(journal: Journal, at: datetime) -> str:
    """The learner of this machine: one for each database, made at the first call."""
    the_one = select(tables.machine.c.learner_id).where(tables.machine.c.number == 1)
    with journal.database.reading() as connection:
        found = connection.scalar(the_one)
    return found or _make_machine_learner(journal, at)


def _make_machine_learner(journal: Journal, at: datetime) -> str:
    row = {"number": 1, "learner_id": _new_learner(), "at": moment(at)}
    with journal.database.writing() as connection:
        once(connection, tables.machine, row)
        return str(connection.scalar(select(tables.machine.c.learner_id)))


def browser_learner(journal: Journal, token: str, at: datetime) -> str:
    """The learner of a browser's cookie, made at the first call. Only a fingerprint is kept."""
    mark = fingerprint(journal.database, "browser", token)
    with journal.database.reading() as connection:
        found = _newest(connection, mark)
    return found or first_turn(journal, mark, _new_learner(), at)


def first_turn(journal: Journal, mark: str, learner_id: str, at: datetime) -> str:
    """Make a browser the learner's, unless it has one already; whose it is now."""
    row = {"token_hash": mark, "turn": 1, "learner_id": learner_id, "at": moment(at)}
    with journal.database.writing() as connection:
        once(connection, tables.browser, row)
        return _newest(connection, mark) or ""


def _newest(connection: Connection, mark: str) -> str | None:
    browser = tables.browser.c
    turns = select(browser.learner_id).where(browser.token_hash == mark)
    return connection.scalar(turns.order_by(browser.turn.desc()).limit(1))


def _new_learner() -> str:
    return uuid4().hex
