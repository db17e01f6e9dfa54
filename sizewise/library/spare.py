"""A course made from what is there, for the day on which course.yaml is broken."""

from collections.abc import Iterable, Iterator, Mapping

from sizewise.learn.lesson.course import Course, LessonEntry, Misconception, Skill, Unit
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.quiz.item import Quiz


def spare_course(lessons: Mapping[str, Lesson], quizzes: Mapping[str, Quiz]) -> Course:
    """One unit with every lesson that can be read, and every skill that a file names."""
    entries = tuple(_entry(lesson) for lesson in lessons.values())
    skills = {skill for lesson in lessons.values() for skill in lesson.head.skills}
    skills |= {item.skill for quiz in quizzes.values() for item in quiz.items}
    mistakes = {name for quiz in quizzes.values() for name in _mistakes(quiz)}
    return Course(
        id="sizewise",
        title="Sizewise",
        units=(Unit(title="Lessons", summary="Every lesson there is", lessons=entries),),
        skills=tuple(_skills(sorted(skills) or ["sizing"])),
        misconceptions=tuple(_misconceptions(sorted(mistakes))),
    )


def _mistakes(quiz: Quiz) -> Iterator[str]:
    return (name for item in quiz.items for name in item.misconceptions)


def _entry(lesson: Lesson) -> LessonEntry:
    head = lesson.head
    return LessonEntry(id=lesson.id, title=head.title, summary=head.summary, minutes=head.minutes)


def _spoken(name: str) -> str:
    return name.replace("-", " ").strip().capitalize() or name


def _skills(names: Iterable[str]) -> Iterable[Skill]:
    return (Skill(id=name, title=_spoken(name), objective=_spoken(name)) for name in names)


def _misconceptions(names: Iterable[str]) -> Iterable[Misconception]:
    repair = "Read the reason beside each option."
    return (Misconception(id=name, title=_spoken(name), repair=repair) for name in names)
