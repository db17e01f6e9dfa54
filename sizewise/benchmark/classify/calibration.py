"""Taking a model's liking for some labels out of its scores.

A small model prefers a label whatever it reads. The mean of its probabilities over a batch of texts
shows that liking; dividing by it leaves what the text itself says. Needs no labelled text.
Source: H. Zhou et al., Batch Calibration, arXiv 2309.17249 (2023), equation 3.
"""

from collections.abc import Mapping, Sequence
from math import exp, fsum, log

Scores = Mapping[str, float]
"""The natural logarithm of a model's probability for each label."""


def probabilities(scores: Scores) -> dict[str, float]:
    """The scores as shares of one."""
    top = max(scores.values())
    weights = {label: exp(score - top) for label, score in scores.items()}
    whole = fsum(weights.values())
    return {label: weight / whole for label, weight in weights.items()}


def liking(batch: Sequence[Scores]) -> dict[str, float]:
    """The mean probability of each label over a batch. Raises ValueError for an empty one."""
    if not batch:
        raise ValueError("there is no text in the batch")
    shares = [probabilities(scores) for scores in batch]
    return {label: fsum(each[label] for each in shares) / len(shares) for label in batch[0]}


def calibrated(batch: Sequence[Scores]) -> list[dict[str, float]]:
    """The probabilities of each text's labels once the batch's liking is taken out."""
    prior = liking(batch)
    return [
        probabilities({label: score - log(prior[label]) for label, score in scores.items()})
        for scores in batch
    ]


def choice(scores: Scores) -> str:
    """The label with the highest score; of equals, the first by its name."""
    return min(scores, key=lambda label: (-scores[label], label))
