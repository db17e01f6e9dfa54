"""Who chose what: options counted, and the distractors that do their work."""

from collections.abc import Sequence
from dataclasses import dataclass

from sizewise.ground.chance import Interval, wilson
from sizewise.learn.progress.statistics.sittings import Sitting

WORKS = 0.05
"""The share from which on a distractor works: a wrong answer nobody takes teaches nobody."""


@dataclass(frozen=True)
class OptionCount:
    """How many learners chose one option of an item."""

    option_id: str
    chosen: int
    of: int
    """Learners who were asked the item."""

    @property
    def share(self) -> float:
        """The share that chose it; 0 when nobody was asked."""
        return self.chosen / self.of if self.of else 0.0

    @property
    def works(self) -> bool:
        """Whether enough learners chose it; for distractors."""
        return self.share >= WORKS

    @property
    def interval(self) -> Interval:
        """Between which shares the true one lies, by Wilson."""
        return wilson(self.chosen, self.of)


def option_counts(
    sittings: Sequence[Sitting], item_id: str, options: Sequence[str] = ()
) -> tuple[OptionCount, ...]:
    """How often each option of an item was chosen: those named, then others that were chosen."""
    chosen = [each.chosen[item_id] for each in sittings if item_id in each.chosen]
    met = sorted({option for picked in chosen for option in picked} - set(options))
    return tuple(
        OptionCount(option, sum(option in picked for picked in chosen), len(chosen))
        for option in (*options, *met)
    )
