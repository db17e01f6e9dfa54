"""Links to the parts of lessons that tell more."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house
from sizewise.ui.kit.lists import items_html
from sizewise.ui.links import go_html


def links_html(words: str, references: Iterable[Reference]) -> Markup:
    """Links to every lesson or part that can be opened, behind these words; empty without any."""
    told = items_html(_links(references))
    return (
        Markup('<div class="where"><span>{}</span><ul>{}</ul></div>').format(words, told)
        if told
        else Markup()
    )


def _links(references: Iterable[Reference]) -> Iterator[Markup]:
    lessons = house.library().lessons
    for reference in references:
        if reference.lesson in lessons:
            yield _link(lessons[reference.lesson], reference.anchor)


def _link(lesson: Lesson, anchor: str | None) -> Markup:
    part = next((part for part in lesson.parts if part.anchor == anchor), None)
    if part is None:
        return go_html(_title(lesson), "lesson", lesson=lesson.id)
    words = f"{_title(lesson)} · {part.title}"
    return go_html(words, "lesson", lesson=lesson.id, part=part.anchor)


def _title(lesson: Lesson) -> str:
    """The course map's short title, else the lesson's own."""
    entries = house.library().course.lessons
    mapped = next((entry.title for entry in entries if entry.id == lesson.id), "")
    return mapped or house.facts().text(lesson.head.title)
