"""L22, L23, L26, L27 and L30: does the bank as a whole measure what it should?"""

import re
from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding
from sizewise.learn.lint.bank import Bank, Check, SeenItem, each_item
from sizewise.learn.lint.stem import question
from sizewise.learn.lint.words import content_words, jaccard, plain

_REPEATED = 0.4
_SAME_ANSWER = 0.6
_FEWEST_KEYS = 5
_ANSWERED_ELSEWHERE = 0.6
_FEWEST_WORDS = 2


def _keys_vary(bank: Bank) -> Iterator[Finding]:
    asked = [seen for seen in bank.one_key if len(seen.options) > 2]
    alike = max((_same_answer(seen, asked) for seen in asked), key=len, default=[])
    if len(asked) >= _FEWEST_KEYS and len(alike) / len(asked) >= _REPEATED:
        why = f"{len(alike)} of {len(asked)} keys give the same answer: {shortlist(alike)}."
        fix = "Ask some of them so that another answer is right."
        yield bank.finding("L22", "W", why, fix)


def _same_answer(seen: SeenItem, others: list[SeenItem]) -> list[str]:
    key = content_words(seen.keys[0].text)
    return [
        other.item.id
        for other in others
        if key and jaccard(key, content_words(other.keys[0].text)) >= _SAME_ANSWER
    ]


def _nothing_given_away(bank: Bank) -> Iterator[Finding]:
    for seen in bank.items:
        for key in seen.keys:
            others = [other for other in bank.items if other is not seen]
            if givers := [each.item.id for each in others if _says(each.stem, key.text)]:
                why = f"The key {key.text!r} can be read in the stem of {shortlist(givers)}."
                fix = "Say it in other words there, or ask about something else here."
                yield seen.finding("L23", "W", key.place, why, fix)


def _says(stem: str, key: str) -> bool:
    asked = content_words(key)
    if len(asked) < _FEWEST_WORDS:
        return False
    return plain(key).casefold() in plain(stem).casefold() or any(
        jaccard(asked, content_words(each)) >= _ANSWERED_ELSEWHERE for each in _sentences(stem)
    )


def _sentences(stem: str) -> list[str]:
    return re.split(r"(?<=[.!?:])\s+|\n+", stem)


_PER_SKILL = 2
_MOST_REMEMBERED = 0.4


def _skills_covered(bank: Bank) -> Iterator[Finding]:
    for skill, times in Counter(seen.item.skill for seen in bank.scored).items():
        if times < _PER_SKILL:
            why = f"The skill {skill} has one item."
            yield bank.finding("L26", "W", why, f"Write at least {_PER_SKILL} items for it.")


def _thinking_asked(bank: Bank) -> Iterator[Finding]:
    recall = [seen.item.id for seen in bank.scored if seen.item.bloom == "remember"]
    if bank.scored and len(recall) / len(bank.scored) > _MOST_REMEMBERED:
        why = f"{len(recall)} of {len(bank.scored)} items ask to remember only."
        fix = f"Turn some of {shortlist(recall)} into a case to decide."
        yield bank.finding("L26", "W", why, fix)


_FEWEST_FOR_SPREAD = 5


def _difficulty_varies(bank: Bank) -> Iterator[Finding]:
    levels = {seen.item.difficulty for seen in bank.scored}
    if len(bank.scored) >= _FEWEST_FOR_SPREAD and len(levels) == 1:
        why = f"Every item has difficulty {levels.pop()}."
        yield bank.finding("L27", "W", why, "Add easier and harder items, from 1 to 5.")


_TRIVIA = re.compile(
    r"^(?:who|when) (?:was|were|did|made|released|created|invented|founded)\b"
    r"|\b(?:in )?(?:which|what) (?:year|month)\b",
    re.IGNORECASE,
)
_MOST_BOOLEAN = 0.2


def _no_trivia(seen: SeenItem) -> Iterator[Finding]:
    if found := _TRIVIA.search(plain(question(seen.stem))):
        why = f"{found[0]!r} asks for a name or a year that anybody can look up."
        yield seen.finding("L30", "I", "stem", why, "Ask what follows from it.")


def _few_booleans(bank: Bank) -> Iterator[Finding]:
    two = sum(seen.one_key and len(seen.options) == 2 for seen in bank.scored)
    if two > _MOST_BOOLEAN * len(bank.scored):
        why = f"{two} of {len(bank.scored)} items are true or false."
        fix = "Turn some into single items with the mistakes as distractors."
        yield bank.finding("L30", "I", why, fix)


CHECKS: tuple[Check, ...] = (
    _keys_vary,
    _nothing_given_away,
    _skills_covered,
    _thinking_asked,
    _difficulty_varies,
    each_item(_no_trivia),
    _few_booleans,
)
