"""From a response to a score, option by option."""

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from sizewise.learn import number
from sizewise.learn.number import ResponseError as ResponseError
from sizewise.learn.points import option_points, points
from sizewise.learn.template import ShownItem, ShownMistake, ShownNumber, ShownOption


@dataclass(frozen=True)
class Response:
    """What a learner gave: the ids of the picked options, or the number as typed."""

    picked: tuple[str, ...] = ()
    number: str | None = None

    def to_json(self) -> str:
        """The response as one line of JSON, for the record."""
        return json.dumps({"picked": self.picked, "number": self.number})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The response that `to_json` wrote."""
        fields = json.loads(text)
        return cls(picked=tuple(fields["picked"]), number=fields["number"])


@dataclass(frozen=True)
class OptionLine:
    """One option's part in the score."""

    option_id: str
    picked: bool
    key: bool
    points: Decimal
    """What it added, or took away; the sum is the score, but never below 0."""


@dataclass(frozen=True)
class Score:
    """What a response is worth, and why."""

    value: Decimal
    """From 0 to 1."""
    right: bool
    """Whether it is worth the whole point."""
    lines: tuple[OptionLine, ...]
    """Option by option, in the order shown; empty for a typed number."""
    misconceptions: tuple[str, ...]
    """The named mistakes behind the response, each once."""
    feedback: str | None
    """The reason that belongs to the one picked option or the typed number, if any."""


def read_number(text: str) -> Decimal:
    """The number a learner typed, such as `$1,200.50` or `0,5`. Raises ResponseError, with a
    sentence for the learner; the rules for commas stand with `sizewise.learn.number`.
    """
    return number.read_number(text)


def unanswered(item: ShownItem, response: Response) -> str | None:
    """The sentence that asks for an answer, or none when there is one."""
    if item.type == "numeric":
        return None if (response.number or "").strip() else "Type a number first."
    count = len(_picked(item, response))
    if item.type == "multiple":
        return None if count else "Choose at least one answer first."
    return None if count == 1 else "Choose one answer first."


def score(item: ShownItem, response: Response) -> Score:
    """The score of a response. Raises ResponseError when a number cannot be read.

    Nothing given scores 0. Ids of options that the item no longer has are passed over, so that
    an answer to an older version can still be looked at.
    """
    if item.type == "numeric":
        return _of_number(item.answer, response.number)
    if item.type == "multiple":
        return _of_several(item, response)
    return _of_one(item, response)


def _picked(item: ShownItem, response: Response) -> tuple[ShownOption, ...]:
    return tuple(option for option in item.options if option.id in response.picked)


def _of_one(item: ShownItem, response: Response) -> Score:
    picked = _picked(item, response)
    right = len(picked) == 1 and picked[0].key
    lines = tuple(
        OptionLine(option.id, option in picked, option.key, Decimal(option in picked and right))
        for option in item.options
    )
    feedback = picked[0].feedback if len(picked) == 1 else None
    return Score(Decimal(right), right, lines, _named(picked), feedback)


def _of_several(item: ShownItem, response: Response) -> Score:
    picked = _picked(item, response)
    hits, keys = sum(option.key for option in picked), len(item.keys)
    value = points(item.scoring, hits, len(picked) - hits, keys, len(item.distractors))
    lines = tuple(_line(item, option, option in picked) for option in item.options)
    return Score(value, value == 1, lines, _named(picked), None)


def _line(item: ShownItem, option: ShownOption, picked: bool) -> OptionLine:
    gain = option_points(item.scoring, option.key, len(item.keys), len(item.distractors))
    return OptionLine(option.id, picked, option.key, gain if picked else Decimal(0))


def _named(picked: tuple[ShownOption, ...]) -> tuple[str, ...]:
    mistakes = (option.misconception for option in picked if option.misconception)
    return tuple(dict.fromkeys(mistakes))


def _of_number(answer: ShownNumber | None, typed: str | None) -> Score:
    if answer is None or typed is None:
        return Score(Decimal(0), False, (), (), None)
    value = read_number(typed)
    if _near(value, answer.value, answer.tolerance):
        return Score(Decimal(1), True, (), (), None)
    mistake = _mistake(answer, value)
    named = (mistake.misconception,) if mistake and mistake.misconception else ()
    return Score(Decimal(0), False, (), named, mistake.feedback if mistake else None)


def _near(value: Decimal, target: Decimal, tolerance: Decimal) -> bool:
    return abs(value - target) <= abs(target) * tolerance


def _mistake(answer: ShownNumber, value: Decimal) -> ShownMistake | None:
    """The known mistake whose number was typed; of several, the nearest."""
    close = [each for each in answer.mistakes if _near(value, each.value, answer.tolerance)]
    return min(close, key=lambda each: abs(each.value - value), default=None)
