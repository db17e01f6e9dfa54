"""T10: a lesson opens with a guess."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.read_lesson import LessonCheck, ReadLesson

RULE = Rule(
    "T10",
    "It opens with a guess",
    "Who has guessed wants to know; on a phone, the guess must stand on the first screen.",
    sources.CLARK_MAYER,
)

_GUESS = "guess-first"


def _opens_with_a_guess(read: ReadLesson) -> Iterator[Finding]:
    part = read.lesson.parts[0]
    opening = part.pieces[0] if part.pieces else None
    guess = opening and opening.kind == "block" and opening.block.kind == _GUESS
    if not guess and (part.anchor, _GUESS) not in read.unread:
        fix = f"Put a block {_GUESS} at the beginning of the first part."
        yield read.finding(RULE, part.anchor, "The lesson does not open with a guess.", fix)


CHECKS: tuple[LessonCheck, ...] = (_opens_with_a_guess,)
