"""Two models at the same samples: is there a difference, or could it be chance?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from sizewise.benchmark.summary import Cell, cells
from sizewise.benchmark.trial import Trial
from sizewise.ground.tails import sign_test
from sizewise.ground.written import grouped, number, number_of

EXACT_PAIRS = 16
"""Up to so many pairs every way to turn their signs is tried: 65,536 ways."""
FLIPS = 10_000
"""How many ways are drawn at random for more pairs."""
SURPRISING = 0.05
"""Below this chance a difference is called one. A custom, not a law: the chance is told with it."""


@dataclass(frozen=True)
class Times:
    """Latencies of two models at the same samples, in microseconds, the second's less the first's.

    `left_out` samples have no whole reply of both. `chance` is how often luck alone makes a mean
    difference at least this large, if it makes no difference which model answers.
    """

    differences: tuple[int, ...]
    left_out: int
    chance: float

    @property
    def mean(self) -> float:
        """The mean difference in seconds; 0 without a pair."""
        return sum(self.differences) / len(self.differences) / 1e6 if self.differences else 0.0


@dataclass(frozen=True)
class Verdicts:
    """Samples that both models answered, by who was right, and the exact McNemar test of them."""

    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def samples(self) -> int:
        """All of them."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def chance(self) -> float:
        """How often luck alone splits the samples on which they differ at least as unevenly.

        Source: Q. McNemar, Psychometrika 12 (1947), 153-157, with exact binomial probabilities.
        """
        return sign_test(self.first_only, self.second_only)


@dataclass(frozen=True)
class Comparison:
    """Two models at one task, at the same concurrency."""

    first: Cell
    second: Cell
    times: Times
    verdicts: Verdicts


def compare(trials: Iterable[Trial], first: str, second: str, seed: int) -> tuple[Comparison, ...]:
    """Two models at each task that both did. Only first attempts count: each sample weighs once."""
    found = cells(trial for trial in trials if trial.attempt == 1)
    pairs = [(cell, cell._replace(model=second)) for cell in sorted(found) if cell.model == first]
    return tuple(
        _comparison(one, other, _by_sample(found[one]), _by_sample(found[other]), seed)
        for one, other in pairs
        if other in found
    )


def _by_sample(trials: Iterable[Trial]) -> dict[int, Trial]:
    return {trial.sample: trial for trial in trials}


def _comparison(
    first: Cell, second: Cell, one: Mapping[int, Trial], other: Mapping[int, Trial], seed: int
) -> Comparison:
    pairs = [(one[sample], other[sample]) for sample in sorted(one.keys() & other.keys())]
    whole = [(a, b) for a, b in pairs if a.whole and b.whole]
    differences = tuple(b.end - a.end for a, b in whole)
    left_out = len(one.keys() | other.keys()) - len(whole)
    return Comparison(
        first,
        second,
        Times(differences, left_out, sign_flip(differences, seed)),
        _verdicts(pairs),
    )


def _verdicts(pairs: Iterable[tuple[Trial, Trial]]) -> Verdicts:
    told = [
        (one.grade.right, other.grade.right)
        for one, other in pairs
        if one.grade is not None and other.grade is not None
    ]
    ways = ((True, True), (True, False), (False, True), (False, False))
    return Verdicts(*(told.count(way) for way in ways))


def sign_flip(differences: Sequence[int], seed: int) -> float:
    """The chance that turning the signs at random makes a sum at least as far from 0.

    Exact for up to 16 differences, by all ways to turn them; for more, 10,000 ways drawn at random,
    the one that was seen counted with them, so that the chance is never 0. Whole numbers keep ties
    exact. Sources: R. A. Fisher, The Design of Experiments (1935), section 21; B. Phipson and
    G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9 (2010), article 39.
    """
    far, total = abs(sum(differences)), sum(differences)
    if len(differences) <= EXACT_PAIRS:
        turned = _subset_sums(differences)
        return sum(abs(total - 2 * part) >= far for part in turned) / len(turned)
    drawn = _drawn_sums(differences, Random(seed))  # noqa: S311 - no secret
    return (sum(abs(total - 2 * part) >= far for part in drawn) + 1) / (FLIPS + 1)


def _drawn_sums(differences: Sequence[int], chance: Random) -> Iterator[int]:
    """The sums of differences whose sign turns, drawn at random.

    All differences stand side by side in a few large numbers, one for each binary digit, so that
    a draw adds up thousands of them in a few steps.
    """
    least, size = min(differences), len(differences)
    width = (max(differences) - least).bit_length()
    planes = [_plane([(each - least) >> digit for each in differences]) for digit in range(width)]
    for _ in range(FLIPS):
        turned = chance.getrandbits(size)
        digits = ((turned & plane).bit_count() << digit for digit, plane in enumerate(planes))
        yield least * turned.bit_count() + sum(digits)


def _plane(parts: Sequence[int]) -> int:
    return int("".join(str(part & 1) for part in parts), 2)


def _subset_sums(parts: Sequence[int]) -> list[int]:
    sums = [0]
    for part in parts:
        sums += [part + each for each in sums]
    return sums


def times_sentence(found: Comparison) -> str:
    """What the times say, in a plain sentence with the chance."""
    times, one, other = found.times, found.first.model, found.second.model
    if not times.differences:
        return f"No sample has a whole reply of both {one} and {other}: their times tell nothing."
    if not times.mean:
        return f"{one} and {other} took the same time on average."
    faster, slower = (one, other) if times.mean > 0 else (other, one)
    samples = number_of(len(times.differences), "sample")
    by = f"{number(abs(times.mean))} s a sample on average over {samples}"
    return f"{faster} was faster than {slower} by {by}{_so(times.chance)}"


def verdicts_sentence(found: Comparison) -> str:
    """What right and wrong say, in a plain sentence with the chance."""
    split, one, other = found.verdicts, found.first.model, found.second.model
    samples = number_of(split.samples, "sample")
    if not split.samples:
        return f"No sample of both {one} and {other} was graded."
    if split.first_only == split.second_only:
        right = grouped(split.both + split.first_only)
        return f"{one} and {other} were right equally often, at {right} of {samples}."
    ahead = split.first_only > split.second_only
    better, worse = (one, other) if ahead else (other, one)
    fewer, more = map(grouped, sorted((split.first_only, split.second_only)))
    return (
        f"Of {samples}, {better} alone was right at {more} and {worse} alone at {fewer}"
        f"{_so(split.chance)}"
    )


def _so(chance: float) -> str:
    """What follows: whether luck is a good explanation, with the chance in words."""
    often = f"{number(100 * chance, 1)} times in 100"
    often = "less than once in 1,000 times" if chance < 0.001 else often
    if chance < SURPRISING:
        return f". Luck alone would do that {often}."
    return f", but this difference could be chance: luck alone does as much {often}."
