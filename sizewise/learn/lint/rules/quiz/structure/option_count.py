"""L04: three to six options."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem, each_item
from sizewise.learn.quiz.kinds import kind_of

RULE = Rule(
    "L04",
    "Three to six options",
    "Two options make luck too easy; more than three seldom add a distractor that works.",
    sources.RODRIGUEZ,
)

_FEWEST, _MOST = 3, 6


def _option_count(seen: SeenItem) -> Iterator[Finding]:
    count = len(seen.options)
    if kind_of(seen.item).FREE_LENGTH and not _FEWEST <= count <= _MOST:
        fix = f"Give it {_FEWEST} to {_MOST}, or make it boolean."
        yield seen.finding(RULE, "E", "options", f"It has {number_of(count, 'option')}.", fix)


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
    return seen.finding(RULE, "W", "options", why, f"Give it {usual}.")


CHECKS: tuple[LintCheck, ...] = (
    each_item(_option_count),
    _option_count_usual,
)
