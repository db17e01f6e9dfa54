"""T02: 900 to 1,100 words."""

from collections.abc import Iterator

from sizewise.ground.written import grouped
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import HEAD, LessonCheck, ReadLesson
from sizewise.learn.lint.reading import word_count

RULE = Rule(
    "T02",
    "900 to 1,100 words",
    "That is five to eight minutes with the blocks; what does not fit is another lesson.",
    sources.CLARK_MAYER,
)

_FEWEST_WORDS, _MOST_WORDS = 900, 1100


def _length(read: ReadLesson) -> Iterator[Finding]:
    words = word_count(read.text)
    if not _FEWEST_WORDS <= words <= _MOST_WORDS:
        fix = (
            f"Cut or add until there are {_FEWEST_WORDS} to {grouped(_MOST_WORDS)}; "
            "blocks do not count."
        )
        yield read.finding(RULE, HEAD, f"The lesson has {grouped(words)} words.", fix)


CHECKS: tuple[LessonCheck, ...] = (_length,)
