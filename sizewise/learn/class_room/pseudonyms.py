"""Names that learners are given in a class, such as `kind-tiger-42`: friendly, and nobody's.

There are more than 300,000 of them, so that a class has one for everybody. No word mocks a body or
a mind, with whichever other it stands.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path

_NUMBERS = tuple(map(str, range(10, 100)))

Choice = Callable[[Sequence[str]], str]
"""Takes one of several by chance, as `secrets.choice` does."""


def pseudonym(taken: Collection[str], choose: Choice) -> str:
    """A name that is not taken. Only a class of hundreds of thousands would wait for ever."""
    while True:
        name = "-".join((choose(words("adjectives")), choose(words("animals")), choose(_NUMBERS)))
        if name not in taken:
            return name


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a list beside this file: `adjectives` or `animals`."""
    return tuple((Path(__file__).parent / f"{kind}.txt").read_text("utf-8").split())
