"""The rules of good lessons at work."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.lint.found import rules_in
from sizewise.learn.lint.read_lesson import LessonCheck, ReadLesson
from sizewise.learn.lint.rules import lesson as lesson_rules
from sizewise.learn.quiz.template import Facts

_FOUND = rules_in(lesson_rules)
_CHECKS: tuple[LessonCheck, ...] = _FOUND.checks

LESSON_RULES: Mapping[str, Rule] = _FOUND.by_name
"""What is asked of a lesson, by the rule's name."""


def lint_lesson(
    lesson: Lesson,
    *,
    facts: Facts,
    today: date,
    allowed: Mapping[str, str] = MappingProxyType({}),
    unread: Collection[tuple[str, str]] = (),
) -> list[Finding]:
    """Everything the rules have against a lesson, as warnings.

    `allowed` maps a rule to the reason that excuses it; `unread` are blocks that are there and must
    be repaired, by part and kind. A finding's place is the part's anchor, or the front matter for
    the whole lesson.
    """
    read = ReadLesson(lesson, facts, today, unread)
    found = (each for check in _CHECKS for each in check(read))
    return [each for each in found if not allowed.get(each.rule, "").strip()]
