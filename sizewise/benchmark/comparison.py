"""Two models at the same samples: is there a difference, or could it be chance?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from sizewise.benchmark.endings import Endings, endings
from sizewise.benchmark.prompts import of_prompts
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

ONCE = "With each prompt counted once,"


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
class PromptVerdicts:
    """Prompts that both models answered, by who was right more often at their samples.

    Samples that repeat a prompt are no further evidence, so here each prompt counts once.
    """

    first_more: int
    second_more: int
    tied: int

    @property
    def prompts(self) -> int:
        """All of them."""
        return self.first_more + self.second_more + self.tied

    @property
    def chance(self) -> float:
        """The exact McNemar test over prompts (see `Verdicts.chance`)."""
        return sign_test(self.first_more, self.second_more)


@dataclass(frozen=True)
class Comparison:
    """Two models at one task, at the same concurrency: over samples, and with each prompt once.

    `by_prompt` has the mean difference of each prompt. `endings` are those of each model's replies.
    """

    first: Cell
    second: Cell
    times: Times
    by_prompt: Times
    verdicts: Verdicts
    prompt_verdicts: PromptVerdicts
    endings: tuple[Endings, Endings]


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
    left_out = len(one.keys() | other.keys()) - len(whole)
    times = _by_prompt((_prompt(a, b), b.end - a.end) for a, b in whole)
    graded = [
        (_prompt(a, b), (a.grade.right, b.grade.right))
        for a, b in pairs
        if a.grade is not None and b.grade is not None
    ]
    over_samples = _times([b.end - a.end for a, b in whole], left_out, seed)
    means = [round(Fraction(sum(each), len(each))) for each in times.values()]
    repeated = len(means) < len(whole)
    return Comparison(
        first,
        second,
        over_samples,
        _times(means, left_out, seed) if repeated else over_samples,
        _verdicts([told for _, told in graded]),
        _prompt_verdicts(_by_prompt((asked, a - b) for asked, (a, b) in graded).values()),
        (endings(one.values()), endings(other.values())),
    )


def _prompt(one: Trial, other: Trial) -> tuple[str, str]:
    """What both were asked; logs of two plans may ask them differently."""
    return one.prompt_sha256, other.prompt_sha256


def _by_prompt(told: Iterable[tuple[tuple[str, str], int]]) -> Mapping[tuple[str, str], list[int]]:
    """What was told of each prompt."""
    found: dict[tuple[str, str], list[int]] = {}
    for asked, each in told:
        found.setdefault(asked, []).append(each)
    return found


def _times(differences: Sequence[int], left_out: int, seed: int) -> Times:
    return Times(tuple(differences), left_out, sign_flip(differences, seed))


def _verdicts(told: Sequence[tuple[bool, bool]]) -> Verdicts:
    ways = ((True, True), (True, False), (False, True), (False, False))
    return Verdicts(*(told.count(way) for way in ways))


def _prompt_verdicts(ahead: Collection[Sequence[int]]) -> PromptVerdicts:
    """`ahead` has for each prompt and sample 1 where the first alone was right, -1 the second."""
    first, second = (sum(way * sum(each) > 0 for each in ahead) for way in (1, -1))
    return PromptVerdicts(first, second, len(ahead) - first - second)


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
    """What the times say, in plain words with the chance. Where samples repeat prompts, a second
    sentence counts each prompt once, and the chance is that of the prompts.
    """
    times, one, other = found.times, found.first.model, found.second.model
    if not times.differences:
        return f"No sample has a whole reply of both {one} and {other}: their times tell nothing."
    prompts, samples = found.by_prompt, len(times.differences)
    behind = of_prompts(len(prompts.differences), samples)
    over = f"{number_of(samples, 'sample')}{behind}"
    said = _times_said(found, times, f"a sample on average over {over}")
    if not behind:
        return f"{said}{_so(times.chance) if times.mean else '.'}"
    once = _times_said(found, prompts, "on average")
    return f"{said}. {ONCE} {once}{_so(prompts.chance) if prompts.mean else '.'}"


def _times_said(found: Comparison, times: Times, over: str) -> str:
    one, other = found.first.model, found.second.model
    if not times.mean:
        return f"{one} and {other} took the same time on average"
    faster, slower = (one, other) if times.mean > 0 else (other, one)
    return f"{faster} was faster than {slower} by {number(abs(times.mean))} s {over}"


def verdicts_sentence(found: Comparison) -> str:
    """What right and wrong say, in plain words with the chance. Where samples repeat prompts, a
    second sentence counts each prompt once, and the chance is that of the prompts.
    """
    split, one, other = found.verdicts, found.first.model, found.second.model
    prompts = found.prompt_verdicts
    if not split.samples:
        return f"No sample of both {one} and {other} was graded."
    behind = of_prompts(prompts.prompts, split.samples)
    samples = f"{number_of(split.samples, 'sample')}{behind}"
    if split.first_only == split.second_only:
        right = grouped(split.both + split.first_only)
        said = f"{one} and {other} were right equally often, at {right} of {samples}"
        chance = "."
    else:
        (better, more), (worse, fewer) = _ahead(found, split.first_only, split.second_only)
        said = f"Of {samples}, {better} alone was right at {more} and {worse} alone at {fewer}"
        chance = _so(split.chance)
    return f"{said}. {ONCE} {_prompts_said(found)}" if behind else f"{said}{chance}"


def _prompts_said(found: Comparison) -> str:
    prompts = found.prompt_verdicts
    if prompts.first_more == prompts.second_more:
        many = number_of(prompts.first_more, "prompt")
        return f"each of the two was right more often at {many}."
    (better, more), (worse, fewer) = _ahead(found, prompts.first_more, prompts.second_more)
    said = f"{better} was right more often at {more} and {worse} at {fewer}"
    return f"{said} of {number_of(prompts.prompts, 'prompt')}{_so(prompts.chance)}"


def _ahead(found: Comparison, first: int, second: int) -> list[tuple[str, str]]:
    """The models with their numbers, the larger number first."""
    told = [(found.first.model, first), (found.second.model, second)]
    return [(name, grouped(many)) for name, many in sorted(told, key=lambda each: -each[1])]


def endings_sentences(found: Comparison) -> Iterator[str]:
    """Where replies were cut or empty, which the comparison takes as they are."""
    for cell, ended in zip((found.first, found.second), found.endings, strict=True):
        if ended.said:
            replies = number_of(ended.whole, "reply", "replies")
            so = ", which says more of the limit than of the model" if ended.thinking else ""
            yield f"Of {replies} of {cell.model}: {ended.said}. They count as they are{so}."


def _so(chance: float) -> str:
    """What follows: whether luck is a good explanation, with the chance in words."""
    often = f"{number(100 * chance, 1)} times in 100"
    often = "less than once in 1,000 times" if chance < 0.001 else often
    if chance < SURPRISING:
        return f". Luck alone would do that {often}."
    return f", but this difference could be chance: luck alone does as much {often}."
