"""The record's database: opened when it is needed, watched while it is open, opened anew when it
is another.
"""

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from functools import cached_property
from pathlib import Path
from threading import Condition, RLock, Timer, local
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from sizewise.record.engine import connect_file, engine_at, file_of, in_time, read_address
from sizewise.record.file import RecordFile
from sizewise.record.pen import Pen
from sizewise.record.schema import SCHEMA, SchemaChanged, bring_up_to_date, expect_newest
from sizewise.record.unavailable import IN_USE, RecordUnavailable, held_by_another, speaking

__all__ = ["BUSY_SECONDS", "SCHEMA", "Database", "default_url", "folder_beside"]

BUSY_SECONDS = 2.0
"""How long a write waits for another program to finish its own."""
_SOON, _AT_LAST = 0.1, 30.0
"""Seconds until emptying the log is tried again: at first, and at most."""
_LOG_PAUSE = 60.0
"""Seconds in which the same trouble is not logged again."""


class Database:
    """A database with the newest schema, and the words that name it on screen.

    Nothing is opened before it is used. What fails is tried anew the next time, with new
    connections; no error lasts longer than its cause.
    """

    def __init__(self, url: str) -> None:
        """Raises RecordUnavailable when the address leads nowhere."""
        address = read_address(url)
        self.file = file_of(address)
        """Its file; none when it is a server's."""
        self.place = f"The record {self.file}" if self.file else "The record's database"
        self.engine = engine_at(address, BUSY_SECONDS, self._check_new_connection)
        self.opened = 0
        """How many times it was opened. After another opening it may hold other facts."""
        self._open_file: RecordFile | None = None
        self._ready = False
        self._erased, self._again = False, Timer(_SOON, self.empty_log)
        self._door, self._hall = RLock(), Condition()
        self._here = local()
        self._pen = Pen(held_by_another, lambda: IN_USE.at(self.place))
        self._inside = 0
        self._failure: tuple[float, RecordUnavailable | None] = (0.0, None)
        self._logged: dict[str, float] = {}

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads; inside of another one of this thread, that one.

        Raises RecordUnavailable.
        """
        open_here: Connection | None = getattr(self._here, "reads", None)
        if open_here is not None:
            yield open_here
            return
        with self._transaction(self.engine) as connection, self._open_here("reads", connection):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write: all of it happens, or nothing. What this thread reads and
        writes inside of it happens in it. Raises RecordUnavailable.
        """
        open_here: Connection | None = getattr(self._here, "writes", None)
        if open_here is not None:
            yield open_here
            return
        with (
            self._transaction(self._writer) as connection,
            self._open_here("reads", connection),
            self._open_here("writes", connection),
        ):
            yield connection
        with self._door, suppress(OSError):  # it is stored; the next one hears what is wrong
            if self._open_file:
                self._open_file.shorten_log()
        if getattr(self._here, "erases", False):
            self._here.erases = False
            self.empty_log()

    @contextmanager
    def erasing(self) -> Iterator[Connection]:
        """The same for what deletes: nothing of it stays in a file, nor in the log beside it.

        While somebody still reads what was there before, the log is emptied soon after.
        """
        with self.writing() as connection:
            self._here.erases = True
            yield connection

    def empty_log(self, pause: float = _SOON) -> None:
        """Let nothing stay in a file's log of what was deleted: after each deletion, and at the
        start, since whoever was stopped may have left one. If somebody is in the way, it is tried
        again after so many seconds.
        """
        with self._door:
            self._again.cancel()
            self._erased = bool(self.file)
            if not self._open_file:  # a server's, or closed: then opening begins with this
                return
            with suppress(OSError):
                self._erased = not self._open_file.empty_log()
            if self._erased:
                self._again = Timer(pause, self.empty_log, [min(2 * pause, _AT_LAST)])
                self._again.daemon = True
                self._again.start()

    def open(self) -> None:
        """Open it, if it is not open, or is another by now. Raises RecordUnavailable."""
        with self._telling(), self._entered():
            pass

    def close(self) -> None:
        """Give back every connection."""
        with self._door:
            self._ready = False
            self._again.cancel()
            if self._erased and self._open_file:
                self._erased = not self._open_file.empty_log(patient=True)
            self.engine.dispose()
            if self._open_file:
                self._open_file.close()
                self._open_file = None

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(writes=True)

    # One transaction

    @contextmanager
    def _open_here(self, what: str, connection: Connection) -> Iterator[None]:
        outside = getattr(self._here, what, None)
        setattr(self._here, what, connection)
        try:
            yield
        finally:
            setattr(self._here, what, outside)

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        with self._telling(), ExitStack() as stack:
            try:
                connection = stack.enter_context(self._begun(engine))
            except (SchemaChanged, DBAPIError) as error:
                if isinstance(error, DBAPIError) and not error.connection_invalidated:
                    raise
                self._ready = False  # migrated, or the server was started anew
                connection = stack.enter_context(self._begun(engine))
            yield connection

    @contextmanager
    def _begun(self, engine: Engine) -> Iterator[Connection]:
        writes = engine is self._writer
        with (
            self._pen.taken() if self.file and writes else nullcontext(),
            self._entered() as file,
            engine.connect() as connection,
        ):
            with in_time(connection), connection.begin():
                expect_newest(connection)
                yield connection
            if file and writes:
                file.confirm()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            with speaking(self.place):
                yield
        except RecordUnavailable as trouble:
            if not trouble.passing:
                self._ready = False
            self._log(trouble)
            raise

    def _log(self, trouble: RecordUnavailable) -> None:
        """For whoever runs Sizewise: once, not at every press of every learner."""
        now = time.monotonic()
        if now < self._logged.get(str(trouble), 0.0):
            return
        self._logged = {words: until for words, until in self._logged.items() if until > now}
        self._logged[str(trouble)] = now + _LOG_PAUSE
        cause = getattr(trouble.__cause__, "orig", trouble.__cause__)
        logging.getLogger("sizewise").error("%s%s", trouble, f" ({cause!r})" if cause else "")

    # Opening

    @contextmanager
    def _entered(self) -> Iterator[RecordFile | None]:
        """Any number of transactions at once; nobody is inside while the file is changed."""
        asked = time.monotonic()
        with self._door:
            self._see_open(asked)
            file = self._open_file
            with self._hall:
                self._inside += 1
        try:
            yield file
        finally:
            with self._hall:
                self._inside -= 1
                self._hall.notify_all()

    def _see_open(self, asked: float) -> None:
        if self._ready and (not self._open_file or self._open_file.same()):
            return
        failed, trouble = self._failure
        if trouble and failed > asked:  # who waited for a try has had it
            raise RecordUnavailable(str(trouble), trouble.plain, trouble.passing)
        try:
            with speaking(self.place):
                self._open_anew()
        except RecordUnavailable as error:
            self._failure = (time.monotonic(), error)
            raise

    def _open_anew(self) -> None:
        if self._open_file:
            self._wait_until_alone()
            self._open_file.part()
        self.close()
        if self.file:
            if not self.opened:
                self._make_file(self.file)
            self._open_file = RecordFile(self.file, self._connect, fresh=not self.opened)
        try:
            bring_up_to_date(self.engine, self.place)
        except BaseException:
            self.close()
            raise
        self._ready = True
        if self._erased:
            self.empty_log()
        self.opened += 1

    def _wait_until_alone(self) -> None:
        with self._hall:
            if not self._hall.wait_for(lambda: not self._inside, BUSY_SECONDS + 1):
                raise IN_USE.at(self.place)

    @staticmethod
    def _make_file(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)

    @staticmethod
    def _connect(path: Path) -> Any:
        return connect_file(path, BUSY_SECONDS)

    def _check_new_connection(self) -> None:
        if self._open_file:
            self._open_file.confirm()


def default_url() -> str:
    """SIZEWISE_DATABASE_URL, else a file in the user's data folder."""
    return os.environ.get("SIZEWISE_DATABASE_URL") or f"sqlite:///{_data_folder() / 'record.db'}"


def folder_beside(name: str) -> Path:
    """A folder for files of learners that are no facts: beside the record's file, else where that
    would be. Nothing is made.
    """
    file = None
    with suppress(RecordUnavailable):  # whoever opens the record says what is wrong
        file = file_of(read_address(default_url()))
    return (file.parent if file else _data_folder()) / name


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home(), "Sizewise")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Sizewise"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "sizewise")
