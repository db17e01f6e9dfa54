"""Whether a learner who is sure is right: certainty held against answers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.response import Certainty


class Calibrated(NamedTuple):
    """How many answers of one certainty were right."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """The share that was right; 0 without any."""
        return self.right / self.of if self.of else 0.0


def calibration(answers: Iterable[Answer]) -> Mapping[Certainty, Calibrated]:
    """For each certainty, how many answers were wholly right, of how many that said so.

    Answers without a certainty say nothing, nor do those given just after an explanation.
    """
    told = [each for each in answers if each.certainty and each.first_try]
    return {name: _of([each for each in told if each.certainty == name]) for name in _NAMES}


_NAMES: tuple[Certainty, ...] = get_args(Certainty)


def _of(told: list[Answer]) -> Calibrated:
    return Calibrated(sum(each.score == 1 for each in told), len(told))
