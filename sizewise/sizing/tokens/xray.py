"""What is inside a chip, and where a text's tokens go: pieces of characters, words, lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import category

from sizewise.ground import limits
from sizewise.sizing.tokens.chips import Chip
from sizewise.sizing.tokens.tokens import count, encoding

MOST_WORDS = 5_000
"""How many different words of a text are looked at."""


@dataclass(frozen=True)
class TokenPart:
    """One token of a chip: its id, and the bytes it stands for, perhaps half a character."""

    id: int
    raw: bytes


@dataclass(frozen=True)
class Counted:
    """A word or a line, and its tokens in each of several encodings, in their order."""

    text: str
    tokens: tuple[int, ...]


def parts(chip: Chip, encoding_name: str) -> tuple[TokenPart, ...]:
    """A chip's tokens one by one. Raises EncodingUnknown."""
    raw = encoding(encoding_name).decode_tokens_bytes(list(chip.ids))
    return tuple(TokenPart(*each) for each in zip(chip.ids, raw, strict=True))


def broken_up(chips: Iterable[Chip], most: int) -> tuple[Chip, ...]:
    """The first chips that need several tokens, each text once."""
    several = {chip.text: chip for chip in chips if len(chip.ids) > 1}
    return tuple(islice(several.values(), most))


def dear_words(text: str, encoding_name: str, most: int) -> tuple[Counted, ...]:
    """The words that need the most tokens, dearest first; words of one token are left out.

    A word counts as it stands inside a sentence: with the space before it, without the marks around
    it. Of a long text the first MOST_WORDS different words are looked at. Raises TextTooLong.
    """
    words = islice(dict.fromkeys(map(_bare, text.split())), MOST_WORDS)
    counted = [Counted(word, (count(_inside(word), encoding_name),)) for word in words if word]
    several = [each for each in counted if each.tokens[0] > 1]
    return tuple(sorted(several, key=lambda each: -each.tokens[0])[:most])


def _inside(word: str) -> str:
    """A word with the space before it; one that is as long as a text may be stands alone."""
    return f" {word}" if len(word) < limits.TEXT_CHARACTERS else word


def _bare(word: str) -> str:
    inside = [place for place, each in enumerate(word) if category(each)[0] in "LMN"]
    return word[inside[0] : inside[-1] + 1] if inside else ""


def lines(text: str, encodings: Sequence[str], most: int) -> tuple[Counted, ...]:
    """The first lines that are not blank, each counted by itself. Raises TextTooLong."""
    written = (line.strip() for line in text.splitlines())
    return tuple(
        Counted(line, tuple(count(line, name) for name in encodings))
        for line in islice(filter(None, written), most)
    )
