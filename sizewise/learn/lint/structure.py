"""L01 to L07: is everything there, once, and does it fit together?"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from sizewise.ground.written import number_of, shortlist
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Bank, Check, SeenItem, SeenOption, each_item
from sizewise.learn.lint.words import jaccard, plain
from sizewise.learn.quiz.faults import faults
from sizewise.learn.quiz.kinds import kind_of

_ALIKE = 0.8
_FEWEST, _MOST = 3, 6
_SHORT, _LONG = 40, 600


def _faults(bank: Bank) -> Iterator[Finding]:
    return faults(bank.quiz)


def _key_is_no_mistake(seen: SeenItem) -> Iterator[Finding]:
    for option in seen.item.keys:
        if option.misconception is not None:
            place = f"options[{option.id}]"
            fix = "Move it to the distractor it explains."
            yield seen.finding("L01", "E", place, "The key names a misconception.", fix)


def _option_count(seen: SeenItem) -> Iterator[Finding]:
    count = len(seen.options)
    if kind_of(seen.item).FREE_LENGTH and not _FEWEST <= count <= _MOST:
        fix = f"Give it {_FEWEST} to {_MOST}, or make it boolean."
        yield seen.finding("L04", "E", "options", f"It has {number_of(count, 'option')}.", fix)


def _option_count_usual(bank: Bank) -> Iterator[Finding]:
    free = [seen for seen in bank.scored if kind_of(seen.item).FREE_LENGTH]
    for kind in dict.fromkeys(seen.item.type for seen in free):
        alike = [seen for seen in free if seen.item.type == kind]
        usual = Counter(len(seen.options) for seen in alike).most_common(1)[0][0]
        yield from (_unusual(seen, usual) for seen in alike if len(seen.options) != usual)


def _unusual(seen: SeenItem, usual: int) -> Finding:
    kind = seen.item.type
    why = (
        f"It has {number_of(len(seen.options), 'option')}; most {kind} items of this bank "
        f"have {usual}."
    )
    return seen.finding("L04", "W", "options", why, f"Give it {usual}.")


def _options_differ(seen: SeenItem) -> Iterator[Finding]:
    for one, other in combinations(seen.options, 2):
        if _folded(one.text) == _folded(other.text):
            why = f"Options {one.id} and {other.id} say the same: {other.text!r}."
            yield seen.finding("L05", "E", other.place, why, "Change or remove one of them.")
        elif _nearly_same(one, other):
            why = f"Options {one.id} and {other.id} share almost all words."
            fix = "Move what they share into the stem, so that the difference shows."
            yield seen.finding("L05", "W", other.place, why, fix)


def _folded(text: str) -> str:
    return plain(text).casefold().rstrip(" .")


def _nearly_same(one: SeenOption, other: SeenOption) -> bool:
    mine, theirs = _tokens(one.text), _tokens(other.text)
    return min(len(mine), len(theirs)) > 2 and jaccard(mine, theirs) >= _ALIKE


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_folded(text).split())


def _explained(seen: SeenItem) -> Iterator[Finding]:
    length = len(plain(seen.explanation))
    if length == 0:
        fix = "Write the idea behind the key in one to four sentences."
        yield seen.finding("L06", "E", "explanation", "There is no explanation.", fix)
    elif length < _SHORT:
        why = f"The explanation has {length} characters, fewer than {_SHORT}."
        yield seen.finding("L06", "W", "explanation", why, "Say why the key is right.")
    elif length > _LONG:
        why = f"The explanation has {length} characters, more than {_LONG}."
        fix = "Keep the idea and leave the rest to the lesson it refers to."
        yield seen.finding("L06", "W", "explanation", why, fix)


def _every_option_answered(seen: SeenItem) -> Iterator[Finding]:
    silent = [option for option in seen.options if not plain(option.feedback or "")]
    for option in silent:
        place = f"{option.place}.feedback"
        if option.key:
            why, fix = f"The key {option.id} has no feedback.", "Say why it is right."
            yield seen.finding("L07", "W", place, why, fix)
        else:
            why = f"The distractor {option.id} has no feedback."
            yield seen.finding("L07", "E", place, why, "Say what whoever picks it overlooked.")


def _answers_differ(seen: SeenItem) -> Iterator[Finding]:
    told = Counter(_folded(option.feedback) for option in seen.options if option.feedback)
    for text, times in told.items():
        if times > 1:
            same = [o.id for o in seen.options if o.feedback and _folded(o.feedback) == text]
            why = f"Options {shortlist(same)} have the same feedback."
            fix = "Speak to each choice in its own words."
            yield seen.finding("L07", "W", f"options[{same[-1]}].feedback", why, fix)


CHECKS: tuple[Check, ...] = (
    _faults,
    each_item(_key_is_no_mistake),
    each_item(_option_count),
    _option_count_usual,
    each_item(_options_differ),
    each_item(_explained),
    each_item(_every_option_answered),
    each_item(_answers_differ),
)
