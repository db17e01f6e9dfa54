"""What robots that know nothing earn in each bank of a course, and over all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sizewise.ground.tails import Guess, expected, luck
from sizewise.ground.written import number
from sizewise.learn.lint.bank import Bank
from sizewise.learn.lint.strategies import STRATEGIES, Strategy, guess
from sizewise.learn.lint.word_robot import likes_words_of_keys

LEARNED = "the option with words that keys of other quizzes have"

REMEDIES: Mapping[str, str] = {
    **{name: remedy for name, (_, remedy) in STRATEGIES.items()},
    LEARNED: "Give words that keys often have to distractors too.",
}
"""What takes a robot's gain away, by what it always picks."""


@dataclass(frozen=True)
class RobotTry:
    """One robot's guesses at the choices of a bank, or of all banks."""

    robot: str
    """What it always picks."""
    guesses: Sequence[Guess]

    @property
    def earned(self) -> float:
        """How often it was right; where it likes several options, a share."""
        return sum(each.credit for each in self.guesses)

    @property
    def chance(self) -> float:
        """How often luck is right."""
        return expected(self.guesses)

    @property
    def luck(self) -> float:
        """The probability that luck is right at least as often."""
        return luck(self.guesses)

    @property
    def gain(self) -> str:
        """How often it was right, beside what luck gives."""
        choices = f"{number(self.earned)} times in {len(self.guesses)} choices"
        return f"{choices}; luck gives {number(self.chance, 1)}"


def robots_at(bank: Bank) -> tuple[RobotTry, ...]:
    """What every robot earns in a bank."""
    tries = ((name, _guesses(bank, strategy)) for name, strategy in _robots(bank))
    return tuple(RobotTry(name, guesses) for name, guesses in tries)


def robots_over(banks: Sequence[Bank]) -> tuple[RobotTry, ...]:
    """What every robot earns over all banks."""
    each = [robots_at(bank) for bank in banks]
    return tuple(
        RobotTry(tries[0].robot, [one for a_try in tries for one in a_try.guesses])
        for tries in zip(*each, strict=True)
    )


def beside_each_other(banks: Mapping[str, Bank]) -> Mapping[str, Bank]:
    """The banks of a course, each knowing the others."""
    return {
        name: replace(bank, elsewhere=tuple(each for each in banks.values() if each is not bank))
        for name, bank in banks.items()
    }


def _robots(bank: Bank) -> Iterator[tuple[str, Strategy]]:
    yield from ((name, strategy) for name, (strategy, _) in STRATEGIES.items())
    yield LEARNED, likes_words_of_keys(bank.elsewhere)


def _guesses(bank: Bank, strategy: Strategy) -> Sequence[Guess]:
    return [guess(seen, strategy) for seen in bank.guessable]
