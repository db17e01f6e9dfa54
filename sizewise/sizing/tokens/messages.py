"""What a conversation weighs: the words of its messages, and the frame around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sizewise.sizing.tokens.tokens import count

MESSAGE_FRAME = 3
"""Tokens around every message."""
NAME_MARK = 1
"""Tokens that a named sender adds, besides the name itself."""
REPLY_FRAME = 3
"""Tokens that open the reply, once a call."""


@dataclass(frozen=True)
class Message:
    """One message: who speaks (`system`, `user` or `assistant`), what, and under which name."""

    role: str
    content: str
    name: str | None = None


def message_tokens(messages: Iterable[Message], encoding_name: str) -> int:
    """Input tokens of a conversation, by the rule of OpenAI's cookbook for GPT-3.5 to GPT-4o.

    Source: "How to count tokens with tiktoken", section 6. Later models may frame messages
    otherwise. Raises TextTooLong for a message that is too long.
    """
    return REPLY_FRAME + sum(_tokens(message, encoding_name) for message in messages)


def _tokens(message: Message, encoding_name: str) -> int:
    words = count(message.role, encoding_name) + count(message.content, encoding_name)
    if message.name is None:
        return MESSAGE_FRAME + words
    return MESSAGE_FRAME + words + NAME_MARK + count(message.name, encoding_name)
