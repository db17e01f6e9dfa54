"""Texts of many megabytes: cut where no token can span the cut, and counted piece by piece.

The rule of a safe cut. A tokenizer first splits a text by its pattern, from left to right, and no
token crosses a split. In each pattern that we ship a match that holds a letter, a digit or a mark
cannot hold a space after it, for a space comes in only as the first character of a match, or among
other white space. So a space after a visible character always begins a match. Nor can a match that
ends in a letter or digit go on with a line end or a mark, the apostrophe of `don't` apart. What
stands left of such a place is matched without looking beyond it, and what stands right of it begins
anew: the two halves have the tokens of the whole.
"""

import re
from collections.abc import Callable, Iterator

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped
from sizewise.sizing.tokens.tokens import clean, encoding

PIECE = 50_000
"""About how many characters are counted at once."""

ShareDone = Callable[[float], None]
"""Told how much is done, from 0 to 1."""

_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ÿЀ-ӿ\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"
_MARKS = "\t\n\r!-&(-/:-@\\[-`{-~。、，！？：；"
_SAFE = re.compile(rf"(?<=[!-~\w])(?= )|(?<=[{_LETTERS}])(?=[{_MARKS}])")
_WINDOW = 2_000


class NoSafeCut(Plain, ValueError):
    """So long a run without a place to cut that its tokens cannot be counted safely.

    The message is meant for the learner; `position` is where the run starts, from 0.
    """

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__(
            f"From character {grouped(position + 1)} on, "
            f"{grouped(limits.TEXT_CHARACTERS)} characters stand "
            "without a word's end between them. Sizewise cannot count such a run: break it into "
            "lines."
        )


def count_long(text: str, encoding_name: str, progress: ShareDone | None = None) -> int:
    """How many tokens a text of any length has: what `count` would say if it had no limit.

    Raises NoSafeCut.
    """
    return sum(map(len, ids_in_pieces(text, encoding_name, progress)))


def ids_in_pieces(
    text: str, encoding_name: str, progress: ShareDone | None = None
) -> Iterator[list[int]]:
    """The ids of a text's tokens, piece by piece. Raises NoSafeCut."""
    encode, whole = encoding(encoding_name).encode_ordinary, clean(text)
    for start, end in _spans(whole):
        yield encode(whole[start:end])
        if progress is not None:
            progress(end / len(whole))


def pieces(text: str, size: int = PIECE) -> Iterator[str]:
    """A text cut at safe places into pieces of about that many characters. Raises NoSafeCut."""
    yield from (text[start:end] for start, end in _spans(text, size))


def _spans(text: str, size: int = PIECE) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = _cut(text, start, size)
        yield start, end
        start = end


def _cut(text: str, start: int, size: int) -> int:
    """Where the piece that starts there ends: at a safe place near its full size, if there is."""
    if len(text) - start <= size:
        return len(text)
    near = start + max(1, size - _WINDOW)
    found = _SAFE.search(text, near, start + limits.TEXT_CHARACTERS)
    if found:
        return found.start()
    return _earlier_cut(text, start, near)


def _earlier_cut(text: str, start: int, near: int) -> int:
    """The last safe place of the piece's first part; else its whole rest, when that is short."""
    if len(text) - start <= limits.TEXT_CHARACTERS:
        return len(text)
    before = [found.start() for found in _SAFE.finditer(text, start + 1, near)]
    if not before:
        raise NoSafeCut(start)
    return before[-1]
