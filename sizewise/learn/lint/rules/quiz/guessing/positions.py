"""L11: keys stand in every position."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from sizewise.ground.tails import chi_square, chi_square_tail
from sizewise.ground.written import number, shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem

RULE = Rule(
    "L11",
    "Keys stand in every position",
    "Authors hide keys in the middle, and a printed or exported quiz shows it.",
    sources.POSITION,
)

_RARE_POSITION = 0.05
_FEWEST_FOR_POSITION = 10
"""Below this many items chi-square is a poor approximation (Koehler and Larntz, 1980)."""

_LONGEST_RUN = 3


def _positions(bank: Bank) -> Iterator[Finding]:
    chance = _position_luck(bank.one_key)
    if chance < _RARE_POSITION:
        counts = Counter(map(_key_position, bank.one_key))
        where = ", ".join(f"{counts[place]} x {place + 1}" for place in sorted(counts))
        why = f"Keys stand unevenly in the file ({where}; p = {number(chance)})."
        fix = "Move some keys: the app shuffles, but a printed or exported quiz does not."
        yield bank.finding(RULE, "W", why, fix)


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
            yield bank.finding(RULE, "W", why, fix)


CHECKS: tuple[LintCheck, ...] = (
    _positions,
    _position_runs,
)
