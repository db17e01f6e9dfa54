"""A chat that forgets: which messages are still sent, and whether the answer is among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import grouped, noun_for, number_of
from sizewise.learn.lesson.blocks.forgetting_chat import ChatTurn, ForgettingChat, Speaker
from sizewise.sizing.tokens.forgetting import Sending, sending, sent_in_all
from sizewise.sizing.tokens.tokenizer import Tokenizer, tokenizer_of
from sizewise.sizing.tokens.tokens import count
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import numbers_html, told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.paper import Form, tag, ticks_html

HERE = Path(__file__).parent
MOVES = True

WHO: Mapping[Speaker, str] = {"you": "You", "model": "The model"}


@dataclass(frozen=True)
class Talk:
    """A chat at one moment: messages so far with their tokens, the question, what is sent."""

    turns: Sequence[ChatTurn]
    sizes: Sequence[int]
    question: int
    window: int
    needs: int

    @property
    def call(self) -> Sending:
        """The call that asks the question now."""
        return sending(self.sizes, self.question, self.window)

    @property
    def forgotten(self) -> int:
        """How many messages are no longer sent."""
        return len(self.sizes) - self.call.kept

    @property
    def in_all(self) -> int:
        """All tokens sent so far, the question's call included."""
        own = [turn.who == "you" for turn in self.turns]
        return sent_in_all(self.sizes, own, self.window) + self.call.tokens


class Bubble(NamedTuple):
    """A message as it is drawn: whose, its words and tokens, and whether it is still sent."""

    side: str
    who: str
    words: Markup
    tokens: str
    css: str
    first_sent: bool = False
    """Whether all before it is forgotten."""
    holds: bool = False
    """Whether it holds the answer."""


def draw(block: ForgettingChat, key: str) -> None:
    """How far the chat has come and how small the window is; the messages show what is left."""
    tokenizer = tokenizer_of(house.library().catalogue.model(block.model))
    sizes = [count(turn.text, tokenizer.encoding) for turn in block.turns]
    question = count(block.question, tokenizer.encoding)
    show_html(Markup('<p class="labtag">Try it: let the chat go on, until it forgets</p>'))
    said, window = _ask(block, sizes, question, key)
    needs = min(block.needs, len(block.turns))
    talk = Talk(block.turns[:said], sizes[:said], question, window, needs)
    show_html(verdict_html(talk))
    show_html(talk_html(talk, block.question) + counts_html(talk) + _fine_html(tokenizer))


def _ask(block: ForgettingChat, sizes: Sequence[int], question: int, key: str) -> tuple[int, int]:
    """How many messages have been said, and how many tokens the window takes."""
    messages, least = f"messages-{key}", max(*sizes, question)
    session.once(messages, lambda: min(max(2, block.needs), len(sizes)))
    left, right = st.columns(2, gap="medium")
    with left:
        said = st.slider("Messages so far", 1, len(sizes), key=messages, persist_state="session")
    with right:
        most = max(block.window, sum(sizes) + question, least + 1)
        start = max(block.window, least)
        window = st.slider(
            "Tokens that fit in", least, most, start, key=f"fits-{key}", persist_state="session"
        )
    st.button(
        "One message more",
        key=f"more-{key}",
        icon=":material/add_comment:",
        disabled=said >= len(sizes),
        on_click=_say_one_more,
        args=(messages, len(sizes)),
    )
    return said, window


def _say_one_more(messages: str, most: int) -> None:
    session.put(messages, min(session.get(messages, 1) + 1, most))


def verdict_html(talk: Talk) -> Markup:
    """Whether the message with the answer is still sent, in words."""
    if talk.needs > len(talk.sizes):
        return told_html("", "…", "Not said yet.", "The answer comes later in this chat.")
    if talk.needs > talk.forgotten:
        return told_html(
            "ok",
            "✓",
            "It can know.",
            f"Message {talk.needs}, which holds the answer, is sent along with the question.",
        )
    return told_html(
        "off",
        "✕",
        "Forgotten.",
        f"Message {talk.needs} held the answer, but it is not sent any more. "
        "The model has never seen it: it can only ask, or make something up.",
    )


def talk_html(talk: Talk, question: str) -> Markup:
    """The messages with their tokens: forgotten ones first, then those that are sent."""
    said = [_message(talk, at) for at in range(len(talk.turns))]
    asked = Bubble("you", "Asked now", line(question), number_of(talk.question, "token"), "asked")
    first = talk.forgotten == len(talk.turns)
    return filled(HERE / "talk.html", messages=[*said, asked._replace(first_sent=first)])


def _message(talk: Talk, at: int) -> Bubble:
    turn = talk.turns[at]
    return Bubble(
        turn.who,
        f"{at + 1}. {WHO[turn.who]}",
        line(turn.text),
        number_of(talk.sizes[at], "token"),
        "gone" if at < talk.forgotten else "",
        first_sent=0 < at == talk.forgotten,
        holds=at + 1 == talk.needs,
    )


def counts_html(talk: Talk) -> Markup:
    """What is sent now, what was said, and what has been sent in all."""
    now, said = grouped(talk.call.tokens), sum(talk.sizes) + talk.question
    return numbers_html(
        {
            "Sent with this question": f"{now} of {number_of(talk.window, 'token')}",
            "Said in the whole chat": f"{number_of(said, 'token')}",
            "Sent in all its calls so far": f"{number_of(talk.in_all, 'token')}",
        }
    )


def _fine_html(tokenizer: Tokenizer) -> Markup:
    why = "" if tokenizer.status == "exact" else f" {tokenizer.why}"
    return Markup(
        '<p class="fine">'
        "A toy: real windows take thousands of messages. The few tokens of frame around "
        "each message, and the room for the reply, are left out.{}</p>"
    ).format(why)


YES_NO = ("Yes", "No")


def on_paper(block: ForgettingChat) -> Form:
    """The whole chat with its tokens, to be crossed out from the top."""
    encoding = tokenizer_of(house.library().catalogue.model(block.model)).encoding
    sizes = [count(turn.text, encoding) for turn in block.turns]
    talk = Talk(block.turns, sizes, count(block.question, encoding), block.window, block.needs)
    turns = [
        (WHO[turn.who], line(turn.text), size)
        for turn, size in zip(block.turns, sizes, strict=True)
    ]
    ask = Markup(
        "<p>Now you ask, with {} tokens: <b>{}</b>"
        " Only {} tokens fit in. Cross out messages from the top until the rest and the "
        "question fit.</p>"
    ).format(talk.question, line(block.question), block.window)
    table = filled(HERE / "turns.html", turns=turns)
    return Form(
        Markup("{}{}{}<p>Can the model know the answer?</p>{}").format(
            tag("A chat that forgets"), table, ask, ticks_html(YES_NO, row=True)
        ),
        Markup("<p>{} of {} messages {} no longer sent.</p>{}").format(
            talk.forgotten, len(sizes), noun_for(talk.forgotten, "is", "are"), verdict_html(talk)
        ),
    )
