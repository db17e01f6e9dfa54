"""Token chips: a text cut where a token ends and a visible character ends too.

One character can be several tokens (most emoji are), and one token can end inside a character. A
chip is the shortest run of tokens that a person can read, so no chip ever shows half a character.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from sizewise.sizing.tokens.tokens import encoding, token_ids

_CHARACTER = regex.compile(r"\X")
"""A character as people see it: a grapheme cluster (Unicode Annex 29)."""


@dataclass(frozen=True)
class Chip:
    """A run of whole tokens: the text to read, the token ids, the bytes they stand for."""

    text: str
    ids: tuple[int, ...]
    raw: bytes


@dataclass(frozen=True)
class Chips:
    """A text's first chips; how many tokens it has in all; how many of them are not shown."""

    shown: tuple[Chip, ...]
    total: int
    hidden: int


def chips(text: str, encoding_name: str, limit: int = 2000) -> Chips:
    """The chips of a text's first `limit` tokens; the rest is only counted.

    The last chip shown may end inside a character, because the limit cuts there: its odd bytes are
    written in hex, such as `\\xf0\\x9f`. Raises TextTooLong.
    """
    ids = token_ids(text, encoding_name)
    drawn = ids[:limit]
    pieces = encoding(encoding_name).decode_tokens_bytes(drawn)
    return Chips(tuple(_runs(drawn, pieces)), len(ids), len(ids) - len(drawn))


def _runs(ids: Sequence[int], pieces: Sequence[bytes]) -> Iterator[Chip]:
    ends = _character_ends(b"".join(pieces))
    start = offset = 0
    for position, piece in enumerate(pieces, start=1):
        offset += len(piece)
        if offset in ends or position == len(pieces):
            yield _chip(ids[start:position], pieces[start:position])
            start = position


def _character_ends(raw: bytes) -> frozenset[int]:
    # Only the drawn part comes here: regex needs minutes for a long run of flag letters.
    characters = _CHARACTER.findall(raw.decode(errors="ignore"))
    return frozenset(accumulate(len(character.encode()) for character in characters))


def _chip(ids: Sequence[int], pieces: Sequence[bytes]) -> Chip:
    raw = b"".join(pieces)
    return Chip(raw.decode(errors="backslashreplace"), tuple(ids), raw)
