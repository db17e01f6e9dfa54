"""A chat's bill: every turn sends the whole conversation again."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.call import CallPart
from sizewise.sizing.cost.cost import estimate, rates_of
from sizewise.sizing.cost.workload import cacheable
from sizewise.sizing.tokens.messages import MESSAGE_FRAME, REPLY_FRAME
from sizewise.sizing.tokens.usage import Usage, UsageError

_ROLE = 1  # `user` and `assistant` are a token each

MOST_TURNS = 1000
"""The longest chat we draw."""


@dataclass(frozen=True)
class Chat:
    """A chat whose turns are alike, in tokens.

    `opening` is sent once a turn and never grows: system text, tools, the reply's frame. `question`
    is counted with its own frame. `answer` is what the model writes; `frame` comes around it when
    it is sent again. `reasoning` is billed as output, but never sent again: makers drop old
    thoughts. Raises UsageError for a negative number.
    """

    opening: int
    question: int
    answer: int
    reasoning: int = 0
    frame: int = 0

    def __post_init__(self) -> None:
        for field, tokens in vars(self).items():
            if tokens < 0:
                raise UsageError(field, f"{field} tokens cannot be negative: {grouped(tokens)}")


@dataclass(frozen=True)
class TurnUsage:
    """One turn: its number from 1, what its call uses, and all tokens sent and written so far."""

    number: int
    usage: Usage
    input_so_far: int
    output_so_far: int


def chat_of(made_of: tuple[CallPart, ...]) -> Chat:
    """The chat that starts with that call: its question asked again and again at equal length.

    The call's history is sent with every turn, so it belongs to the opening; a picture stays in the
    conversation, so it belongs to the question.
    """
    tokens = {each.part: each.tokens for each in made_of}
    around = min(MESSAGE_FRAME + _ROLE, tokens["frame"] - REPLY_FRAME)
    return Chat(
        tokens["system"] + tokens["tools"] + tokens["history"] + tokens["frame"] - around,
        tokens["question"] + tokens["images"] + around,
        tokens["answer"],
        tokens["reasoning"],
        around,
    )


def turns(chat: Chat, how_many: int, *, cache: bool = False) -> tuple[TurnUsage, ...]:
    """The first turns of a chat, as `each_turn` tells them.

    Raises UsageError unless 0 to 1,000 turns are asked for.
    """
    if not 0 <= how_many <= MOST_TURNS:
        raise UsageError("turns", f"a chat here has 0 to {grouped(MOST_TURNS)} turns")
    return tuple(islice(each_turn(chat, cache=cache), how_many))


def each_turn(chat: Chat, *, cache: bool = False) -> Iterator[TurnUsage]:
    """One turn of a chat after another, up to the longest that we draw.

    Turn n sends the opening, n questions and the n - 1 answers before it, so all input together
    grows with the square of n. With `cache`, what the turn before sent comes from a cache, by the
    rule of `cacheable`: the best case.
    """
    sent = written = 0
    for number in range(1, MOST_TURNS + 1):
        usage = _usage(chat, number, cache)
        sent, written = sent + usage.input, written + usage.output
        yield TurnUsage(number, usage, sent, written)


def turn_costs(chat_turns: tuple[TurnUsage, ...], price: Price) -> tuple[Decimal, ...]:
    """What each turn costs in US dollars. Their sum is the chat's bill."""
    return tuple(estimate(turn.usage, price).total for turn in chat_turns)


def history_overtakes(chat: Chat, price: Price) -> int | None:
    """The first turn whose history costs more to send again than its answer costs to write.

    The history of turn n is n - 1 questions and answers; thinking counts with the answer. None when
    it does not happen within 1,000 turns.
    """
    found = (turn.number for turn in each_turn(chat) if _history_is_dearer(turn, chat, price))
    return next(found, None)


def _history_is_dearer(turn: TurnUsage, chat: Chat, price: Price) -> bool:
    rates = rates_of(turn.usage, price)
    history = turn.usage.input - chat.opening - chat.question
    return history * rates.input > turn.usage.output * rates.output


def _usage(chat: Chat, number: int, cache: bool) -> Usage:
    sent_before = _sent(chat, number - 1) if cache and number > 1 else 0
    cached = cacheable(sent_before, Decimal(1))
    output = chat.answer + chat.reasoning
    return Usage(_sent(chat, number), cached, output, chat.reasoning)


def _sent(chat: Chat, number: int) -> int:
    return chat.opening + number * chat.question + (number - 1) * (chat.answer + chat.frame)
