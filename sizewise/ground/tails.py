"""How likely luck alone explains what was seen. Exact tails, by the standard library."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Guess:
    """A rule of thumb applied to one item: it likes `tied` of the `options` equally well.

    It earns 1/tied when the key is among those, else nothing. Where the key's place has nothing
    to do with the rule, that happens with probability tied/options.
    """

    options: int
    tied: int
    hit: bool

    @property
    def credit(self) -> float:
        """What the rule earned here."""
        return 1 / self.tied if self.hit else 0.0


def expected(guesses: Iterable[Guess]) -> float:
    """What luck earns on average: 1/options for each item, however many are tied."""
    return sum(1 / guess.options for guess in guesses)


def luck(guesses: Sequence[Guess]) -> float:
    """The probability that luck earns at least what the rule earned: an exact one-sided test.

    With no ties it is the Poisson-binomial tail, and with equal option counts the binomial one.
    Ties turn a whole point into a share, which the sum over all outcomes takes as it is.
    """
    unit = math.lcm(*(guess.tied for guess in guesses)) if guesses else 1
    earned = sum(unit // guess.tied for guess in guesses if guess.hit)
    ahead = sum(unit // guess.tied for guess in guesses)
    outcomes = {0: 1.0}
    for guess in sorted(guesses, key=lambda each: each.tied):  # whole points first: few outcomes
        points = unit // guess.tied
        ahead -= points
        outcomes = _and_then(outcomes, points, guess.tied / guess.options, earned, ahead)
    return math.fsum(chance for points, chance in outcomes.items() if points >= earned)


def _and_then(
    outcomes: dict[int, float], points: int, chance: float, enough: int, ahead: int
) -> dict[int, float]:
    """More than enough is as good as enough; what can no longer become enough is left out."""
    later: defaultdict[int, float] = defaultdict(float)
    for before, probability in outcomes.items():
        if before + ahead >= enough:
            later[before] += probability * (1 - chance)
        if before + points + ahead >= enough:
            later[min(before + points, enough)] += probability * chance
    return later


def chi_square(seen: Sequence[float], expected: Sequence[float]) -> float:
    """Pearson's statistic: the squared surprises, each measured in what was expected."""
    return sum((o - e) ** 2 / e for o, e in zip(seen, expected, strict=True))


def chi_square_tail(statistic: float, degrees: int) -> float:
    """The probability that chi-square with so many degrees of freedom is at least `statistic`.

    Closed forms of the regularised gamma function at whole and half numbers
    (Abramowitz and Stegun, 1964, 26.4.4 and 26.4.5).
    """
    half = statistic / 2
    if degrees % 2 == 0:
        terms = (half**i / math.factorial(i) for i in range(degrees // 2))
        return math.exp(-half) * math.fsum(terms)
    series = math.fsum(half ** (i + 0.5) / math.gamma(i + 1.5) for i in range((degrees - 1) // 2))
    return math.erfc(math.sqrt(half)) + math.exp(-half) * series


def binomial(trials: int, chance: float) -> list[float]:
    """The probability of each number of successes, from none to all; 0 < chance < 1."""
    log_hit, log_miss, whole = math.log(chance), math.log1p(-chance), math.lgamma(trials + 1)
    return [
        math.exp(
            whole
            - math.lgamma(hits + 1)
            - math.lgamma(trials - hits + 1)
            + hits * log_hit
            + (trials - hits) * log_miss
        )
        for hits in range(trials + 1)
    ]


def sign_test(first: int, second: int) -> float:
    """The chance that a fair coin splits at least as unevenly, either way: exact and two-sided."""
    flips, fewer = first + second, min(first, second)
    if first == second:
        return 1.0
    return float(Fraction(2 * sum(math.comb(flips, k) for k in range(fewer + 1)), 2**flips))
