"""A number to type, right within a tolerance."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds.choice import arranged as arranged
from sizewise.learn.quiz.kinds.choice import is_key as is_key
from sizewise.learn.quiz.kinds.choice import picks as picks
from sizewise.learn.quiz.kinds.choice import tells_place as tells_place
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.number import read_number
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem, ShownMistake, ShownNumber
from sizewise.learn.quiz.units import is_amount

COUNTS = True
ONE_PICK = False
MOVABLE = False
FREE_LENGTH = False
PLACED = False
RIGHT = "write answer: {expr: 42}, with your number or formula"


def faults(item: Item) -> Iterator[Fault]:
    """An answer, and nothing to choose from."""
    if item.answer is None:
        fix = f"{RIGHT[0].upper()}{RIGHT[1:]}."
        yield Fault("L01", "answer", "A numeric item has no answer.", fix)
    if item.options:
        fix = "Remove them, or make the type single."
        yield Fault("L01", "options", "A numeric item has options.", fix)


def chance(_item: ShownItem) -> Decimal:
    """Nobody guesses a number."""
    return Decimal(0)


def key_text(item: ShownItem, _names: Mapping[str, str]) -> str:
    """The right number, as it is written."""
    return item.answer.text if item.answer else ""


def unanswered(_item: ShownItem, response: Response) -> str | None:
    """Something has to be typed; whether it is a number shows when it is read."""
    return None if (response.number or "").strip() else "Type a number first."


def marking(_item: ShownItem) -> str:
    """All of the point, or nothing."""
    return ""


def score(item: ShownItem, response: Response) -> Score:
    """The whole point within the tolerance. Raises ResponseError when it is no number."""
    answer, typed = item.answer, response.number
    if answer is None or typed is None:
        return Score(Decimal(0), False, (), (), None)
    value = typed_number(answer, typed)
    if _near(value, answer.value, answer.tolerance):
        return Score(Decimal(1), True, (), (), None)
    mistake = _mistake(answer, value)
    named = (mistake.misconception,) if mistake and mistake.misconception else ()
    return Score(Decimal(0), False, (), named, mistake.feedback if mistake else None)


def typed_number(answer: ShownNumber, typed: str) -> Decimal:
    """The number that was typed, in the unit that is asked for. Raises ResponseError.

    `1.450` is 1,450 where the right value is 1,000 or more, to which a number below 1,000 is no
    answer. It stays 1.45 of money, a share or a ratio: who is off by a thousand may well write so.
    """
    unit = asked_unit(answer)
    return read_number(typed, unit, large=abs(answer.value) >= 1000 and not is_amount(unit))


def asked_unit(answer: ShownNumber) -> str:
    """What the number is asked for in, by its unit or as it is written; empty for a plain one."""
    written = {"%": "percent", "$": "dollars", "×": "times"}
    return answer.unit or next((unit for sign, unit in written.items() if sign in answer.text), "")


def _near(value: Decimal, target: Decimal, tolerance: Decimal) -> bool:
    return abs(value - target) <= abs(target) * tolerance


def _mistake(answer: ShownNumber, value: Decimal) -> ShownMistake | None:
    """The known mistake whose number was typed; of several, the nearest."""
    close = [each for each in answer.mistakes if _near(value, each.value, answer.tolerance)]
    return min(close, key=lambda each: abs(each.value - value), default=None)
