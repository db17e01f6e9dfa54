"""What every page needs: the content, the record, the learner, the day.

The doors are opened where they are used: the first page of a fresh server needs only the course
map, and nobody sees anything before this file is read.
"""

import logging
import time
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import cache, lru_cache, wraps
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar
from uuid import uuid4

import streamlit as st

from sizewise import ROOT as ROOT
from sizewise.ui import session

if TYPE_CHECKING:
    from sizewise.learn.lesson.course import Course
    from sizewise.learn.quiz.template import Facts
    from sizewise.library import Library
    from sizewise.library.edition import Edition
    from sizewise.library.recorded_runs import RunLog
    from sizewise.record import Journal, RecordUnavailable

TROUBLE = "record_problem"
CANNOT_KEEP = "Your progress cannot be read or kept just now."


R = TypeVar("R")
P = ParamSpec("P")


class _One(Generic[R]):
    """One for the whole server, also when several ask for it at the same moment.

    Every press asks dozens of times, which takes Streamlit's cache of resources ten times as long.
    """

    def __init__(self, make: Callable[[], R]) -> None:
        self._making, self._kept = RLock(), cache(make)

    def __call__(self) -> R:
        with self._making:
            return self._kept()

    def forget(self) -> None:
        """Let it be made anew."""
        self._kept.cache_clear()


@_One
def _edition() -> "Edition":
    from sizewise.library.edition import Edition

    return Edition(ROOT)


def edition() -> int:
    """The number of the state of the content files that is shown."""
    return _edition().number


def catch_up(every: float = 0.0) -> None:
    """Look for changed content files, at most once in so many seconds for the whole server.

    Whatever was made of older ones is then made anew when it is needed.
    """
    _edition().catch_up(ROOT, time.monotonic(), every)


