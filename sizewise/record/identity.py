"""Who is learning, without an account: this machine's learner, a browser's, or a resume code's.

A resume code is four words of 1,024 and four digits: 4 x 10 + 13.3 = 53 bits, or 10**16 codes. So
many codes that limits need not lock anybody out: at the 20,000 tries a minute that a process takes
from the whole network, and with 10,000 codes in use, half a chance to hit any of them takes
10**16 / 10,000 / 20,000 / 2 minutes, about 48 years; 40 bits would take two days. A copy of the
database is no shortcut: codes and cookies are stored only as HMAC-SHA256 under a key that lies
outside of it.

A right code does not change what the browser's cookie means, for somebody else may have set that
cookie. It earns a ticket, and the ticket, shown by the same browser, a new cookie.
"""

import hmac
import re
import secrets
import time
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, select

from sizewise.record import tables
from sizewise.record.guesses import Guesses
from sizewise.record.journal import Journal, moment, once
from sizewise.record.secret import fingerprint

WORDS = 4
DIGITS = 4
TICKET_LIFE = 600
"""Seconds in which a ticket can be exchanged."""
_LONGEST = 200
"""Characters of a typed code that are looked at."""
_TICKET = re.compile(r"(?P<learner>.+)\.(?P<until>[0-9]{1,12})\.(?P<signature>[0-9a-f]{64})")

_guesses = Guesses(time.monotonic, time.sleep)


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
    return found or _first_turn(journal, mark, _new_learner(), at)


def _first_turn(journal: Journal, mark: str, learner_id: str, at: datetime) -> str:
    row = {"token_hash": mark, "turn": 1, "learner_id": learner_id, "at": moment(at)}
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


def resume(journal: Journal, code: str, token: str, address: str) -> str | None:
    """The learner of a code; none for an unknown code.

    Case, spaces and hyphens do not matter. `token` is the browser's cookie and `address` its
    network address, by which guesses are counted. Raises TooManyGuesses, a RecordUnavailable.
    """
    guess = _guesses.count(fingerprint(journal.database, "browser", token), address)
    mark = fingerprint(journal.database, "code", normalised(code))
    wanted = select(tables.resume_code.c.learner_id).where(tables.resume_code.c.code_hash == mark)
    with journal.database.reading() as connection:
        found = connection.scalar(wanted)
    if found is not None:
        _guesses.forgive(guess)
    return found


def new_ticket(journal: Journal, learner_id: str, token: str, at: datetime) -> str:
    """What the browser with this cookie can exchange for a new one that leads to the learner."""
    until = int(at.timestamp()) + TICKET_LIFE
    return f"{learner_id}.{until}.{_signature(journal, learner_id, until, token)}"


def exchange(journal: Journal, ticket: str, token: str, new: str, at: datetime) -> bool:
    """Make a new cookie the learner's of a ticket. False when the ticket is not this browser's.

    Once the browser has the new cookie, the ticket is worthless: it belongs to the old one.
    """
    match = _TICKET.fullmatch(ticket)
    if not match or int(match["until"]) < at.timestamp():
        return False
    expected = _signature(journal, match["learner"], int(match["until"]), token)
    if not hmac.compare_digest(match["signature"], expected):
        return False
    mark = fingerprint(journal.database, "browser", new)
    return _first_turn(journal, mark, match["learner"], at) == match["learner"]


def _signature(journal: Journal, learner_id: str, until: int, token: str) -> str:
    return fingerprint(journal.database, "ticket", f"{learner_id}.{until}.{token}")


def normalised(code: str) -> str:
    """What matters of a typed code: `Amber otter  LAGOON maple 48 21` and its like are one code."""
    return re.sub(r"[^a-z0-9]", "", code[:_LONGEST].lower())


def _new_learner() -> str:
    return uuid4().hex


@cache
def _words() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text("utf-8").split())
