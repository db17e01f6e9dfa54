"""What one call uses, in tokens."""

from dataclasses import dataclass
from typing import Self

from sizewise.ground.call_tokens import CallTokens
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped


class UsageError(Plain, ValueError):
    """A number of tokens or calls that cannot be: `field` names it, the message is for all."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


@dataclass(frozen=True)
class Usage:
    """Tokens of one call: input, of which cached; output, of which reasoning.

    `cache_written` is the input that some makers bill at a rate of its own, because it is kept for
    later calls; like the cached tokens, it is part of the input, and the two never overlap. Of it,
    `kept_1h` is kept for an hour instead of five minutes. Tokens of sound and pictures are parts
    too: `input_audio` of the fresh input, `cached_audio` of the cached, the last two of the output.
    Raises UsageError when a number is negative or a part is larger than its whole.
    """

    input: int
    cached: int = 0
    output: int = 0
    reasoning: int = 0
    cache_written: int = 0
    kept_1h: int = 0
    input_audio: int = 0
    cached_audio: int = 0
    output_audio: int = 0
    output_image: int = 0

    @property
    def fresh(self) -> int:
        """Input tokens that neither come from a cache nor go to one."""
        return self.input - self.cached - self.cache_written

    @property
    def answered(self) -> int:
        """Output tokens that are not reasoning."""
        return self.output - self.reasoning

    @classmethod
    def of(cls, written: CallTokens) -> Self:
        """The usage that an author wrote."""
        return cls(written.input, written.cached, written.output, written.reasoning)

    def __post_init__(self) -> None:
        for field, tokens in vars(self).items():
            if tokens < 0:
                raise UsageError(field, f"{field} tokens cannot be negative: {grouped(tokens)}")
        self._fits("cached", self.cached, "input", self.input)
        self._fits("cache_written", self.cache_written, "uncached input", self.input - self.cached)
        self._fits("reasoning", self.reasoning, "output", self.output)
        self._fits("kept_1h", self.kept_1h, "cache_written", self.cache_written)
        self._fits("input_audio", self.input_audio, "uncached input", self.fresh)
        self._fits("cached_audio", self.cached_audio, "cached", self.cached)
        made = self.output_audio + self.output_image
        self._fits("output_audio", made, "answer", self.answered)

    @staticmethod
    def _fits(part: str, part_tokens: int, whole: str, whole_tokens: int) -> None:
        if part_tokens > whole_tokens:
            raise UsageError(
                part,
                f"{part} tokens are part of the {whole}: "
                f"{grouped(part_tokens)} do not fit in {grouped(whole_tokens)}",
            )
