"""L29: pictures have words."""

import re
from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item

RULE = Rule(
    "L29", "Pictures have words", "Who cannot see the picture must be able to answer.", sources.WCAG
)

_PICTURE = re.compile(r"!\[[^\[\]]*+\]\(|<img\b", re.IGNORECASE)
_TEXT_PICTURE = re.compile(r"\b(?:code|table|terminal|spreadsheet)\b", re.IGNORECASE)


def _pictures_have_words(seen: SeenItem) -> Iterator[Finding]:
    if not _PICTURE.search(seen.item.stem):
        return
    if seen.item.alt is None:
        fix = "Write alt: what the picture shows that is needed to answer."
        yield seen.finding(RULE, "W", "alt", "The picture has no words.", fix)
    elif found := _TEXT_PICTURE.search(seen.item.alt):
        why = f"The picture shows {found[0]}, which is text."
        fix = (
            "Write it as a code block or a Markdown table, so that it can be read aloud and copied."
        )
        yield seen.finding(RULE, "W", "stem", why, fix)


CHECKS: tuple[LintCheck, ...] = (each_item(_pictures_have_words),)
