"""A response and its score."""

import json
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Self

from sizewise.learn.item import Scoring
from sizewise.learn.points import points
from sizewise.learn.template import ShownItem, ShownNumber

_NUMBER = re.compile(r"[-−]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d{1,2})?", re.IGNORECASE)
_LONGEST = 40


class ResponseError(ValueError):
    """What was typed is not a number. The message is meant for the learner."""


@dataclass(frozen=True)
class Response:
    """What a learner answered: the ids of the picked options, or the number as typed."""

    picked: tuple[str, ...] = ()
    number: str | None = None

    def to_json(self) -> str:
        """The response as text for the record."""
        return json.dumps({"picked": list(self.picked), "number": self.number})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The response that `to_json` wrote."""
        content = json.loads(text)
        return cls(tuple(content["picked"]), content["number"])


@dataclass(frozen=True)
class OptionLine:
    """One option's part in the score. Only picks carry points; a sum below 0 counts as 0."""

    option_id: str
    picked: bool
    key: bool
    points: Decimal


@dataclass(frozen=True)
class Score:
    """A score from 0 to 1, whether it is full, and what it is made of."""

    value: Decimal
    right: bool
    lines: tuple[OptionLine, ...] = ()
    misconceptions: tuple[str, ...] = ()
    feedback: str | None = None
    """The reason for a known wrong number."""


def read_number(text: str) -> Decimal:
    """A number as people type it: `1,200.50`, `$1.47`, ` 1 200 `. A point marks the decimals.

    A comma stands only between groups of three digits, so `0,5` is refused rather than misread.
    Raises ResponseError.
    """
    bare = re.sub(r"[\s_ ]|usd|\$|%|×", "", text, flags=re.IGNORECASE)
    if len(bare) > _LONGEST or not _NUMBER.fullmatch(bare) or not re.search(r"\d", bare):
        raise ResponseError("Type one number, with a point for the decimals, such as 1.47.")
    try:
        return Decimal(bare.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        raise ResponseError("Type one number, such as 1.47.") from None


def unanswered(item: ShownItem, response: Response) -> str | None:
    """The sentence that asks for an answer; none when there is one. Raises ResponseError."""
    if item.type == "numeric":
        if not (response.number or "").strip():
            return "Type a number first."
        read_number(response.number or "")
        return None
    if response.picked:
        return None
    return "Choose at least one answer first." if item.type == "multiple" else _CHOOSE


_CHOOSE = "Choose one answer first."


def score(item: ShownItem, response: Response) -> Score:
    """The score of a response. Raises ResponseError for a number that cannot be read."""
    if item.answer is not None:
        return _number_score(item.answer, read_number(response.number or ""))
    return _choice_score(item, frozenset(response.picked))


def _near(value: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    return abs(value - other) <= abs(other) * tolerance


def _number_score(answer: ShownNumber, value: Decimal) -> Score:
    if _near(value, answer.value, answer.tolerance):
        return Score(Decimal(1), True)
    known = (each for each in answer.mistakes if _near(value, each.value, answer.tolerance))
    mistake = next(known, None)
    if mistake is None:
        return Score(Decimal(0), False)
    names = (mistake.misconception,) if mistake.misconception else ()
    return Score(Decimal(0), False, misconceptions=names, feedback=mistake.feedback)


def _choice_score(item: ShownItem, picked: frozenset[str]) -> Score:
    keys = sum(option.key for option in item.options)
    hits = sum(option.key for option in item.options if option.id in picked)
    false = sum(not option.key for option in item.options if option.id in picked)
    value = points(
        item.scoring if item.type == "multiple" else Scoring.EXACT,
        hits=hits,
        false=false,
        keys=keys,
        distractors=len(item.options) - keys,
    )
    return Score(
        value,
        hits == keys and not false,
        _lines(item, picked, keys),
        tuple(o.misconception for o in item.options if o.id in picked and o.misconception),
    )


def _lines(item: ShownItem, picked: frozenset[str], keys: int) -> tuple[OptionLine, ...]:
    distractors = len(item.options) - keys
    minus = distractors if item.scoring == Scoring.BALANCED else keys
    return tuple(
        OptionLine(
            option.id,
            option.id in picked,
            option.key,
            Decimal(0)
            if option.id not in picked
            else (Decimal(1) / keys if option.key else Decimal(-1) / minus),
        )
        for option in item.options
    )
