"""L33: a comparison ends soon after than."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain

RULE = Rule(
    "L33",
    "A comparison ends soon after than",
    "Whoever waits for a verb at the far end has forgotten what was compared.",
    sources.PLAIN,
)

_LATE_VERB = re.compile(
    r"\bthan (?!(?:you|it|they|we|he|she|I)\b)(?:[\w'’-]+ ){3,10}?"
    r"(?:does|do|did|is|are|was|were|has|had)(?=\s*[.,?!;]|$)",
    re.IGNORECASE,
)


def _verb_comes_soon(seen: SeenItem) -> Iterator[Finding]:
    for text in map(plain, (seen.everything + "\n" + "\n".join(seen.item.hints)).split("\n")):
        if found := _LATE_VERB.search(text):
            fix = "Leave the verb out, or make two sentences of it."
            yield seen.finding(RULE, "W", "item", f"It says {found[0]!r}.", fix)


CHECKS: tuple[LintCheck, ...] = (each_item(_verb_comes_soon),)
