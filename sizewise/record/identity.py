"""Who is learning, without an account: this machine's learner, a browser's, or a resume code's.

A resume code is four words of 256 and four digits: 4 x 8 + 13.3 = 45 bits. The server takes at
most GUESSES wrong codes a minute from everybody together, so trying half of all codes would take
about 10**7 years; a copy of the database alone does not help either, because codes and cookies are
stored only as HMAC-SHA256 under a key that lies outside it.
"""

import hmac
import os
import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from uuid import uuid4

from sqlalchemy import insert, select

from sizewise.record import tables
from sizewise.record.database import RecordUnavailable, file_of
from sizewise.record.journal import Journal, moment, once

GUESSES = 60
"""Wrong resume codes that the server takes in a minute, from everybody together."""
GUESSES_OF_ONE = 10
"""Wrong resume codes that it takes in a minute from one browser."""
_MINUTE = 60.0


class TooManyGuesses(RecordUnavailable):
    """Too many wrong resume codes: wait a minute."""


def machine_learner(journal: Journal, at: datetime) -> str:
    """The learner of this machine: one for each database, made at the first call."""
    row = {"number": 1, "learner_id": _new_learner(), "at": moment(at)}
    with journal.transaction() as connection:
        found = connection.scalar(select(tables.machine.c.learner_id))
        if found is None:
            once(connection, tables.machine, row)
            found = connection.scalar(select(tables.machine.c.learner_id))
    return str(found)


def browser_learner(journal: Journal, token: str, at: datetime) -> str:
    """The learner of a browser's cookie, made at the first call. Only the token's hash is kept."""
    digest = _digest(journal.url, "browser", token)
    newest = (
        select(tables.browser.c.learner_id)
        .where(tables.browser.c.token_hash == digest)
        .order_by(tables.browser.c.number.desc())
    )
    with journal.transaction() as connection:
        found = connection.scalar(newest)
    return str(found) if found else _link(journal, digest, _new_learner(), at)


def _link(journal: Journal, digest: str, learner_id: str, at: datetime) -> str:
    row = {"token_hash": digest, "learner_id": learner_id, "at": moment(at)}
    with journal.transaction() as connection:
        connection.execute(insert(tables.browser).values(row))
    return learner_id


def new_resume_code(journal: Journal, learner_id: str, at: datetime) -> str:
    """A new code such as `amber-otter-lagoon-maple-4821`. Older codes of the learner stay good."""
    words = [secrets.choice(_words()) for _ in range(4)]
    code = "-".join([*words, f"{secrets.randbelow(10_000):04d}"])
    row = {"code_hash": _digest(journal.url, "code", code), "learner_id": learner_id}
    with journal.transaction() as connection:
        once(connection, tables.resume_code, {**row, "at": moment(at)})
    return code


def resume(journal: Journal, code: str, token: str, at: datetime) -> str | None:
    """The learner of a code, now linked to the browser of that token; none for an unknown code.

    Case, spaces and hyphens do not matter. Raises TooManyGuesses.
    """
    browser = _digest(journal.url, "browser", token)
    _guesses.check(browser)
    wanted = tables.resume_code.c.code_hash == _digest(journal.url, "code", normalised(code))
    with journal.transaction() as connection:
        found = connection.scalar(select(tables.resume_code.c.learner_id).where(wanted))
    if found is None:
        _guesses.count(browser)
        return None
    return _link(journal, browser, str(found), at)


def normalised(code: str) -> str:
    """A code as it was given out, however it was typed."""
    return "-".join(re.findall(r"[a-z]+|\d+", code.lower()))


def _new_learner() -> str:
    return uuid4().hex


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text("utf-8").split())


def _digest(url: str, purpose: str, text: str) -> str:
    return hmac.new(_key(url), f"{purpose}:{text}".encode(), sha256).hexdigest()


@lru_cache(maxsize=8)
def _key(url: str) -> bytes:
    """SIZEWISE_SECRET, else a file beside the database that only its owner can read."""
    if secret := os.environ.get("SIZEWISE_SECRET"):
        return secret.encode()
    file = file_of(url)
    if file is None:
        raise RecordUnavailable(
            "This server cannot tell its learners apart yet: set SIZEWISE_SECRET to a long random "
            "text, and keep it the same from start to start."
        )
    return _key_file(file.with_name(file.name + ".secret"))


def _key_file(path: Path) -> bytes:
    try:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32))
        return path.read_bytes()
    except OSError as error:
        raise RecordUnavailable(f"The key file {path} cannot be used: {error.strerror}.") from error


class _Guesses:
    """Wrong codes of the last minute, of everybody and of each browser."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._wrong: deque[tuple[float, str]] = deque()
        self._lock = Lock()

    def check(self, browser: str) -> None:
        """Raises TooManyGuesses when the minute is full."""
        with self._lock:
            while self._wrong and self._wrong[0][0] <= self._clock() - _MINUTE:
                self._wrong.popleft()
            own = sum(one == browser for _, one in self._wrong)
            if own >= GUESSES_OF_ONE or len(self._wrong) >= GUESSES:
                raise TooManyGuesses("Too many wrong codes. Wait a minute, then try again.")

    def count(self, browser: str) -> None:
        """Note a wrong code."""
        with self._lock:
            self._wrong.append((self._clock(), browser))


_guesses = _Guesses(time.monotonic)
