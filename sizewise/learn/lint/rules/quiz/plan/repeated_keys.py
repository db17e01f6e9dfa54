"""L22: keys say different things."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import Bank, LintCheck, SeenItem
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
_RARE = 0.01
"""So seldom would luck keep a word out of all keys."""


def _keys_vary(bank: Bank) -> Iterator[Finding]:
    asked = [seen for seen in bank.one_key if len(seen.options) > 2]
    alike = max((_same_answer(seen, asked) for seen in asked), key=len, default=[])
    if len(asked) >= _FEWEST_KEYS and len(alike) / len(asked) >= _REPEATED:
        why = f"{len(alike)} of {len(asked)} keys give the same answer: {shortlist(alike)}."
        fix = "Ask some of them so that another answer is right."
        yield bank.finding(RULE, "W", why, fix)


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
