"""How picks of a multiple-choice item become points."""

from decimal import Decimal
from math import comb
from typing import assert_never

from sizewise.learn.quiz.item import Scoring


def points(scoring: Scoring, hits: int, false_picks: int, keys: int, distractors: int) -> Decimal:
    """The score from 0 to 1 of a pick with so many keys and so many distractors in it.

    Balanced takes as much away for all distractors as it gives for all keys, so that picking
    everything earns nothing; sums are taken over one denominator, so that a whole point is 1.
    """
    match scoring:
        case Scoring.EXACT:
            return Decimal(hits == keys and false_picks == 0)
        case Scoring.NET:
            share = Decimal(hits - false_picks) / max(keys, 1)
        case Scoring.BALANCED:
            gain, loss = hits * max(distractors, 1), false_picks * keys
            share = Decimal(gain - loss) / max(keys * distractors, keys, 1)
        case _:
            assert_never(scoring)
    return max(Decimal(0), share)


def option_points(scoring: Scoring, key: bool, keys: int, distractors: int) -> Decimal:
    """What picking one option adds, before the sum is kept from falling below 0.

    None under exact scoring, where only the whole pick counts.
    """
    match scoring:
        case Scoring.EXACT:
            return Decimal(0)
        case Scoring.NET:
            return Decimal(1 if key else -1) / max(keys, 1)
        case Scoring.BALANCED:
            return Decimal(1) / keys if key else Decimal(-1) / distractors
        case _:
            assert_never(scoring)


def chance_of_multiple(scoring: Scoring, keys: int, distractors: int) -> Decimal:
    """The mean score over every pick of at least one option, each as likely as the others."""
    picks = 2 ** (keys + distractors) - 1
    total = sum(
        comb(keys, hits)
        * comb(distractors, false)
        * points(scoring, hits, false, keys, distractors)
        for hits in range(keys + 1)
        for false in range(distractors + 1)
        if hits or false
    )
    return total / Decimal(max(picks, 1))
