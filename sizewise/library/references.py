"""Whether the names that files use for one another lead somewhere."""

from collections.abc import Container, Iterable, Iterator
from typing import Any

from sizewise.learn.checklist import Checklist
from sizewise.learn.course import Course, Lesson
from sizewise.learn.faq import Faq
from sizewise.learn.item import LimitVariable, PriceVariable, Quiz, Reference
from sizewise.library.facts import CatalogueFacts, FactUnknown
from sizewise.library.place import Said
from sizewise.library.shelf import Opened, OpenedLesson, Shelf
from sizewise.library.tree import Key, Page, line_of
from sizewise.library.words import nearest


def check_names(said: Iterable[Said], page: Page, course: Course | None, shelf: Shelf) -> None:
    """Report skills, misconceptions and models that nobody defines.

    Without a course nothing can be said about its skills and misconceptions.
    """
    for each in said:
        kind = _kind(each)
        known = _known(kind, course, shelf)
        if known is not None and each.text not in known:
            what = f"there is no {kind} `{each.text}`"
            page.report(each.line, each.place, what, nearest(each.text, known))


def _kind(said: Said) -> str:
    keys = said.keys
    field = keys[-2] if len(keys) > 1 and isinstance(keys[-1], int) else keys[-1] if keys else ""
    if field in ("model", "models", "divided_by"):
        return "model"
    if field in ("skill", "skills"):
        return "skill"
    if field == "misconception":
        return "misconception"
    if field == "recorded":
        return "file in content/runs"
    return "word of the glossary" if keys[:1] == ("words",) and len(keys) == 2 else ""


def _known(kind: str, course: Course | None, shelf: Shelf) -> Iterable[str] | None:
    if kind == "model":
        return shelf.models.keys()
    if kind == "file in content/runs":
        return shelf.runs.keys()
    if kind == "word of the glossary":
        return {word.term for word in shelf.glossary.value.words} if shelf.glossary.value else None
    if course is None or not kind:
        return None
    return {each.id for each in (course.skills if kind == "skill" else course.misconceptions)}


def check_references(quiz: Opened[Quiz], course: Course | None, shelf: Shelf) -> None:
    """Report items that point at a lesson or a part that is not there."""
    for at, item in enumerate(quiz.value.items if quiz.value else ()):
        found = _led_astray(item.references, course, shelf)
        _report_lost(quiz, ("items", at), f"items > {item.id}", found)


def check_faq_references(faq: Opened[Faq], course: Course | None, shelf: Shelf) -> None:
    """Report questions that point at a lesson or a part that is not there."""
    for at, topic in enumerate(faq.value.topics if faq.value else ()):
        for number, entry in enumerate(topic.entries):
            found = _led_astray(entry.references, course, shelf)
            place = f"topics > {at + 1} > entries > {entry.id}"
            _report_lost(faq, ("topics", at, "entries", number), place, found)


def check_step_references(opened: Opened[Checklist], course: Course | None, shelf: Shelf) -> None:
    """Report steps that point at a lesson or a part that is not there."""
    for at, phase in enumerate(opened.value.phases if opened.value else ()):
        for number, step in enumerate(phase.steps):
            found = _led_astray(step.references, course, shelf)
            place = f"phases > {at + 1} > steps > {step.id}"
            _report_lost(opened, ("phases", at, "steps", number), place, found)


Astray = Iterable[tuple[int, str, str, str]]
"""The reference's number from 0, its wrong field, what is wrong, what to write."""


def _led_astray(references: Iterable[Reference], course: Course | None, shelf: Shelf) -> Astray:
    for number, reference in enumerate(references):
        for lost in _lost(reference.lesson, reference.anchor, course, shelf):
            yield number, *lost


def _report_lost(opened: Opened[Any], way: tuple[Key, ...], place: str, found: Astray) -> None:
    for number, field, what, fix in found:
        line = line_of(opened.root, *way, "references", number, field)
        opened.page.report(line, f"{place} > references > {number + 1}", what, fix)


