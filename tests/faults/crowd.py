"""Several learners at one server at once, at work in the background while a test breaks things."""

import asyncio
import re
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from random import Random
from threading import Thread
from typing import Any

from tests.faults.account import Account, account
from tests.faults.taker import READING, QuizTaker
from tests.faults.visitor import new_cookie

PATIENCE = 120.0
"""Seconds that a crowd may need to go on, on a busy machine."""


class Crowd:
    """Learners at the servers `urls`: half of them in exams, and one with two tabs.

    Several servers share one record, and the two tabs are at different ones. `reading` is how
    many seconds they look at a screen, from and to.
    """

    def __init__(
        self,
        *urls: str,
        size: int = 6,
        seed: int = 0,
        reading: tuple[float, float] = (READING, READING),
    ) -> None:
        self.urls = urls
        self.reading = reading
        self.chance = Random(seed)
        self.takers: list[QuizTaker] = []
        self._size = size
        self._tasks: list[asyncio.Task[None]] = []

    def __enter__(self) -> "Crowd":
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="crowd")
        self._thread.start()
        self._awake = asyncio.Event()
        self._do(self._wakes(True))
        cookie = new_cookie(self.urls[0])
        for number in range(self._size):
            mode = "exam" if number % 2 else "practice"
            url = self.urls[number // 2 % len(self.urls)]
            self._join(self._taker(url, mode, cookie if number in (0, 2) else ""))
        return self

    def _taker(self, url: str, mode: str = "practice", cookie: str = "") -> QuizTaker:
        return QuizTaker(url, Random(self.chance.random()), mode, cookie, self.reading)

    def __exit__(self, *_: object) -> None:
        self._do(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        for taker in self.takers:
            await taker.tab.close()
        for end in ends:
            if not isinstance(end, asyncio.CancelledError):
                raise end

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def joins(self) -> None:
        """One more learner comes, also when the server is in trouble."""
        self._join(self._taker(self.urls[0]))

    def _join(self, taker: QuizTaker) -> None:
        self.takers.append(taker)
        self._do(self._begin(taker))

    async def _begin(self, taker: QuizTaker) -> None:
        self._tasks.append(asyncio.create_task(taker.learns(self._awake)))

    # What the test waits for

    def goes_on(self) -> None:
        """Wait until each learner has seen another answer confirmed."""
        before = {id(taker): len(taker.confirmed) for taker in self.takers}
        self._until(lambda: all(len(t.confirmed) > before[id(t)] for t in self.takers), "go on")

    def hears(self, words: str) -> None:
        """Wait until somebody's screen says something that matches."""
        before = {id(taker): len(taker.heard) for taker in self.takers}
        self._until(
            lambda: any(
                re.search(words, said) for t in self.takers for said in t.heard[before[id(t)] :]
            ),
            f"hear {words!r}",
        )

    def presses(self) -> None:
        """Wait until somebody presses a button: the answer is under way then."""
        before = sum(taker.presses for taker in self.takers)
        self._until(lambda: sum(taker.presses for taker in self.takers) > before, "press")

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Nobody presses anything; what was pressed is finished."""
        self._do(self._wakes(False))
        self._until(lambda: not any(taker.waits for taker in self.takers), "rest")
        yield
        self._do(self._wakes(True))

    async def _wakes(self, awake: bool) -> None:
        self._awake.set() if awake else self._awake.clear()

    def _until(self, come_true: Callable[[], bool], what: str) -> None:
        last_moment = time.monotonic() + PATIENCE
        while not come_true():
            for task in self._tasks:
                if task.done():
                    task.result()
            if time.monotonic() > last_moment:
                where = "\n".join(str(taker) for taker in self.takers)
                raise AssertionError(f"the crowd did not {what}:\n{where}")
            time.sleep(0.001)

    # What came of it

    @property
    def heard(self) -> set[str]:
        """All that any screen has said of trouble."""
        return {said for taker in self.takers for said in taker.heard}

    @property
    def slowest(self) -> float:
        """Seconds that a learner has waited longest, for a page or after a press."""
        return max(taker.slowest for taker in self.takers)

    def account(self, database_url: str) -> Account:
        """What the screens confirmed beside what is in the record, once everybody has stopped."""
        return account(self.takers, database_url)
