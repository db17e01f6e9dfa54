"""What fits into a context window: all that is sent, and the reply, share it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sizewise.sizing.tokens.usage import UsageError

Misfit = Literal["sent", "reply", "longest"]
"""What does not fit: what is sent, the reply behind it, the reply in any window."""


@dataclass(frozen=True)
class Filled:
    """A window with a call in it, in tokens.

    `window` is the model's; `sent` is all input; `reply` is kept free for the answer; `longest` is
    the longest reply the model writes, none when no source gives it. Raises UsageError for a
    negative number.
    """

    window: int
    sent: int
    reply: int = 0
    longest: int | None = None

    def __post_init__(self) -> None:
        for field in ("window", "sent", "reply"):
            if getattr(self, field) < 0:
                raise UsageError(field, f"{field} tokens cannot be negative")

    @property
    def left(self) -> int:
        """What remains of the window behind the input; 0 when the input fills it."""
        return max(0, self.window - self.sent)

    @property
    def too_many(self) -> int:
        """Input tokens that do not fit."""
        return max(0, self.sent - self.window)

    @property
    def room(self) -> int:
        """The longest reply that this call can get."""
        return self.left if self.longest is None else min(self.left, self.longest)

    @property
    def free(self) -> int:
        """What remains of the window behind input and reply; 0 when they fill it."""
        return max(0, self.left - self.reply)

    @property
    def troubles(self) -> tuple[Misfit, ...]:
        """Everything that does not fit; empty when all is well."""
        return tuple(self._troubles())

    def _troubles(self) -> Iterator[Misfit]:
        if self.too_many:
            yield "sent"
        elif self.reply > self.left:
            yield "reply"
        if self.longest is not None and self.reply > self.longest:
            yield "longest"
