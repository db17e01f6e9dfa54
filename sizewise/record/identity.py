"""Who is learning, without an account: this machine's learner, a browser's, or a resume code's.

A resume code is four words of 1,024 and four digits: 4 x 10 + 13.3 = 53 bits, or 10**16 codes. At
300 tries a minute and with 10,000 codes in use, half a chance to hit any of them takes
10**16 / 10,000 / 300 / 2 minutes, about 3,500 years; 40 bits would take 127 days. A copy of the
database is no shortcut: codes and cookies are stored only as HMAC-SHA256 under a key that lies
outside of it.
"""

import re
import secrets
import time
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, func, select

from sizewise.record import tables
from sizewise.record.guesses import Guesses
from sizewise.record.journal import Journal, moment, once
from sizewise.record.secret import fingerprint

WORDS = 4
DIGITS = 4
_LONGEST = 200
"""Characters of a typed code that are looked at."""

_guesses = Guesses(time.monotonic)


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
    return found or _first_turn(journal, mark, at)


def _first_turn(journal: Journal, mark: str, at: datetime) -> str:
    row = {"token_hash": mark, "turn": 1, "learner_id": _new_learner(), "at": moment(at)}
    with journal.database.writing() as connection:
        once(connection, tables.browser, row)
        return _newest(connection, mark) or ""


def _newest(connection: Connection, mark: str) -> str | None:
    browser = tables.browser.c
    turns = select(browser.learner_id).where(browser.token_hash == mark)
    return connection.scalar(turns.order_by(browser.turn.desc()).limit(1))


def new_resume_code(journal: Journal, learner_id: str, at: datetime) -> str:
    """A new code such as `amber-otter-lagoon-maple-4821`. Older codes of the learner stay good."""
    words = [secrets.choice(_words()) for _ in range(WORDS)]
    code = "-".join([*words, f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"])
    mark = fingerprint(journal.database, "code", normalised(code))
    with journal.database.writing() as connection:
        row = {"code_hash": mark, "learner_id": learner_id, "at": moment(at)}
        once(connection, tables.resume_code, row)
    return code


def resume(journal: Journal, code: str, token: str, at: datetime) -> str | None:
    """The learner of a code, to whom that browser belongs from now on; none for an unknown code.

    Case, spaces and hyphens do not matter. Raises TooManyGuesses, a RecordUnavailable.
    """
    browser = fingerprint(journal.database, "browser", token)
    _guesses.count(browser)
    mark = fingerprint(journal.database, "code", normalised(code))
    wanted = select(tables.resume_code.c.learner_id).where(tables.resume_code.c.code_hash == mark)
    with journal.database.reading() as connection:
        found = connection.scalar(wanted)
    if found is not None:
        _next_turn(journal, browser, found, at)
    return found


def _next_turn(journal: Journal, mark: str, learner_id: str, at: datetime) -> None:
    turns = select(func.coalesce(func.max(tables.browser.c.turn), 0))
    with journal.database.writing() as connection:
        last = connection.scalar(turns.where(tables.browser.c.token_hash == mark)) or 0
        row = {"token_hash": mark, "turn": last + 1, "learner_id": learner_id, "at": moment(at)}
        once(connection, tables.browser, row)


def normalised(code: str) -> str:
    """What matters of a typed code: `Amber otter  LAGOON maple 48 21` and its like are one code."""
    return re.sub(r"[^a-z0-9]", "", code[:_LONGEST].lower())


def _new_learner() -> str:
    return uuid4().hex


@cache
def _words() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text("utf-8").split())
