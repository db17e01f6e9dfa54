"""How picks become points: the one place that multiple-choice scoring is written."""

from decimal import Decimal
from math import comb

from sizewise.learn.item import Scoring


def points(scoring: Scoring, *, hits: int, false: int, keys: int, distractors: int) -> Decimal:
    """The score, 0 to 1, of picking `hits` of the keys and `false` of the distractors."""
    if scoring == Scoring.EXACT:
        return Decimal(int(hits == keys and false == 0))
    penalty = Decimal(false) / (distractors if scoring == Scoring.BALANCED else keys)
    return max(Decimal(0), Decimal(hits) / keys - penalty)


def chance(scoring: Scoring, *, keys: int, distractors: int) -> Decimal:
    """The mean score of ticking boxes blindly: every set of picks but the empty one, equally often.

    The number of sets with h keys and f distractors is C(keys, h) times C(distractors, f).
    """
    total = sum(
        (
            comb(keys, hits)
            * comb(distractors, false)
            * points(scoring, hits=hits, false=false, keys=keys, distractors=distractors)
            for hits in range(keys + 1)
            for false in range(distractors + 1)
        ),
        Decimal(0),
    )
    return total / Decimal(2 ** (keys + distractors) - 1)
