"""Lines marked by a learner, held against those that should be."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Marking:
    """What came of marking lines: each list in the order of the lines."""

    found: tuple[int, ...]
    missed: tuple[int, ...]
    false_alarms: tuple[int, ...]

    @property
    def perfect(self) -> bool:
        """Whether every line was found, and no other was marked."""
        return not (self.missed or self.false_alarms)


def marking(marked: Collection[int], right: Collection[int]) -> Marking:
    """The marked lines sorted into found and false alarms, with those that were missed."""
    return Marking(
        found=tuple(sorted(set(marked) & set(right))),
        missed=tuple(sorted(set(right) - set(marked))),
        false_alarms=tuple(sorted(set(marked) - set(right))),
    )
