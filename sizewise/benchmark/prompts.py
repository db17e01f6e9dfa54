"""How many different prompts stand behind samples: beyond its last case a task begins again.

At temperature 0 a model mostly says the same again, so samples that repeat a prompt are no further
evidence of who is right more often.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.trial import Trial
from sizewise.ground.written import grouped


class Prompts(NamedTuple):
    """How many prompts there really were: samples that repeat one are no further evidence."""

    different: int
    """Different prompts of all samples."""
    samples: int
    """Samples that were asked, attempts at one counted once."""
    graded: int
    """Different prompts of all that were graded."""
    right: Fraction
    """The share right where each prompt counts once, by its own share; 0 of nothing."""

    @property
    def repeated(self) -> bool:
        """Whether samples repeat prompts."""
        return self.different < self.samples


def prompts(trials: Iterable[Trial]) -> Prompts:
    """The prompts of a cell, told apart by their digests."""
    asked: dict[str, list[bool]] = {}
    samples = set()
    for trial in trials:
        samples.add(trial.sample)
        grades = asked.setdefault(trial.prompt_sha256, [])
        grades += [trial.grade.right] if trial.grade is not None else []
    graded = [Fraction(sum(each), len(each)) for each in asked.values() if each]
    right = sum(graded, Fraction()) / len(graded) if graded else Fraction()
    return Prompts(len(asked), len(samples), len(graded), right)


def of_prompts(different: int, samples: int) -> str:
    """What is said behind a number of samples that repeat prompts; else nothing."""
    if different >= samples:
        return ""
    return f" of {grouped(different)} different prompts" if different > 1 else " of one prompt"


def of_samples(different: int, samples: int) -> str:
    """What is said behind a number of replies that repeat prompts; else nothing."""
    behind = of_prompts(different, samples)
    return f" samples{behind}" if behind else ""
