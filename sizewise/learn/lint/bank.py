"""A quiz as its learners read it: facts and one draw filled in, so that rules see real words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sizewise.learn.finding import Finding, Level, Rule
from sizewise.learn.lesson.course import Course, Word
from sizewise.learn.lint.words import is_number, plain
from sizewise.learn.quiz.faults import faults as faults_of_quiz
from sizewise.learn.quiz.item import Item, Quiz
from sizewise.learn.quiz.kinds import faults, kind_of
from sizewise.learn.quiz.kinds.pick import Pick
from sizewise.learn.quiz.shown import ShownItem, ShownOption
from sizewise.learn.quiz.template import Facts, show

SEED = "lint"
"""The draw that rules read; the rule on templates tries all of them."""

UNREADABLE = (ValueError, LookupError, ArithmeticError)
"""What a template raises when a formula, a variable or a fact is wrong."""


@dataclass(frozen=True)
class SeenOption:
    """An option as read."""

    id: str
    key: bool
    text: str
    """Facts and numbers filled in, Markdown taken off."""
    feedback: str | None
    matches: str | None = None
    """What it belongs to, read in the same way."""

    @property
    def place(self) -> str:
        """Where the text stands in the item."""
        return f"options[{self.id}]"


@dataclass(frozen=True)
class SeenItem:
    """An item as read, beside the item as written."""

    item: Item
    stem: str
    """Facts and numbers filled in, Markdown kept."""
    options: tuple[SeenOption, ...]
    """In the author's order."""
    explanation: str
    picks: tuple["SeenItem", ...] = ()
    """The choices that its answer consists of, each as an item with one key."""
    trouble: str | None = None
    """Why it could not be filled in; then the texts are as written."""

    @property
    def keys(self) -> tuple[SeenOption, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.key)

    @property
    def distractors(self) -> tuple[SeenOption, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.key)

    @property
    def one_key(self) -> bool:
        """Whether a learner picks one option and one is right."""
        return kind_of(self.item).ONE_PICK and len(self.keys) == 1 and len(self.options) > 1

    @property
    def placed(self) -> bool:
        """Whether each option has a place of its own."""
        return kind_of(self.item).PLACED

    @cached_property
    def numbers_only(self) -> bool:
        """Whether every option is a number alone."""
        return bool(self.options) and all(is_number(option.text) for option in self.options)

    @property
    def prose(self) -> str:
        """Its whole sentences, one text a line: options are often parts of sentences."""
        told = (option.feedback or "" for option in self.options)
        return "\n".join(plain(text) for text in (self.stem, *told, self.explanation))

    @property
    def everything(self) -> str:
        """All a learner reads of it."""
        matched = (option.matches for option in self.options if option.matches)
        return "\n".join((self.prose, *(option.text for option in self.options), *matched))

    def finding(self, rule: Rule, level: Level, place: str, why: str, fix: str) -> Finding:
        """A finding in this item."""
        return Finding(rule.name, level, self.item.id, place, why, fix)


@dataclass(frozen=True)
class Bank:
    """Everything rules may look at."""

    quiz: Quiz
    items: tuple[SeenItem, ...]
    course: Course
    glossary: Sequence[Word]
    facts: Facts
    today: date
    elsewhere: Sequence["Bank"] = ()
    """The other banks of the course."""
    whole: bool = True
    """Whether all its items are there as written; else nothing is said of the bank as such."""

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """What keeps it from being asked and scored at all."""
        return tuple(faults_of_quiz(self.quiz))

    @cached_property
    def scored(self) -> tuple[SeenItem, ...]:
        """The items that count; those asked before the lesson do not."""
        return tuple(each for each in self.items if kind_of(each.item).COUNTS)

    @cached_property
    def one_key(self) -> tuple[SeenItem, ...]:
        """The scored items where one option is picked and one is right."""
        return tuple(each for each in self.scored if each.one_key)

    @cached_property
    def guessable(self) -> tuple[SeenItem, ...]:
        """Every choice of one key: those items, and the picks within the others."""
        return self.one_key + tuple(pick for each in self.scored for pick in each.picks)

    def finding(self, rule: Rule, level: Level, why: str, fix: str) -> Finding:
        """A finding about the whole bank."""
        return Finding(rule.name, level, None, "bank", why, fix)


LintCheck = Callable[[Bank], Iterator[Finding]]
"""A rule at work."""


def each_item(check: Callable[[SeenItem], Iterator[Finding]]) -> LintCheck:
    """Turn a check of one item into a check of the bank."""

    def over_bank(bank: Bank) -> Iterator[Finding]:
        for seen in bank.items:
            yield from check(seen)

    return over_bank


def faults_of(rule: Rule) -> LintCheck:
    """What keeps a bank from being asked and scored at all, as far as the rule speaks of it."""

    def over_bank(bank: Bank) -> Iterator[Finding]:
        return (each for each in bank.faults if each.rule == rule.name)

    return over_bank


def read_bank(
    quiz: Quiz, course: Course, glossary: Sequence[Word], facts: Facts, today: date
) -> Bank:
    """The quiz as read on that day."""
    items = tuple(_read(item, facts) for item in quiz.items)
    return Bank(quiz, items, course, glossary, facts, today)


def _read(item: Item, facts: Facts) -> SeenItem:
    if any(fault.rule == "L01" for fault in faults(item)):
        return _as_written(item)  # L01 says why there is nothing to fill in
    try:
        return _as_shown(item, show(item, SEED, facts, shuffle=False))
    except UNREADABLE as problem:
        return _as_written(item, trouble=str(problem))


def _as_shown(item: Item, shown: ShownItem) -> SeenItem:
    written = sorted(shown.options, key=lambda option: option.place)
    picks = tuple(_pick(item, pick) for pick in kind_of(item).picks(shown))
    return SeenItem(item, shown.stem, tuple(map(_option, written)), shown.explanation, picks)


def _option(shown: ShownOption) -> SeenOption:
    matches = plain(shown.matches) if shown.matches else None
    return SeenOption(shown.id, shown.key, plain(shown.text), shown.feedback, matches)


def _pick(item: Item, pick: Pick) -> SeenItem:
    offered = (replace(_option(each), key=each.id == pick.key) for each in pick.offered)
    return SeenItem(item, pick.asked, tuple(offered), item.explanation)


def _as_written(item: Item, trouble: str | None = None) -> SeenItem:
    is_key = kind_of(item).is_key
    options = tuple(
        SeenOption(o.id, is_key(o), plain(o.text or o.expr or ""), o.feedback, o.matches)
        for o in item.options
    )
    return SeenItem(item, item.stem, options, item.explanation, trouble=trouble)
