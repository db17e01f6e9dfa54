"""How fast anybody may try codes: those that resume progress, and those of classes.

Tries are counted in the record, so that all processes of a server count together.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select

from sizewise.record import tables
from sizewise.record.database import Database
from sizewise.record.facts.rows import moment
from sizewise.record.identity.secret import fingerprint
from sizewise.record.unavailable import RecordUnavailable

OF_ONE = 10
"""Wrong codes that a minute takes from one browser."""
OF_ADDRESS = 60
"""Wrong codes that a minute takes at once from one network address; further ones wait."""
SLOW = 2.0
"""Seconds that each further one waits. A school shares an address, so nobody is turned away."""
OF_ALL = 20_000
"""Wrong codes that a minute takes from everybody together."""
_MINUTE = timedelta(minutes=1)
_guess = tables.code_guess.c


class TooManyGuesses(RecordUnavailable):
    """Too many codes were tried: wait a minute."""


class Guesses:
    """The wrong guesses of the last minute. The pause is in seconds."""

    def __init__(self, clock: Callable[[], datetime], pause: Callable[[float], None]) -> None:
        self._clock = clock
        self._pause = pause

    def count(self, database: Database, who: str, address: str) -> str:
        """Count a guess before it is looked at; its id. Raises TooManyGuesses when the minute is
        full, and RecordUnavailable.

        Whoever takes a new cookie for each guess is a new browser each time, and the same address:
        there a guess waits, wrong or right, before anybody learns what it is.
        """
        browser = fingerprint(database, "guess of", who)
        place = fingerprint(database, "guess from", address)
        guess = {"id": uuid4().hex, "browser": browser, "address": place}
        now = self._clock()
        with database.writing() as connection:
            _forget_others(connection, now)
            full = _counted(connection, _guess.browser == browser) >= OF_ONE
            full = full or _counted(connection) >= OF_ALL
            if not full:
                connection.execute(insert(tables.code_guess), {**guess, "at": moment(now)})
            crowded = _counted(connection, _guess.address == place) > OF_ADDRESS
        if full:
            raise TooManyGuesses("Too many codes were tried. Wait a minute, then try again.")
        if crowded:
            self._pause(SLOW)
        return guess["id"]

    def forgive(self, database: Database, guess: str) -> None:
        """Take a guess off the count: it was right."""
        with database.writing() as connection:
            connection.execute(delete(tables.code_guess).where(_guess.id == guess))


def now() -> datetime:
    """This moment: processes, on one machine or on several, have only the calendar in common."""
    return datetime.now(UTC)


def _forget_others(connection: Connection, now: datetime) -> None:
    """One process at a time. A clock that was put back must not keep anybody out for longer."""
    if connection.dialect.name == "postgresql":  # in SQLite whoever writes is alone
        connection.exec_driver_sql("LOCK TABLE code_guess IN SHARE ROW EXCLUSIVE MODE")
    old, ahead = _guess.at <= moment(now - _MINUTE), _guess.at > moment(now + _MINUTE)
    connection.execute(delete(tables.code_guess).where(or_(old, ahead)))


def _counted(connection: Connection, *which: ColumnElement[bool]) -> int:
    wanted = select(func.count()).select_from(tables.code_guess).where(*which)
    return int(connection.scalar(wanted) or 0)
