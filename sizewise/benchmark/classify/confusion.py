"""What was taken for what."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sizewise.benchmark.summary import Proportion


@dataclass(frozen=True)
class Confusion:
    """How often each class (a row) got each answer (a column).

    `labels` are the true classes in order; answers that are no class come behind them.
    """

    labels: tuple[str, ...]
    answers: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def accuracy(self) -> Proportion:
        """The share of right answers."""
        right = sum(row[place] for place, row in enumerate(self.counts))
        return Proportion(right, sum(map(sum, self.counts)))

    def recall(self, label: str) -> Proportion:
        """How many of a class were found."""
        place = self.labels.index(label)
        return Proportion(self.counts[place][place], sum(self.counts[place]))

    def precision(self, label: str) -> Proportion:
        """How many of those that got this answer deserve it."""
        place = self.labels.index(label)
        return Proportion(self.counts[place][place], sum(row[place] for row in self.counts))


def confusion(pairs: Iterable[tuple[str, str]], labels: Sequence[str]) -> Confusion:
    """The table of (true class, answer) pairs. Raises ValueError for a class that has no row."""
    counts = Counter(pairs)
    stranger = next((true for true, _ in counts if true not in labels), None)
    if stranger is not None:
        raise ValueError(f"{stranger} is none of the classes")
    others = sorted({answer for _, answer in counts} - set(labels))
    answers = (*labels, *others)
    rows = tuple(tuple(counts[true, answer] for answer in answers) for true in labels)
    return Confusion(tuple(labels), answers, rows)
