"""Text to tokens, offline, with tiktoken and the rank files we ship."""

from functools import cache
from threading import Lock

import tiktoken

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped
from sizewise.sizing.tokens.vocabulary import vocabulary

_loading = Lock()


class TextTooLong(Plain, ValueError):
    """The text has too many characters. The message is meant for the learner."""

    def __init__(self, characters: int) -> None:
        self.characters = characters
        super().__init__(
            f"This text has {grouped(characters)} characters. "
            f"Sizewise reads up to {grouped(limits.TEXT_CHARACTERS)} at once: try a "
            "shorter piece of it."
        )


def encoding(name: str) -> tiktoken.Encoding:
    """The tokenizer of that name, loaded once for every session.

    Raises EncodingUnknown for a name we do not ship, and RanksDamaged for a broken installation.
    """
    with _loading:  # two learners who come at once need one tokenizer, not two
        return _load(name)


@cache
def _load(name: str) -> tiktoken.Encoding:
    words = vocabulary(name)
    return tiktoken.Encoding(
        words.name,
        pat_str=words.pattern,
        mergeable_ranks=words.ranks(),
        special_tokens=dict(words.special),
    )


def clean(text: str) -> str:
    """The text as a model receives it: valid Unicode.

    Halves of a surrogate pair that stand together become their character; a lone half, which no
    encoding can carry, becomes U+FFFD. Every other text comes back unchanged.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def token_ids(text: str, encoding_name: str) -> list[int]:
    """The ids of a text's tokens. Marks such as `<|endoftext|>` are ordinary text here.

    Raises TextTooLong before tiktoken sees the text.
    """
    if len(text) > limits.TEXT_CHARACTERS:
        raise TextTooLong(len(text))
    return encoding(encoding_name).encode_ordinary(clean(text))


def count(text: str, encoding_name: str) -> int:
    """How many tokens a text has. Raises TextTooLong."""
    return len(token_ids(text, encoding_name))
