"""A key of a provider: held in memory, and blank wherever it could be read."""

import re
from collections.abc import Callable

BLANK = "[key]"
_SHORTEST = 6
"""Letters from which on a text is a key to hide: a shorter one is made up, for a server that asks
for none, and may stand in any word.
"""
_LOOKS_LIKE_ONE = re.compile(
    r"\b(?:sk|pk|rk|gsk|xai|key)-[\w*.\-]{6,}|(?i:bearer)\s+[\w*.\-+/=]{6,}"
)
"""Providers quote keys back in part: `sk-ab***yz`."""


class ApiKey:
    """A secret text. Printing, formatting, comparing in a report or pickling never shows it."""

    __slots__ = ("_reveal",)

    _reveal: Callable[[], str]

    def __init__(self, secret: str) -> None:
        # A closure, and no text: what lists an object's attributes finds nothing to show.
        text = secret.strip()
        self._reveal = lambda: text

    def reveal(self) -> str:
        """The key itself: only what writes the header of a request asks for it."""
        return self._reveal()

    @property
    def fits_a_header(self) -> bool:
        """Whether it can be sent at all: printable ASCII without spaces."""
        return all("!" <= sign <= "~" for sign in self._reveal())

    def __bool__(self) -> bool:
        return bool(self._reveal())

    def __repr__(self) -> str:
        return BLANK

    def __reduce__(self) -> str:
        raise TypeError("A key is not stored")

    def blank(self, text: str) -> str:
        """The text without this key, and without what else looks like one."""
        secret = self._reveal()
        bare = text.replace(secret, BLANK) if len(secret) >= _SHORTEST else text
        return _LOOKS_LIKE_ONE.sub(BLANK, bare)
