"""Who writes next: in the order in which they came."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition


class Pen:
    """One pen for all threads: SQLite lets one write at a time, and whoever waits, by chance.

    `refused` says of an error whether it will meet whoever waits, too; `wait` is what they raise
    then, so that nobody waits in vain behind the others.
    """

    def __init__(self, refused: Callable[[Exception], bool], wait: Callable[[], Exception]) -> None:
        self._refused, self._wait = refused, wait
        self._line: deque[object] = deque()
        self._moved = Condition()
        self._failed = 0.0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for one's turn, and write."""
        me, asked = object(), time.monotonic()
        with self._moved:
            self._line.append(me)
            self._moved.wait_for(lambda: self._line[0] is me)
        try:
            if self._failed > asked:
                raise self._wait()
            yield
        except Exception as error:
            if self._refused(error):
                self._failed = time.monotonic()
            raise
        finally:
            with self._moved:
                self._line.popleft()
                self._moved.notify_all()
