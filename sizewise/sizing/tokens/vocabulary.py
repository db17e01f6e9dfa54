"""The token vocabularies we ship: their rank files, split patterns and special tokens.

They are OpenAI's, as published with tiktoken (module `tiktoken_ext.openai_public`). We read our own
copies because tiktoken's loader goes online, and deletes a cached file whose hash it dislikes.
"""

import gzip
import zlib
from binascii import a2b_base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

RANKS = Path(__file__).parent / "ranks"
"""Where the rank files lie: one line a token, its bytes in base64 and its id."""


class RanksDamaged(RuntimeError):
    """A rank file is missing or is not the published one: the installation is broken."""


class EncodingUnknown(LookupError):
    """We ship no encoding of that name."""


@dataclass(frozen=True)
class Vocabulary:
    """One encoding: how text is cut into words, and which runs of bytes are tokens.

    `digest` is the sha256 of the unpacked rank file, as tiktoken states it.
    """

    name: str
    digest: str
    pattern: str
    special: Mapping[str, int] = field(hash=False)

    def ranks(self, folder: Path = RANKS) -> dict[bytes, int]:
        """The id of every token, by its bytes. Raises RanksDamaged."""
        words = self._unpacked(folder).split()
        return dict(zip(map(a2b_base64, words[::2]), map(int, words[1::2]), strict=True))

    def _unpacked(self, folder: Path) -> bytes:
        path = folder / f"{self.name}.tiktoken.gz"
        try:
            content = gzip.decompress(path.read_bytes())
        except (OSError, EOFError, zlib.error) as error:
            raise RanksDamaged(f"{path} cannot be read ({error}); install Sizewise again") from None
        if sha256(content).hexdigest() != self.digest:
            raise RanksDamaged(f"{path} is not the published rank file; install Sizewise again")
        return content


_O200K_PATTERN = "|".join(
    (
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    )
)
_CL100K_PATTERN = (
    r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+"
    r"|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
)
_R50K_PATTERN = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"

_O200K = Vocabulary(
    "o200k_base",
    "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    _O200K_PATTERN,
    {"<|endoftext|>": 199999, "<|endofprompt|>": 200018},
)
_CL100K = Vocabulary(
    "cl100k_base",
    "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    _CL100K_PATTERN,
    {
        "<|endoftext|>": 100257,
        "<|fim_prefix|>": 100258,
        "<|fim_middle|>": 100259,
        "<|fim_suffix|>": 100260,
        "<|endofprompt|>": 100276,
    },
)
_R50K = Vocabulary(
    "r50k_base",
    "306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930",
    _R50K_PATTERN,
    {"<|endoftext|>": 50256},
)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {vocabulary.name: vocabulary for vocabulary in (_O200K, _CL100K, _R50K)}
)
"""The encodings we ship, newest first."""


def vocabulary(name: str) -> Vocabulary:
    """The vocabulary of that name. Raises EncodingUnknown, naming those there are."""
    try:
        return VOCABULARIES[name]
    except KeyError:
        known = ", ".join(VOCABULARIES)
        raise EncodingUnknown(f"no encoding {name!r}; there are: {known}") from None
