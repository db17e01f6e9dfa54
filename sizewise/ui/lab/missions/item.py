"""A mission as an item of the quiz: what is right is computed; a kind asks for it and scores it."""

from collections.abc import Mapping
from decimal import Decimal

from sizewise.ground.written import number
from sizewise.learn.quiz.item import ItemType, Scoring
from sizewise.learn.quiz.shown import ShownItem, ShownMistake, ShownNumber, ShownOption
from sizewise.sizing.missions.computed import AnswerForm, Candidate, Computed
from sizewise.sizing.missions.mission import Mission

TYPES: Mapping[AnswerForm, ItemType] = {"one": "single", "several": "multiple", "number": "numeric"}
"""The kind that asks for each."""


def item_of(mission: Mission, task: str, computed: Computed) -> ShownItem:
    """The item that asks for what was computed; the task comes with all facts filled in."""
    value = computed.value
    return ShownItem(
        id=mission.id,
        type=TYPES[computed.asked],
        skill="",
        bloom="apply",
        difficulty=3,
        version="",
        key_version="",
        scoring=Scoring.BALANCED,
        stem=task,
        options=tuple(_option(at, each) for at, each in enumerate(computed.candidates)),
        answer=None if value is None else _number(value, computed),
        hints=mission.hints,
        explanation=mission.lesson,
        references=(),
        alt=None,
    )


def _option(place: int, candidate: Candidate) -> ShownOption:
    return ShownOption(
        id=candidate.id,
        text=candidate.name,
        key=candidate.right,
        feedback=candidate.why,
        misconception=None,
        place=place,
        matches=None,
    )


def _number(value: Decimal, computed: Computed) -> ShownNumber:
    mistakes = (ShownMistake(s.value, number(s.value), s.why, None) for s in computed.slips)
    return ShownNumber(
        value=value,
        tolerance=computed.tolerance,
        unit=computed.unit,
        text=number(value),
        mistakes=tuple(mistakes),
    )
