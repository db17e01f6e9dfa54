"""What the files say of items whose answers are counted: what to expect, and what to mend."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sizewise.learn.progress.statistics.expectation import Expectation, expectation
from sizewise.learn.quiz.item import Item, Quiz, Reference
from sizewise.library.facts import CatalogueFacts
from sizewise.library.kinds import KINDS, LESSON
from sizewise.library.library import stocked
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.shelf import fill


@dataclass(frozen=True)
class LessonPlace:
    """A part of a lesson, where its author finds it."""

    lesson: str
    part: str | None
    """Its anchor; none for the whole lesson."""
    file: str
    """The lesson's file, below the root."""
    line: int
    """The line of the part's heading."""


@dataclass(frozen=True)
class BankedItem:
    """What the files say of one item."""

    expected: Expectation
    mends: tuple[LessonPlace, ...]
    """The parts that explain it: what it refers to, else its quiz's lesson."""
    mistakes: Mapping[str, str | None]
    """The named mistake behind each of its distractors, by the option's id; none without a name."""


def banked(root: Path, day: date) -> Mapping[str, Mapping[str, BankedItem]]:
    """Every item of every quiz below `root` that can be used, by quiz and by item."""
    shelf = fill(root, KINDS)
    library = stocked(shelf, day)
    facts, lessons = library.facts_on(day), shelf.all(LESSON)
    return {
        name: {item.id: _banked(item, quiz, facts, lessons) for item in quiz.items}
        for name, quiz in library.quizzes.items()
    }


def _banked(
    item: Item,
    quiz: Quiz,
    facts: CatalogueFacts,
    lessons: Mapping[str, Opened[LessonFile]],
) -> BankedItem:
    references = item.references or (Reference(lesson=quiz.id),)
    return BankedItem(
        expected=expectation(item, facts),
        mends=tuple(
            _place(each, lessons[each.lesson]) for each in references if each.lesson in lessons
        ),
        mistakes={option.id: option.misconception for option in item.distractors},
    )


def _place(reference: Reference, opened: Opened[LessonFile]) -> LessonPlace:
    lines = opened.value.lines if opened.value else {}
    line = lines.get(reference.anchor or "", 1)
    return LessonPlace(reference.lesson, reference.anchor, opened.page.file, line)
