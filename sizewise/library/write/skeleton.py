"""Files to begin with: a lesson, a quiz or a model whose gaps `check` names until they are filled.

A gap in a text is written `[fill in: what belongs here]`; a gap in a number or a day is empty.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sizewise.ground.ids import ID, MODEL_ID
from sizewise.library.read.place import Said
from sizewise.library.read.tree import Page

GAP = re.compile(r"\[fill in:(?P<what>[^\]]*)\]")
"""A place in a text that its author has still to write."""


class NotBegun(ValueError):
    """A skeleton that cannot be written; the message says why and what to do."""


class Skeleton(NamedTuple):
    """A new file: where it belongs, below the root, what stands in it, and what to do next."""

    path: Path
    text: str
    then: str


def skeleton(kind: str, name: str, root: Path, today: date) -> Skeleton:
    """A new file of that kind (one of KINDS). Raises NotBegun; nothing is written yet."""
    rule = _MODEL_NAMES if kind == "model" else _NAMES
    if not rule.pattern.fullmatch(name):
        raise NotBegun(f"“{name}” cannot be a file's name. Use {rule.said}.")
    made = KINDS[kind](name, root, today)
    if (root / made.path).exists():
        raise NotBegun(f"{made.path.as_posix()} is there already. Choose another name, or edit it.")
    return made


def report_gaps(said: Said, page: Page) -> None:
    """Report every gap of a text that is still to be filled."""
    for gap in GAP.finditer(said.text):
        what = f"is still to be filled in: {gap['what'].strip()}"
        page.report(said.line_at(gap.start()), said.place, what, "write it, without the brackets")


class _Names(NamedTuple):
    """What a file's name is made of, for the machine and for people."""

    pattern: re.Pattern[str]
    said: str


_NAMES = _Names(
    re.compile(ID),
    "3 to 64 lower-case letters, digits and hyphens, such as what-is-a-token",
)
_MODEL_NAMES = _Names(
    re.compile(MODEL_ID),
    "2 to 64 lower-case letters, digits, dots and hyphens, such as gpt-4o-mini",
)


def _lesson(name: str, _root: Path, _today: date) -> Skeleton:
    then = (
        "Then announce it in a unit of content/course.yaml:\n"
        f"      - id: {name}\n        title: …\n        summary: …\n        minutes: 6\n"
        "        status: coming"
    )
    return Skeleton(Path("content", "lessons", f"{name}.md"), _LESSON, then)


def _quiz(name: str, root: Path, _today: date) -> Skeleton:
    if not (root / "content" / "lessons" / f"{name}.md").is_file():
        raise NotBegun(
            f"There is no lesson {name}, and a quiz has its lesson's name. Write the lesson first: "
            f"python -m sizewise new lesson {name}"
        )
    then = "Then write at least 22 items like this one; an attempt draws 15 of them."
    return Skeleton(Path("quizzes", f"{name}.yaml"), _QUIZ.replace("NAME", name), then)


def _model(name: str, _root: Path, today: date) -> Skeleton:
    text = _MODEL.replace("NAME", name).replace("TODAY", today.isoformat())
    then = "Then look every figure up at its maker's page, and note the page under sources."
    return Skeleton(Path("content", "models", f"{name}.yaml"), text, then)


KINDS: Mapping[str, Callable[[str, Path, date], Skeleton]] = {
    "lesson": _lesson,
    "quiz": _quiz,
    "model": _model,
}
"""What can be begun."""

_PART = """
## {heading}

[fill in: {what}]
"""

_PARTS = (
    ("A scene and a surprise", "a concrete scene and a question that the lesson answers"),
    ("The idea", "the one idea of the lesson, and the terms it needs in **bold**"),
    ("A worked example", "an example with its sum, every figure a fact of the catalogue"),
    ("Where it goes wrong", "the mistake that people make, and what happens then"),
    ("Your turn", "what the learner does with it tomorrow"),
)

_LESSON = (
    """---
title: "[fill in: the lesson's name]"
summary: "[fill in: one sentence that says what the learner will get]"
minutes:            # reading time
objectives:
  - "[fill in: what the learner can do afterwards, starting with a verb]"
skills:
  -                 # a skill of content/course.yaml
facts_as_of:        # the day every fact was last checked
reviewed:           # the day a person last read it all
---
"""
    + "".join(_PART.format(heading=heading, what=what) for heading, what in _PARTS[:4])
    + """
```sizewise mistake-or-better
mistake: "[fill in: what people often say]"
better: "[fill in: what to think instead]"
```
"""
    + _PART.format(heading=_PARTS[4][0], what=_PARTS[4][1])
    + """
```sizewise try-it
task: "[fill in: something to do away from the page]"
```
"""
)

_QUIZ = """# yaml-language-server: $schema=../content/schema/quiz.json
id: NAME
title: "[fill in: what the learner reads above the quiz]"
draw: {count: 15, per_skill_min: 2}

items:
  - id: NAME-001
    type: single
    skill:          # of the lesson
    bloom: apply
    difficulty:     # 1 easy to 5 hard
    expected_facility: 0.6
    stem: "[fill in: a case to decide, ending in a question that needs no options to be answered]"
    options:
      - id: a
        text: "[fill in: the key, no longer than the others]"
        key: true
        feedback: "[fill in: why it is right]"
      - id: b
        text: "[fill in: a mistake that learners really make]"
        feedback: "[fill in: why it is wrong]"
        misconception:    # its name in content/course.yaml
      - id: c
        text: "[fill in: another mistake]"
        feedback: "[fill in: why it is wrong]"
        misconception:    # its name in content/course.yaml
    explanation: "[fill in: the idea behind the key]"
    references: [{lesson: NAME}]
"""

_MODEL = """# yaml-language-server: $schema=../schema/model.json
id: NAME
name: "[fill in: the name on screen]"
maker: "[fill in: who makes it]"
size:               # small, medium or large: its place in the maker's range
reasoning:          # true when it writes thinking that is billed as output
summary: "[fill in: one or two sentences, what it is for]"
best_for:
  - "[fill in: a job it fits]"
consider_else:
  - "[fill in: when to look at another model]"

limits:
  context_window:   # tokens, reply included
  max_output:       # tokens of one reply
  checked_on: TODAY
lifecycle:
  released:         # a day such as 2026-11-21
  checked_on: TODAY

price_ref:          # provider/model as genai-prices names it
prices_checked_on: TODAY

sources:
  - title: "[fill in: the maker's page]"
    url: https://
    checked_on: TODAY
"""
