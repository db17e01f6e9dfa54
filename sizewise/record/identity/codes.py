"""Resume codes: whoever has one goes on as its learner in another browser.

A resume code is four words of 1,024 and four digits: 4 x 10 + 13.3 = 53 bits, or 10**16 codes. So
many codes that limits need not lock anybody out: at the 20,000 tries a minute that a server takes
from the whole network, and with 10,000 codes in use, half a chance to hit any of them takes
10**16 / 10,000 / 20,000 / 2 minutes, about 48 years; 40 bits would take two days. A copy of the
database is no shortcut: codes and cookies are stored only as HMAC-SHA256 under a key that lies
outside of it.
"""

import re
import secrets
import time
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy import select

from sizewise.record import tables
from sizewise.record.facts.rows import moment, once
from sizewise.record.identity.guesses import Guesses, now
from sizewise.record.identity.secret import fingerprint
from sizewise.record.journal import Journal

WORDS = 4
DIGITS = 4
_LONGEST = 200
"""Characters of a typed code that are looked at."""

_guesses = Guesses(now, time.sleep)


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
    guess = _guesses.count(journal.database, token, address)
    mark = fingerprint(journal.database, "code", normalised(code))
    wanted = select(tables.resume_code.c.learner_id).where(tables.resume_code.c.code_hash == mark)
    with journal.database.reading() as connection:
        found = connection.scalar(wanted)
    if found is not None:
        _guesses.forgive(journal.database, guess)
    return found


def normalised(code: str) -> str:
    """What matters of a typed code: `Amber otter  LAGOON maple 48 21` and its like are one code."""
    return re.sub(r"[^a-z0-9]", "", code[:_LONGEST].lower())


@cache
def _words() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text("utf-8").split())
