"""What a learner who knows nothing may try: rules of thumb for picking an option."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sizewise.ground.tails import Guess
from sizewise.learn.lint.bank import SeenItem
from sizewise.learn.lint.words import absolutes, content_words, folded, hedges

Strategy = Callable[[SeenItem], Sequence[float]]
"""A rule of thumb: how much it likes each option."""


def longest(seen: SeenItem) -> Sequence[float]:
    """Likes long options."""
    return [len(option.text) for option in seen.options]


def shortest(seen: SeenItem) -> Sequence[float]:
    """Likes short options, as where keys were trimmed and distractors were not."""
    return [-len(option.text) for option in seen.options]


def longest_without_absolutes(seen: SeenItem) -> Sequence[float]:
    """Likes long options that leave a way out."""
    return [0 if absolutes(option.text) else len(option.text) for option in seen.options]


def most_hedges(seen: SeenItem) -> Sequence[float]:
    """Likes usually, may, often, most."""
    return [len(hedges(option.text)) for option in seen.options]


def most_stem_words(seen: SeenItem) -> Sequence[float]:
    """Likes options that sound like the stem."""
    stem = content_words(seen.stem)
    return [len(content_words(option.text) & stem) for option in seen.options]


def most_shared_words(seen: SeenItem) -> Sequence[float]:
    """Likes the option that the others are variations of."""
    said = [content_words(option.text) for option in seen.options]
    times = Counter(word for one in said for word in one)
    return [sum(times[word] - 1 for word in one) for one in said]


def affirms(seen: SeenItem) -> Sequence[float]:
    """Likes yes and true."""
    return [folded(option.text) in ("yes", "true") for option in seen.options]


def denies(seen: SeenItem) -> Sequence[float]:
    """Likes no and false."""
    return [folded(option.text) in ("no", "false") for option in seen.options]


def first(seen: SeenItem) -> Sequence[float]:
    """Likes the first option in the author's order."""
    return [-place for place in range(len(seen.options))]


def last(seen: SeenItem) -> Sequence[float]:
    """Likes the last option in the author's order."""
    return list(range(len(seen.options)))


STRATEGIES: Mapping[str, tuple[Strategy, str]] = {
    "the longest option": (longest, "Trim the keys, or give distractors as much detail."),
    "the shortest option": (shortest, "Give the keys their detail, or trim distractors too."),
    "the longest option without always, never or only": (
        longest_without_absolutes,
        "Take absolute words out of distractors and trim the keys.",
    ),
    "the option with most hedges": (most_hedges, "Give distractors a usually or a may as well."),
    "the option with most words of the stem": (
        most_stem_words,
        "Say the keys in other words, or let distractors use the stem's words too.",
    ),
    "the option that shares most words with the others": (
        most_shared_words,
        "Write distractors that are not all variations of the key.",
    ),
    "yes": (affirms, "Ask some of the yes-or-no items so that no is right."),
    "no": (denies, "Ask some of the yes-or-no items so that yes is right."),
    "the first option": (first, "Let keys stand in every position."),
    "the last option": (last, "Let keys stand in every position."),
}
"""What a learner who knows nothing may try, by its name, with what takes the gain away.

One more learns its words from other banks: `word_robot`.
"""


def guess(seen: SeenItem, strategy: Strategy) -> Guess:
    """The strategy tried on one item. Options it likes equally well are drawn by lot."""
    liking = strategy(seen)
    most = max(liking)
    tied = [option.key for option, like in zip(seen.options, liking, strict=True) if like == most]
    return Guess(len(seen.options), len(tied), any(tied))
