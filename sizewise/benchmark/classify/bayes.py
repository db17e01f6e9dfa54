"""Sorting by counted words: multinomial naive Bayes, learnt from examples in no time.

Source: C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008),
section 13.2.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from typing import NamedTuple

from sizewise.benchmark.classify.rules import words


class LabelledText(NamedTuple):
    """A text and its class."""

    text: str
    label: str


Split = Callable[[str], Sequence[str]]
"""Cuts a text into what is counted."""


@dataclass(frozen=True)
class NaiveBayes:
    """How many examples each class has, and how often each word stands in them."""

    examples: Mapping[str, int]
    counts: Mapping[str, Mapping[str, int]]
    vocabulary: frozenset[str]
    split: Split

    def scores(self, text: str) -> dict[str, float]:
        """The logarithm of each class's probability, but for a part that all share.

        Each word counts one more than it was seen (Laplace), so that none is impossible; words
        that no example holds say nothing.
        """
        known = [word for word in self.split(text) if word in self.vocabulary]
        return {label: self._score(label, known) for label in self.examples}

    def _score(self, label: str, known: Iterable[str]) -> float:
        seen = self.counts[label]
        room = sum(seen.values()) + len(self.vocabulary)
        prior = log(self.examples[label] / sum(self.examples.values()))
        return prior + sum(log((seen.get(word, 0) + 1) / room) for word in known)

    def classify(self, text: str) -> str:
        """The likeliest class; of equals, the first by its name."""
        scores = self.scores(text)
        return min(scores, key=lambda label: (-scores[label], label))


def learnt(examples: Iterable[LabelledText], split: Split = words) -> NaiveBayes:
    """What examples teach. Raises ValueError without any."""
    number: Counter[str] = Counter()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, label in examples:
        number[label] += 1
        counts[label].update(split(text))
    if not number:
        raise ValueError("there is no example to learn from")
    vocabulary = frozenset(word for seen in counts.values() for word in seen)
    return NaiveBayes(number, counts, vocabulary, split)


def each_from_the_others(examples: Sequence[LabelledText], split: Split = words) -> list[str]:
    """The class of each text, learnt from all others: leave-one-out. Needs two examples."""
    split_once = cache(split)
    return [
        learnt((*examples[:place], *examples[place + 1 :]), split_once).classify(text)
        for place, (text, _) in enumerate(examples)
    ]
