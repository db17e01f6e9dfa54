"""What an answer to a mission is told: only what was picked, so that the rest stays to be found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sizewise.ground.written import number
from sizewise.learn.quiz.kinds.numeric import typed_number
from sizewise.learn.quiz.number import ResponseError
from sizewise.learn.quiz.response import OptionLine, Response, Score
from sizewise.learn.quiz.scoring import score, unanswered
from sizewise.learn.quiz.shown import ShownItem
from sizewise.sizing.missions.computed import AnswerForm, Computed


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right, the headline, and a line for each thing."""

    right: bool
    headline: str
    lines: tuple[str, ...] = ()


def verdict(computed: Computed, item: ShownItem, response: Response) -> Verdict:
    """What a response is told, by its score; one that is missing or unreadable is asked for."""
    if wanting := unanswered(item, response):
        return Verdict(False, wanting)
    try:
        scored = score(item, response)
    except ResponseError as error:
        return Verdict(False, str(error))
    if scored.right:
        return Verdict(True, "Right.", _told(item, scored.lines) or computed.sums)
    return NOT_YET[computed.asked](item, response, scored)


def _told(item: ShownItem, lines: Iterable[OptionLine]) -> tuple[str, ...]:
    options = {option.id: option for option in item.options}
    told = (options[line.option_id] for line in lines)
    return tuple(f"{option.text}: {option.feedback}" for option in told)


def _wrong_picks(item: ShownItem, scored: Score) -> tuple[str, ...]:
    return _told(item, (line for line in scored.lines if line.picked and not line.key))


def _another(item: ShownItem, _response: Response, scored: Score) -> Verdict:
    return Verdict(False, "Not yet.", _wrong_picks(item, scored))


def _some(item: ShownItem, _response: Response, scored: Score) -> Verdict:
    keys = [line for line in scored.lines if line.key]
    missing = sum(not line.picked for line in keys)
    more = "One more is" if missing == 1 else f"{number(missing)} more are"
    rest = (f"{more} still to be found.",) if missing else ()
    headline = f"Not yet: {number(len(keys) - missing)} of {number(len(keys))} found."
    return Verdict(False, headline, _wrong_picks(item, scored) + rest)


def _off(item: ShownItem, response: Response, scored: Score) -> Verdict:
    """A known mistake, or too high or too low."""
    why = scored.feedback
    if item.answer and not why:
        typed = typed_number(item.answer, response.number or "")
        why = _direction(typed, item.answer.value)
    return Verdict(False, "Not yet.", (why or "",))


NOT_YET: Mapping[AnswerForm, Callable[[ShownItem, Response, Score], Verdict]] = {
    "one": _another,
    "several": _some,
    "number": _off,
}
"""What an answer that is not right is told."""


def _direction(value: Decimal, right: Decimal) -> str:
    side = "high" if value > right else "low"
    small, large = sorted((abs(value), abs(right)))
    if value <= 0 or large > 1000 * small:
        return f"That is far too {side}. Look at the units: rates hold for a million tokens."
    times = large / small
    if times >= 2:
        return f"That is too {side}, by about {number(times, 0)} times."
    return f"That is a little too {side}."
