"""Who is drawn next, when more pages are asked for at once than the machine can draw."""

import asyncio
import heapq
from collections.abc import Callable
from itertools import count

QUICK = 0.2
"""Seconds: who asks again sooner after a page was drawn has not looked at it."""
MEMORY = 0.8
"""How much of a guest's haste is left after one more request."""
BEHIND = 30.0
"""Seconds by which a flood stands behind whoever reads. Nobody waits for ever: those who come later
than that come later. Haste counts by its square, so that who has just come waits five at most.
"""
LONGEST = 3.0
"""Seconds after which a turn ends by itself: a page that waits must not keep others waiting."""


class Guest:
    """Somebody who takes turns, one at a time. Haste is 0 for a reader and nears 1 for a flood."""

    def __init__(self) -> None:
        self.haste = 0.5
        self.ended = float("-inf")
        self.over = asyncio.Event()
        self.over.set()
        self.limit: asyncio.TimerHandle | None = None


class Turns:
    """At most so many turns at once. Who came first goes first, and haste counts as coming later.

    So a hundred who ask without a pause wait for one another, and one who looks at what is drawn
    waits for the end of one turn. The clock gives seconds.
    """

    def __init__(self, places: int, clock: Callable[[], float]) -> None:
        self._free = places
        self._clock = clock
        self._waiting: list[tuple[float, int, Guest, asyncio.Future[None]]] = []
        self._arrivals = count()

    async def take(self, guest: Guest) -> None:
        """Wait for a turn; first of all, for the end of one's own last one."""
        quick = not guest.over.is_set() or self._clock() - guest.ended < QUICK
        guest.haste = MEMORY * guest.haste + (1 - MEMORY) * quick
        await guest.over.wait()
        if self._free:
            self._begin(guest)
            return
        called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due = self._clock() + BEHIND * guest.haste**2
        heapq.heappush(self._waiting, (due, next(self._arrivals), guest, called))
        try:
            await called
        except asyncio.CancelledError:
            self.end(guest)
            raise

    def end(self, guest: Guest) -> None:
        """End a turn and begin the next; nothing happens when it is over already."""
        if guest.over.is_set():
            return
        guest.over.set()
        guest.ended = self._clock()
        if guest.limit:
            guest.limit.cancel()
        self._free += 1
        self._call_next()

    def _begin(self, guest: Guest) -> None:
        self._free -= 1
        guest.over.clear()
        guest.limit = asyncio.get_running_loop().call_later(LONGEST, self.end, guest)

    def _call_next(self) -> None:
        while self._waiting and self._free:
            *_, guest, called = heapq.heappop(self._waiting)
            if not called.done():
                self._begin(guest)
                called.set_result(None)
