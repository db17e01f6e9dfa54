"""What an attempt came to."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sizewise.learn.attempt import Answer, Attempt
from sizewise.learn.item import Quiz


@dataclass(frozen=True)
class SkillLine:
    """The points of one skill and how many items measured it."""

    skill: str
    points: Decimal
    out_of: int


@dataclass(frozen=True)
class Result:
    """Points, their share of all, whether that passes, and what to look at again.

    `chance` is the share that blind answering would earn on average. `missed` names the items
    without a full score, in the attempt's order; unanswered items are among them.
    """

    points: Decimal
    out_of: int
    share: Decimal
    passed: bool
    chance: Decimal
    by_skill: tuple[SkillLine, ...]
    missed: tuple[str, ...]


def result(quiz: Quiz, attempt: Attempt, answers: Iterable[Answer]) -> Result:
    """The result of an attempt. Items that left the bank since are counted by their answers."""
    given = {answer.item_id: answer for answer in answers if answer.attempt_id == attempt.id}
    total = len(attempt.item_ids)
    points = sum((answer.credit for answer in given.values()), Decimal(0))
    share = points / total if total else Decimal(0)
    blind = sum((answer.chance for answer in given.values()), Decimal(0))
    return Result(
        points=points,
        out_of=total,
        share=share,
        passed=share >= quiz.pass_mark,
        chance=blind / len(given) if given else Decimal(0),
        by_skill=_by_skill(quiz, attempt, given),
        missed=tuple(i for i in attempt.item_ids if i not in given or given[i].score < 1),
    )


def _by_skill(quiz: Quiz, attempt: Attempt, given: dict[str, Answer]) -> tuple[SkillLine, ...]:
    bank = {item.id: item.skill for item in quiz.items}
    lines: dict[str, SkillLine] = {}
    for item_id in attempt.item_ids:
        answer = given.get(item_id)
        skill = answer.skill if answer else bank.get(item_id)
        if skill is None:
            continue
        line = lines.get(skill, SkillLine(skill, Decimal(0), 0))
        credit = answer.credit if answer else Decimal(0)
        lines[skill] = SkillLine(skill, line.points + credit, line.out_of + 1)
    return tuple(lines.values())
