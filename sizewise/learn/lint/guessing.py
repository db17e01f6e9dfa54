"""L08 to L11: can the key be found without reading the lesson?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from sizewise.ground.tails import (
    Guess,
    chi_square,
    chi_square_tail,
    expected,
    luck,
)
from sizewise.ground.written import number, number_of, shortlist
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Bank, Check, SeenItem, each_item
from sizewise.learn.lint.words import absolutes, content_words, hedges

_LONGER, _MUCH_LONGER = 1.25, 1.5
_UNSEEN = 4
"""Fewer characters more are not seen: False is not the longer option beside True."""

_RARE_LENGTH = 0.05
_RARE_ROBOT = 0.01
_RARE_POSITION = 0.05
_FEWEST_FOR_POSITION = 10
"""Below this many items chi-square is a poor approximation (Koehler and Larntz, 1980)."""

_LONGEST_RUN = 3


def _key_length(seen: SeenItem) -> Iterator[Finding]:
    if not seen.keys or not seen.distractors or seen.numbers_only:
        return
    key = max(seen.keys, key=lambda option: len(option.text))
    rival = max(len(option.text) for option in seen.distractors)
    times = len(key.text) / max(rival, 1)
    if times >= _LONGER and len(key.text) - rival >= _UNSEEN:
        why = (
            f"The key has {number_of(len(key.text), 'character')}, the longest distractor {rival}."
        )
        fix = (
            f"Cut the key below {number(rival * _LONGER, 0)} characters, or give a "
            "distractor its detail."
        )
        yield seen.finding("L08", "E" if times >= _MUCH_LONGER else "W", key.place, why, fix)


Strategy = Callable[[SeenItem], Sequence[float]]
"""A rule of thumb: how much it likes each option."""


def longest(seen: SeenItem) -> Sequence[float]:
    """Likes long options."""
    return [len(option.text) for option in seen.options]


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


def first(seen: SeenItem) -> Sequence[float]:
    """Likes the first option in the author's order."""
    return [-place for place in range(len(seen.options))]


def last(seen: SeenItem) -> Sequence[float]:
    """Likes the last option in the author's order."""
    return list(range(len(seen.options)))


STRATEGIES: Mapping[str, tuple[Strategy, str]] = {
    "the longest option": (longest, "Trim the keys, or give distractors as much detail."),
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
    "the first option": (first, "Let keys stand in every position."),
    "the last option": (last, "Let keys stand in every position."),
}
"""What a learner who knows nothing may try, by its name, with what takes the gain away."""


def guess(seen: SeenItem, strategy: Strategy) -> Guess:
    """The strategy tried on one item. Options it likes equally well are drawn by lot."""
    liking = strategy(seen)
    most = max(liking)
    tied = [option.key for option, like in zip(seen.options, liking, strict=True) if like == most]
    return Guess(len(seen.options), len(tied), any(tied))


def _longest_share(bank: Bank) -> Iterator[Finding]:
    guesses = [guess(seen, longest) for seen in bank.one_key]
    chance = luck(guesses)
    if chance < _RARE_LENGTH:
        long_keys = [seen.item.id for seen in bank.one_key if _is_longest(seen)]
        why = f"The longest option is the key {_gain(guesses)} (p = {number(chance)})."
        fix = f"Trim the key or lengthen a distractor in {shortlist(long_keys)}."
        yield bank.finding("L09", "E", why, fix)


def _is_longest(seen: SeenItem) -> bool:
    rivals = [len(option.text) for option in seen.distractors]
    return len(seen.keys[0].text) > max(rivals)


def _gain(guesses: Sequence[Guess]) -> str:
    earned = sum(each.credit for each in guesses)
    return (
        f"{number(earned)} times in {len(guesses)} items; luck gives {number(expected(guesses), 1)}"
    )


def _robot(bank: Bank) -> Iterator[Finding]:
    tries = {
        name: [guess(seen, each) for seen in bank.one_key] for name, (each, _) in STRATEGIES.items()
    }
    best, chance = min(((name, luck(tries[name])) for name in tries), key=lambda found: found[1])
    if chance < _RARE_ROBOT / len(STRATEGIES):
        why = f"Always picking {best} is right {_gain(tries[best])} (p = {number(chance)})."
        yield bank.finding("L10", "E", why, STRATEGIES[best][1])


def _positions(bank: Bank) -> Iterator[Finding]:
    chance = _position_luck(bank.one_key)
    if chance < _RARE_POSITION:
        counts = Counter(map(_key_position, bank.one_key))
        where = ", ".join(f"{counts[place]} x {place + 1}" for place in sorted(counts))
        why = f"Keys stand unevenly in the file ({where}; p = {number(chance)})."
        fix = "Move some keys: the app shuffles, but a printed or exported quiz does not."
        yield bank.finding("L11", "W", why, fix)


def _key_position(seen: SeenItem) -> int:
    return [option.key for option in seen.options].index(True)


def _position_luck(items: Sequence[SeenItem]) -> float:
    if len(items) < _FEWEST_FOR_POSITION:
        return 1.0
    places = range(max(len(seen.options) for seen in items))
    counts = Counter(map(_key_position, items))
    due = [sum(1 / len(i.options) for i in items if len(i.options) > place) for place in places]
    return chi_square_tail(chi_square([counts[place] for place in places], due), len(places) - 1)


def _position_runs(bank: Bank) -> Iterator[Finding]:
    for place, run in groupby(bank.one_key, key=_key_position):
        ids = [seen.item.id for seen in run]
        if len(ids) > _LONGEST_RUN:
            why = f"{len(ids)} keys in a row stand in position {place + 1}: {shortlist(ids)}."
            fix = "Move one of them: a printed or exported quiz keeps this order."
            yield bank.finding("L11", "W", why, fix)


CHECKS: tuple[Check, ...] = (
    each_item(_key_length),
    _longest_share,
    _robot,
    _positions,
    _position_runs,
)
