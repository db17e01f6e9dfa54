"""L22: keys say different things."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem
from sizewise.learn.lint.synonyms import meanings
from sizewise.learn.lint.words import content_words, jaccard

RULE = Rule(
    "L22",
    "Keys say different things",
    "When one answer is right again and again, learners learn it instead of the idea.",
    sources.TEST_WISE,
)

_REPEATED = 0.4
_SAME_ANSWER = 0.6
_FEWEST_KEYS = 5
_FEWEST_ALIKE = 3
"""Of so few keys two share a word by luck."""
_RARE = 0.01
"""So seldom would luck keep a word out of all keys."""


def _keys_vary(bank: Bank) -> Iterator[Finding]:
    asked = [seen for seen in bank.one_key if len(seen.options) > 2]
    if len(asked) < _FEWEST_KEYS:
        return
    alike = max((_same_answer(seen, asked) for seen in asked), key=len, default=[])
    said = f"give the same answer: {shortlist(alike)}"
    if len(alike) / len(asked) < _REPEATED:
        meaning, alike = _same_meaning(asked)
        said = f"say `{meaning}` or a word like it: {shortlist(alike)}"
    if alike:
        fix = "Ask some of them so that another answer is right."
        yield bank.finding(RULE, "W", f"{len(alike)} of {len(asked)} keys {said}.", fix)


def _same_meaning(asked: list[SeenItem]) -> tuple[str, list[str]]:
    """The word that many keys share, itself or one that means the same, and their items.

    What distractors say more than half as often is what the quiz is about, and tells little.
    """
    wrong = [meanings(option.text) for seen in asked for option in seen.distractors]
    right = {seen.item.id: meanings(seen.keys[0].text) for seen in asked}
    for meaning, count in Counter(each for said in right.values() for each in said).most_common():
        share = count / len(right)
        seldom = sum(meaning in said for said in wrong) / len(wrong) <= share / 2
        if count >= _FEWEST_ALIKE and share >= _REPEATED and seldom:
            return meaning, [name for name, said in right.items() if meaning in said]
    return "", []


def _same_answer(seen: SeenItem, others: list[SeenItem]) -> list[str]:
    key = content_words(seen.keys[0].text)
    return [
        other.item.id
        for other in others
        if key and jaccard(key, content_words(other.keys[0].text)) >= _SAME_ANSWER
    ]


def _words_in_keys_too(bank: Bank) -> Iterator[Finding]:
    """A word of many distractors and no key: whoever has seen that crosses options out by it."""
    asked = [seen for seen in bank.one_key if len(seen.options) > 2]
    wrong = [content_words(option.text) for seen in asked for option in seen.distractors]
    right = [content_words(seen.keys[0].text) for seen in asked]
    times = Counter(word for said in wrong for word in said)
    share = len(wrong) / max(len(wrong) + len(right), 1)
    for word, count in times.items():
        if share**count < _RARE and not any(word in said for said in right):
            why = f"The word {word!r} stands in {count} distractors and in no key."
            fix = "Say some of them in other words, or let a key say it too."
            yield bank.finding(RULE, "W", why, fix)


CHECKS: tuple[LintCheck, ...] = (_keys_vary, _words_in_keys_too)
