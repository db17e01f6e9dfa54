"""How picks of a multiple-choice item become points."""

from decimal import Decimal
from math import comb

from sizewise.learn.item import Scoring


def points(scoring: Scoring, hits: int, false_picks: int, keys: int, distractors: int) -> Decimal:
    """The score from 0 to 1 of a pick with so many keys and so many distractors in it.

    Balanced takes as much away for all distractors as it gives for all keys, so that picking
    everything earns nothing; sums are taken over one denominator, so that a whole point is 1.
    """
    if scoring == Scoring.EXACT:
        return Decimal(hits == keys and false_picks == 0)
    if scoring == Scoring.NET or not distractors:
        return max(Decimal(0), Decimal(hits - false_picks) / max(keys, 1))
    share = Decimal(hits * distractors - false_picks * keys) / max(keys * distractors, 1)
    return max(Decimal(0), share)


def option_points(scoring: Scoring, key: bool, keys: int, distractors: int) -> Decimal:
    """What picking one option adds, before the sum is kept from falling below 0.

    None under exact scoring, where only the whole pick counts.
    """
    if scoring == Scoring.EXACT:
        return Decimal(0)
    if key:
        return Decimal(1) / keys
    return Decimal(-1) / (keys or 1 if scoring == Scoring.NET else distractors)


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