def _lost(
    lesson_id: str, anchor: str | None, course: Course | None, shelf: Shelf
) -> Iterator[tuple[str, str, str]]:
    announced = {entry.id for entry in course.lessons} if course else set()
    known = announced | shelf.lessons.keys()
    if lesson_id not in known:
        yield "lesson", f"there is no lesson `{lesson_id}`", nearest(lesson_id, known)
        return
    anchors = shelf.lessons[lesson_id].file.anchors if lesson_id in shelf.lessons else frozenset()
    if anchor is not None and anchors and anchor not in anchors:
        what = f"the lesson {lesson_id} has no part `{anchor}`"
        yield "anchor", what, nearest(anchor, anchors)


def check_variables(quiz: Opened[Quiz], facts: CatalogueFacts) -> None:
    """Report variables whose price or limit the catalogue does not have."""
    for at, item in enumerate(quiz.value.items if quiz.value else ()):
        for name, variable in item.variables.items():
            error = _no_value(variable, facts)
            if error is not None:
                line = line_of(quiz.root, "items", at, "variables", name)
                place = f"items > {item.id} > variables > {name}"
                quiz.page.report(line, place, error.what, error.fix)


def _no_value(variable: object, facts: CatalogueFacts) -> FactUnknown | None:
    try:
        if isinstance(variable, PriceVariable):
            facts.price(variable.price.model, variable.price.field)
        elif isinstance(variable, LimitVariable):
            facts.limit(variable.limit.model, variable.limit.field)
    except FactUnknown as error:
        return error
    return None


def check_pictures(opened: OpenedLesson, facts: CatalogueFacts) -> None:
    """Report image blocks with a model whose image tokens nobody has published."""
    for place, models in _pictures(opened.file.lesson):
        for model in models:
            profile = facts.catalogue.profiles.get(model)
            if profile is not None and profile.file.image_tokens is None:
                what = f"no source gives the image tokens of {model}"
                opened.page.report(1, place, what, "take another model")


def _pictures(lesson: Lesson | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in lesson.parts if lesson else ():
        for piece in part.pieces:
            if piece.kind == "block" and piece.block.kind == "image-tokens":
                yield f"{part.anchor} > image-tokens", piece.block.models


def check_map(shelf: Shelf, course: Course) -> None:
    """Report lessons that the course promises and nobody wrote, and the other way round."""
    page, root = shelf.course.page, shelf.course.root
    for at, unit in enumerate(course.units):
        for number, entry in enumerate(unit.lessons):
            line = line_of(root, "units", at, "lessons", number)
            place = f"units > {at + 1} > lessons > {entry.id}"
            for folder, shelved in (("content/lessons", shelf.lessons), ("quizzes", shelf.quizzes)):
                if entry.status == "ready" and entry.id not in shelved:
                    ending = "md" if folder == "content/lessons" else "yaml"
                    what = f"is ready and has no {folder}/{entry.id}.{ending}"
                    page.report(line, place, what, "write that file or set `status: coming`")
    _not_on_the_map(shelf, {entry.id for entry in course.lessons})
    _named_twice(shelf, course)


def _not_on_the_map(shelf: Shelf, on_map: Container[str]) -> None:
    for shelved in (shelf.lessons, shelf.quizzes):
        for name, opened in shelved.items():
            if name not in on_map:
                what = f"course.yaml has no lesson {name}, so learners cannot find it"
                opened.page.report(1, "whole file", what, "add it to a unit", "W")


def _named_twice(shelf: Shelf, course: Course) -> None:
    named = {
        "lessons": [entry.id for entry in course.lessons],
        "skills": [skill.id for skill in course.skills],
        "misconceptions": [each.id for each in course.misconceptions],
    }
    for field, ids in named.items():
        for twice in sorted({each for each in ids if ids.count(each) > 1}):
            line = line_of(shelf.course.root, field)
            what = f"`{twice}` stands twice"
            shelf.course.page.report(line, field, what, "give each its own id")
