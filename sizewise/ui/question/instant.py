"""The verdict at the moment of the press, however far away the server is.

While an answer may be told at once, the question carries what the page will say to each option that
can be picked. It stands in an attribute: before the press nobody sees, hears, prints or finds it.
The record then has the last word, in the same words.
"""

import json
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from sizewise.learn.quiz.response import Response
from sizewise.ui import house
from sizewise.ui.kit.html import NO_HTML
from sizewise.ui.question import ask, feedback
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.press import PAUSE
from sizewise.ui.question.turn import Turn
from sizewise.ui.script import script

_INSTANT = script("instant", Path(__file__).with_name("instant.js"))


def listen() -> None:
    """Listen to the press. Drawn once beside the question: then a press need not send it again."""
    _INSTANT(key="sizewise_instant", data={"pause": PAUSE * 1000})


def carried_html(turn: Turn) -> Markup:
    """What will be said, carried by the question. Nothing where answers are told at the end."""
    told = _told(turn) if turn.rules.explains_at_once else ""
    return Markup('<span hidden data-told="%s"></span>') % told if told else NO_HTML


def _told(turn: Turn) -> str:
    """What is said to each option of the question on screen, as JSON; empty where nothing can be
    said before the record speaks.
    """
    if turn.gone or turn.answer is not None:
        return ""
    turns = [_after(turn, each) for each in view_of(turn.item).outcomes(turn.item)]
    by_right = {each.right: each for each in turns}  # nothing else is different in their heads
    heads = {right: ask.head_html(each) for right, each in by_right.items()}
    said = [heads[each.right] + feedback.told_html(each) for each in turns]
    return _plain({"place": turn.place, "words": said}) if said else ""


def _plain(told: object) -> str:
    """JSON without a sign that begins or ends a tag: the browser's part of Streamlit throws away
    an attribute in which it takes one for HTML.
    """
    text = json.dumps(told, ensure_ascii=False)
    return text.replace("<", r"\u003c").replace(">", r"\u003e")


def _after(turn: Turn, response: Response) -> Turn:
    """Where the attempt will stand. The script takes away what is said only to who was sure."""
    answer = turn.attempt.answer(turn.item, response, house.now(), turn.hints, certainty="sure")
    after = replace(turn, answers={**turn.answers, turn.item_id: answer})
    vars(after)["item"] = turn.item  # to draw its numbers again takes longer than all the words
    return after
