"""The verdict at the moment of the press, however far away the server is.

While an answer may be told at once, the question carries what the page will say to each option that
can be picked. It is text that a script keeps: before the press nobody sees, hears, prints or finds
it. The record then has the last word, in the same words.
"""

import json
from dataclasses import replace
from pathlib import Path

from sizewise.learn.quiz.response import Response
from sizewise.ui import house
from sizewise.ui.question import ask, feedback
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.press import PAUSE
from sizewise.ui.question.turn import Turn
from sizewise.ui.script import script

_INSTANT = script("instant", Path(__file__).with_name("instant.js"))


def draw(turn: Turn) -> None:
    """Let the question carry what will be said. Nothing of it where answers are told at the end."""
    if turn.rules.explains_at_once:
        _INSTANT(key="quiz_instant", data={"told": told(turn)})


def told(turn: Turn) -> str:
    """What is said to each option of the question on screen, as JSON; empty where nothing can be
    said before the record speaks.
    """
    if turn.gone or turn.answer is not None:
        return ""
    turns = [_after(turn, each) for each in view_of(turn.item).outcomes(turn.item)]
    by_right = {each.right: each for each in turns}  # nothing else is different in their heads
    heads = {right: ask.head_html(each) for right, each in by_right.items()}
    said = [heads[each.right] + feedback.told_html(each) for each in turns]
    about = {"place": turn.place, "pause": PAUSE * 1000, "words": said}
    return json.dumps(about, ensure_ascii=False) if said else ""


def _after(turn: Turn, response: Response) -> Turn:
    """Where the attempt will stand. The script takes away what is said only to who was sure."""
    answer = turn.attempt.answer(turn.item, response, house.now(), turn.hints, certainty="sure")
    after = replace(turn, answers={**turn.answers, turn.item_id: answer})
    vars(after)["item"] = turn.item  # to draw its numbers again takes longer than all the words
    return after
