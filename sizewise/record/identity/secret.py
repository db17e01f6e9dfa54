"""The key of all fingerprints: whoever has the database alone cannot test a guess."""

import hmac
import os
import secrets
import time
from hashlib import sha256
from pathlib import Path

from sqlalchemy import exists, select

from sizewise.record import tables
from sizewise.record.database import Database
from sizewise.record.unavailable import WrongSetting, speaking

SHORTEST = 32
"""Characters of a secret: 32 hexadecimal digits are 128 bits."""
_PATIENCE = 1.0
"""Seconds that another process may take between making the key file and writing it."""
_MARKED = (tables.browser, tables.resume_code)
"""What holds fingerprints."""
_WAY_OUT = (
    "Put its backup in its place, or set SIZEWISE_SECRET to what it was. Without either, write "
    f"{SHORTEST} random characters or more into the file: all cookies and resume codes are "
    "worthless then."
)


def fingerprint(database: Database, purpose: str, text: str) -> str:
    """HMAC-SHA256 of a text under this server's key; another purpose gives another fingerprint.

    Raises RecordUnavailable when there is no key.
    """
    return hmac.new(_key(database), f"{purpose}:{text}".encode(), sha256).hexdigest()


def _key(database: Database) -> bytes:
    """SIZEWISE_SECRET, else a file beside the database that only its owner can read."""
    setting = os.environ.get("SIZEWISE_SECRET")
    if setting:
        return _long_enough(setting)
    if database.file is None:
        raise WrongSetting(
            "This server cannot tell its learners apart yet: set SIZEWISE_SECRET to "
            f"{SHORTEST} random characters or more, and keep it from start to start."
        )
    path = database.file.with_name(database.file.name + ".secret")
    with speaking(f"The key file {path}"):
        if not path.exists():
            _expect_no_fingerprints(database, path)
            _make(path)
        return _read(path)


def _long_enough(setting: str) -> bytes:
    if len(setting) < SHORTEST:
        raise WrongSetting(
            f"SIZEWISE_SECRET is too short to keep a secret: write {SHORTEST} random characters "
            "or more."
        )
    return setting.encode()


def _expect_no_fingerprints(database: Database, path: Path) -> None:
    """Another key would make every learner a stranger. Raises RecordUnavailable, too, while the
    record is away, and its key with it.
    """
    with database.reading() as connection:
        made = [connection.scalar(select(exists().select_from(table))) for table in _MARKED]
    if any(made) and not path.exists():  # or another thread has made both meanwhile
        raise WrongSetting(
            f"The key file {path} is missing, and the record knows its learners by it. {_WAY_OUT}"
        )


def _make(path: Path) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))


def _read(path: Path) -> bytes:
    until = time.monotonic() + _PATIENCE
    while len(key := path.read_bytes()) < SHORTEST:
        if time.monotonic() > until:
            raise WrongSetting(f"The key file {path} is damaged. {_WAY_OUT}")
        time.sleep(0.01)
    return key
