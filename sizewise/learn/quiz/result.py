"""What an attempt came to: points, skills, and what to look at again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from sizewise.learn.quiz.attempt import Answer, Standing
from sizewise.learn.quiz.item import Quiz

_FINE = Decimal("0.0001")
"""Thirds do not add up to a whole in decimals: shares are compared after rounding to this."""


@dataclass(frozen=True)
class SkillLine:
    """The points in one skill."""

    skill: str
    points: Decimal
    out_of: int


@dataclass(frozen=True)
class Result:
    """An attempt's points."""

    points: Decimal
    out_of: int
    share: Decimal
    """points / out_of, to four decimals; 0 when nothing was asked."""
    passed: bool
    """Whether the share reaches the quiz's pass mark; never before the lesson."""
    chance: Decimal
    """The mean share that blind guessing would have earned on the answered items."""
    by_skill: tuple[SkillLine, ...]
    """In the order of the bank."""
    missed: tuple[str, ...]
    """Items without the whole point, in the order they were asked."""


def result(quiz: Quiz, standing: Standing) -> Result:
    """What an attempt came to, by the scores that were given then.

    An item that still wants an answer earns 0; one that left the bank before it was answered does
    not count.
    """
    given = standing.answers
    skills = _skills(quiz, standing)
    points = _points(skills, given)
    share = _share(points, len(skills))
    return Result(
        points=points,
        out_of=len(skills),
        share=share,
        passed=bool(skills) and share >= quiz.pass_mark,
        chance=_share(sum((each.chance for each in given.values()), Decimal(0)), len(given)),
        by_skill=_by_skill(quiz, skills, given),
        missed=tuple(each for each in skills if each not in given or given[each].score < 1),
    )


def points_to_pass(quiz: Quiz, out_of: int) -> Decimal:
    """The fewest points, to the hundredth, whose share passes: 10.5 of 15 at a mark of 0.7."""
    return (quiz.pass_mark * out_of).quantize(Decimal("0.01"), ROUND_CEILING)


def _skills(quiz: Quiz, standing: Standing) -> dict[str, str]:
    """The skill of every item that counts, in the order asked."""
    open_ones = {each: quiz.item(each).skill for each in standing.waiting(quiz)}
    known = open_ones | {each: answer.skill for each, answer in standing.answers.items()}
    return {each: known[each] for each in standing.attempt.item_ids if each in known}


def _share(points: Decimal, out_of: int) -> Decimal:
    return (points / max(out_of, 1)).quantize(_FINE, ROUND_HALF_UP)


def _by_skill(
    quiz: Quiz, skills: Mapping[str, str], given: Mapping[str, Answer]
) -> tuple[SkillLine, ...]:
    order = dict.fromkeys([item.skill for item in quiz.items] + list(skills.values()))
    asked = [(each, [item for item, skill in skills.items() if skill == each]) for each in order]
    return tuple(
        SkillLine(skill, _points(items, given), len(items)) for skill, items in asked if items
    )


def _points(items: Iterable[str], given: Mapping[str, Answer]) -> Decimal:
    return sum((given[each].credit for each in items if each in given), Decimal(0))
