"""A chat in a small window: each call sends the newest messages that fit, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile


@dataclass(frozen=True)
class Sending:
    """One call: how many earlier messages it sends along, and its tokens with the new message."""

    kept: int
    tokens: int


def sending(before: Sequence[int], new: int, window: int) -> Sending:
    """The call that sends a message of `new` tokens behind messages of these tokens.

    The newest of the earlier messages come along, as many as fit together; the first that does not
    fit ends it, so that no message is missing from the middle. The new one is always sent. The
    frame around messages and the room for the reply are left out.
    """
    sizes = accumulate(reversed(before), initial=new)
    fitting = list(takewhile(lambda size: size <= window, sizes))
    return Sending(max(0, len(fitting) - 1), fitting[-1] if fitting else new)


def sent_in_all(messages: Sequence[int], own: Sequence[bool], window: int) -> int:
    """All tokens sent so far: each message of one's own was one call.

    `messages` are tokens, oldest first; `own` says which of them oneself wrote.
    """
    return sum(
        sending(messages[:at], tokens, window).tokens
        for at, (tokens, mine) in enumerate(zip(messages, own, strict=True))
        if mine
    )
