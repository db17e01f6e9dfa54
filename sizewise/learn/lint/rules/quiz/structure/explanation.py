"""L06: an explanation of readable length."""

from collections.abc import Iterator

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import plain

RULE = Rule(
    "L06",
    "An explanation of readable length",
    "The idea behind the key is what the learner takes along; too short says nothing, "
    "too long is not read.",
    sources.FEEDBACK,
)

_SHORT, _LONG = 40, 600


def _explained(seen: SeenItem) -> Iterator[Finding]:
    length = len(plain(seen.explanation))
    if length == 0:
        fix = "Write the idea behind the key in one to four sentences."
        yield seen.finding(RULE, "E", "explanation", "There is no explanation.", fix)
    elif length < _SHORT:
        why = f"The explanation has {length} characters, fewer than {_SHORT}."
        yield seen.finding(RULE, "W", "explanation", why, "Say why the key is right.")
    elif length > _LONG:
        why = f"The explanation has {length} characters, more than {_LONG}."
        fix = "Keep the idea and leave the rest to the lesson it refers to."
        yield seen.finding(RULE, "W", "explanation", why, fix)


CHECKS: tuple[LintCheck, ...] = (each_item(_explained),)
