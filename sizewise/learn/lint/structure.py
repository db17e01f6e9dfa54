"""L01 to L07: is everything there, once, and does it fit together?"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from sizewise.learn.item import Item, Option
from sizewise.learn.lint.bank import Bank, Check, SeenItem, SeenOption, each_item
from sizewise.learn.lint.finding import Finding
from sizewise.learn.lint.words import jaccard, listed, plain

_ID = re.compile(r"[a-z0-9-]{3,64}")
_ALIKE = 0.8
_FEWEST, _MOST = 3, 6
_SHORT, _LONG = 40, 600


def _fields_agree(seen: SeenItem) -> Iterator[Finding]:
    for place, why, fix in (*_answer_fields(seen.item), *_option_fields(seen.item)):
        yield seen.finding("L01", "E", place, why, fix)


def _answer_fields(item: Item) -> Iterator[tuple[str, str, str]]:
    numeric = item.type == "numeric"
    if numeric and item.answer is None:
        yield "answer", "A numeric item has no answer.", "Write answer with an expr."
    if numeric and item.options:
        yield "options", "A numeric item has options.", "Remove them, or make the type single."
    if not numeric and item.answer is not None:
        yield (
            "answer",
            f"A {item.type} item has an answer.",
            "Mark an option with key: true instead.",
        )
    if not numeric and not item.options:
        yield "options", "There is nothing to choose from.", "Write three to six options."


def _option_fields(item: Item) -> Iterator[tuple[str, str, str]]:
    for option in item.options:
        for why, fix in _option_trouble(option):
            yield f"options[{option.id}]", why, fix


def _option_trouble(option: Option) -> Iterator[tuple[str, str]]:
    if (option.text is None) == (option.expr is None):
        given = "neither text nor expr" if option.text is None else "both text and expr"
        yield f"The option has {given}.", "Write exactly one of them."
    if option.expr is not None and option.format is None:
        yield "The formula has no format.", "Write format: usd, number, percent or times."
    if option.key and option.misconception is not None:
        yield "The key names a misconception.", "Move it to the distractor it explains."


def _mistakes_exist(bank: Bank) -> Iterator[Finding]:
    known = {each.id for each in bank.course.misconceptions}
    for seen in bank.items:
        for place, name in _named_mistakes(seen.item):
            if name not in known:
                why = f"The course has no misconception {name}."
                fix = "Use a name from content/course.yaml, or add it there with its repair."
                yield seen.finding("L01", "E", place, why, fix)


def _named_mistakes(item: Item) -> Iterator[tuple[str, str]]:
    for option in item.options:
        if option.misconception is not None:
            yield f"options[{option.id}].misconception", option.misconception
    for number, mistake in enumerate(item.answer.mistakes if item.answer else ()):
        if mistake.misconception is not None:
            yield f"answer.mistakes[{number}].misconception", mistake.misconception


def _ids_unique(bank: Bank) -> Iterator[Finding]:
    times = Counter(seen.item.id for seen in bank.items)
    for seen in bank.items:
        if times[seen.item.id] > 1:
            why = f"The id {seen.item.id} names {times[seen.item.id]} items."
            yield seen.finding("L02", "E", "id", why, "Give each item an id of its own.")


def _ids_spelt(seen: SeenItem) -> Iterator[Finding]:
    if not _ID.fullmatch(seen.item.id):
        why = f"The id {seen.item.id!r} is not 3 to 64 lower-case letters, digits and hyphens."
        yield seen.finding("L02", "E", "id", why, "Write it like cost-call-001.")
    for name, times in Counter(option.id for option in seen.options).items():
        if times > 1:
            why = f"{times} options have the id {name}."
            yield seen.finding("L02", "E", f"options[{name}]", why, "Give each its own letter.")


def _keys_fit(seen: SeenItem) -> Iterator[Finding]:
    keys, distractors = len(seen.keys), len(seen.distractors)
    if seen.item.type == "multiple" and (keys < 2 or distractors < 2):
        why = f"A multiple item has {keys} keys and {distractors} distractors."
        yield seen.finding("L03", "E", "options", why, "Give it at least 2 of each.")
    if seen.item.type in ("single", "boolean", "pretest") and keys != 1:
        why = f"A {seen.item.type} item has {keys} keys."
        yield seen.finding("L03", "E", "options", why, "Mark exactly one option with key: true.")
    if seen.item.type == "boolean" and len(seen.options) != 2:
        why = f"A boolean item has {len(seen.options)} options."
        yield seen.finding("L03", "E", "options", why, "Give it two, such as True and False.")


def _option_count(seen: SeenItem) -> Iterator[Finding]:
    count = len(seen.options)
    if seen.item.type not in ("boolean", "numeric") and not _FEWEST <= count <= _MOST:
        fix = f"Give it {_FEWEST} to {_MOST}, or make it boolean."
        yield seen.finding("L04", "E", "options", f"There are {count} options.", fix)


def _option_count_usual(bank: Bank) -> Iterator[Finding]:
    for kind in ("single", "multiple"):
        alike = [seen for seen in bank.scored if seen.item.type == kind]
        counts = Counter(len(seen.options) for seen in alike)
        usual = counts.most_common(1)[0][0] if counts else 0
        yield from (_unusual(seen, usual) for seen in alike if len(seen.options) != usual)


def _unusual(seen: SeenItem, usual: int) -> Finding:
    kind = seen.item.type
    why = f"It has {len(seen.options)} options; most {kind} items of this bank have {usual}."
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
            why = f"Options {listed(same)} have the same feedback."
            fix = "Speak to each choice in its own words."
            yield seen.finding("L07", "W", f"options[{same[-1]}].feedback", why, fix)


CHECKS: tuple[Check, ...] = (
    each_item(_fields_agree),
    _mistakes_exist,
    _ids_unique,
    each_item(_ids_spelt),
    each_item(_keys_fit),
    each_item(_option_count),
    _option_count_usual,
    each_item(_options_differ),
    each_item(_explained),
    each_item(_every_option_answered),
    each_item(_answers_differ),
)