def of_content(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function makes of content files, for everybody, until the files change.

    Here and in Streamlit's own cache of data are the only places where such things are kept.
    Streamlit's cache of resources would look at each argument for a tenth of a millisecond.
    """
    return _kept(make)


def many_of_content(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The same for what differs from learner to learner: the newest `most` are kept."""

    def keeping(make: Callable[P, R]) -> Callable[P, R]:
        maker = make.__module__, make.__qualname__

        @wraps(make)
        def asked(*args: P.args, **more: P.kwargs) -> R:
            made = _edition().kept(maker, most, lambda: lru_cache(most)(make))
            return made(*args, **more)  # type: ignore[arg-type]

        return asked

    return keeping


def _kept(make: Callable[P, R]) -> Callable[P, R]:
    maker = make.__module__, make.__qualname__

    @wraps(make)
    def asked(*args: P.args, **more: P.kwargs) -> R:
        of = args, tuple(sorted(more.items()))
        return _edition().kept(maker, of, lambda: make(*args, **more))

    return asked


@of_content
def course_map() -> "Course | None":
    """The course map alone, for who cannot wait for the library; none when it must be repaired."""
    from sizewise.library.course_file import open_course

    return open_course(ROOT)


def library() -> "Library":
    """All content as of today: roles have holders, and what no longer holds has stepped back."""
    return _library_on(today())


@of_content
def _library_on(day: date) -> "Library":
    return _content().on(day)


@of_content
def _content() -> "Library":
    """All content, read once for the whole server. The terminal hears what is wrong with it."""
    from sizewise.library import open_library

    content = open_library(ROOT, today())
    for problem in content.problems:
        if problem.level == "E":
            logging.getLogger("sizewise").error("%s", problem)
    return content


@of_content
def recorded_runs() -> "Mapping[str, RunLog]":
    """The benchmark runs that come along, by name."""
    from sizewise.library.recorded_runs import recorded_runs

    return recorded_runs(ROOT)


@_One
def journal() -> "Journal":
    """The record of what learners did; whatever is asked of it opens it, if it is not open.

    Raises RecordUnavailable when its address leads nowhere.
    """
    from sizewise.record import RecordUnavailable, journal_at

    found = journal_at()
    with suppress(RecordUnavailable):  # whoever needs it hears why
        found.database.open()
    return found


@of_content
def facts_on(day: date) -> "Facts":
    """The catalogue's facts on a day."""
    return library().facts_on(day)


def facts() -> "Facts":
    """The catalogue's facts today."""
    return facts_on(today())


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day in UTC, so that everybody sees the same prices."""
    return now().date()


def now_here() -> datetime:
    """This moment, in the time zone of whoever looks: what is due is due on a day of theirs."""
    return now().astimezone(session.zone())


def day_here(moment: datetime) -> date:
    """The day of a moment, in the time zone of whoever looks."""
    return moment.astimezone(session.zone()).date()


def read_everything() -> None:
    """Read all content and open the record, so that nobody has to wait for them later."""
    from sizewise.record import RecordUnavailable

    library()
    try:
        journal().database.empty_log()
    except RecordUnavailable as error:  # the page that needs the record says so to the learner
        logging.getLogger("sizewise").error("%s", error)
    else:
        forget_old_classes()


def forget_old_classes() -> None:
    """Delete the classes that have been over for long enough: when the server starts, each hour,
    and before a class is shown. Without a record nothing is shown, either.
    """
    from sizewise.record import RecordUnavailable

    with suppress(RecordUnavailable):
        journal().forget_classes(now())


def learner_id() -> str:
    """Who is learning, without an account.

    The record says so for each run of the page, since another tab, another process or a backup may
    have changed it. Raises RecordUnavailable, too, when this tab shows the page of a learner whom
    its browser has left for another.
    """
    if not session.same_browser():
        from sizewise.record import RecordUnavailable

        raise RecordUnavailable("This browser goes on with other progress now: reload this page.")
    if session.first_in_run("learner") or session.get("learner_id") is None:
        session.put("learner_id", _find_learner())
    return str(session.get("learner_id"))


def runs_folder() -> Path:
    """Where this learner's benchmark runs lie, beside the record; nobody else's are there.

    Nothing is made. A learner whom nobody knows keeps runs as long as the tab.
    """
    from sizewise.record import RecordUnavailable, folder_beside

    try:
        learner = learner_id()
    except RecordUnavailable:
        learner = str(session.once("runs_of_tab", lambda: uuid4().hex))
    return folder_beside("runs") / sha256(learner.encode()).hexdigest()[:16]


def _find_learner() -> str:
    from sizewise.record import identity

    if not session.on_shared_server():
        return identity.machine_learner(journal(), now())
    token = session.browser_token()
    if token is None:  # cookies are off: the learner lasts as long as the tab
        return str(session.once("tab", lambda: f"tab-{uuid4().hex}"))
    return identity.browser_learner(journal(), token, now())


def exchange_ticket(ticket: str, token: str, new: str) -> bool:
    """Whether the ticket of a resume code made a browser's new cookie its learner's."""
    from sizewise.record import RecordUnavailable, identity

    try:
        return identity.exchange(journal(), ticket, token, new, now())
    except RecordUnavailable:
        return False  # the page that follows says why


def shared() -> bool:
    """Whether several people may reach this server."""
    return session.on_shared_server()


def first_lesson() -> str:
    """The id of the first lesson that can be opened; empty when there is none."""
    return _first(library().lessons)


def lesson_or_quiz(among: Container[str]) -> str:
    """The id to open when the address names none: what was read last, else the first in the course.

    When nothing can be opened, the first that should: its notice says that it is being repaired.
    """
    from sizewise.record import RecordUnavailable

    with suppress(RecordUnavailable):  # the page itself says so
        last = journal().last_lesson(learner_id())
        if last is not None and last in among:
            return last
    ready = [entry.id for entry in library().course.lessons if entry.status == "ready"]
    return _first(among) or next(iter(ready), "")


def _first(among: Container[str]) -> str:
    return next((entry.id for entry in library().course.lessons if entry.id in among), "")


def told(trouble: "RecordUnavailable") -> str:
    """What a learner is told: on a machine of their own the place, too."""
    return trouble.plain if shared() else str(trouble)


@contextmanager
def noting_trouble() -> Iterator[None]:
    """Do something with the record; what goes wrong waits for `record_notice`.

    Once the record works again the notice is gone.
    """
    from sizewise.record import RecordUnavailable

    try:
        yield
    except RecordUnavailable as error:
        session.put(TROUBLE, told(error))
    else:
        session.drop(TROUBLE)


def record_notice() -> None:
    """Say so, plainly, when progress cannot be kept or read; the page goes on without it.

    Call it after what the page does with the record.
    """
    from sizewise.record import RecordUnavailable

    try:
        journal().database.open()
        problem = session.get(TROUBLE)
    except RecordUnavailable as error:
        problem = told(error)
    if problem:
        st.warning(f"{CANNOT_KEEP} {problem}", icon=":material/save_as:")
