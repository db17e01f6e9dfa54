"""A robot that learns from other quizzes which words keys are made of."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log

from sizewise.learn.lint.bank import Bank, SeenItem, SeenOption
from sizewise.learn.lint.strategies import Strategy
from sizewise.learn.lint.words import words

_ONCE_MORE = 1
"""How often each word is thought to have been met besides, as often in keys as chance has it: then
a word that was never met says nothing.
"""


def likes_words_of_keys(others: Iterable[Bank]) -> Strategy:
    """Likes options whose words stood in keys of those banks: naive Bayes over all words.

    With no bank to learn from it likes all options alike.
    """
    items = [seen for bank in others for seen in bank.guessable]
    weight = _weigher(
        [option for seen in items for option in seen.keys],
        [option for seen in items for option in seen.distractors],
    )

    def liking(seen: SeenItem) -> Sequence[float]:
        return [round(sum(map(weight, sorted(_said(each)))), 9) for each in seen.options]

    return liking


def _weigher(
    keys: Sequence[SeenOption], distractors: Sequence[SeenOption]
) -> Callable[[str], float]:
    """How much a word speaks for a key, as the logarithm of a ratio of shares."""
    right = Counter(word for option in keys for word in _said(option))
    wrong = Counter(word for option in distractors for word in _said(option))
    prior = _ONCE_MORE / max(len(keys) + len(distractors), 1)

    def weight(word: str) -> float:
        in_keys = right[word] / max(len(keys), 1) + prior
        in_distractors = wrong[word] / max(len(distractors), 1) + prior
        return log(in_keys / in_distractors)

    return weight


def _said(option: SeenOption) -> frozenset[str]:
    return frozenset(words(option.text))
