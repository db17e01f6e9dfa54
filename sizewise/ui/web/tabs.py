"""What a tab has closed for all tabs of its browser.

Each tab holds its own keys to a class, in the memory of the server that it is connected to, and so
does what is written here: no tab outlives it. A browser's tabs are connected to one server.
"""

from threading import Lock

MOST = 10_000
"""Closings that are kept. Older ones go: those tabs have long been left."""


class TabClosings:
    """What was closed in which browser, each with its number."""

    def __init__(self, most: int = MOST) -> None:
        self._lock, self._most = Lock(), most
        self._numbers: dict[tuple[str, str], int] = {}
        self.count = 0
        """How often something was closed: what is opened now outlives all of that."""

    def close(self, browser: str, what: str) -> None:
        """Close something in every tab of a browser that has opened it until now."""
        with self._lock:
            self.count += 1
            self._numbers.pop((browser, what), None)
            self._numbers[browser, what] = self.count
            while len(self._numbers) > self._most:
                del self._numbers[next(iter(self._numbers))]

    def closed(self, browser: str, what: str, since: int) -> bool:
        """Whether it was closed there after so many closings."""
        return self._numbers.get((browser, what), 0) > since


CLOSINGS = TabClosings()
"""Those of this server."""
