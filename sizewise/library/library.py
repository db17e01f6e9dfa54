"""All content, read once, checked against itself, and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sizewise.ground.plain import Plain
from sizewise.learn.lesson.course import (
    Course,
    Word,
)
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.lookup.checklist import Checklist
from sizewise.learn.lookup.faq import Faq
from sizewise.learn.quiz.item import Quiz
from sizewise.library.catalogue import catalogue_of
from sizewise.library.checks.blocks import check_blocks
from sizewise.library.checks.freshness import (
    warn_of_disputed,
    warn_of_stale,
)
from sizewise.library.checks.glossary import (
    check_acronyms,
    check_glossary,
)
from sizewise.library.checks.help import (
    check_checklists,
    check_faq,
    in_place,
)
from sizewise.library.checks.items import (
    check_items,
    check_variables,
)
from sizewise.library.checks.missions import (
    check_missions,
    in_order,
)
from sizewise.library.checks.prose import (
    check_texts,
    check_typed_prices,
)
from sizewise.library.checks.references import (
    check_map,
    check_names,
    known_names,
)
from sizewise.library.facts import CatalogueFacts
from sizewise.library.read.allow import Allowed
from sizewise.library.read.problem import Problem
from sizewise.library.shelf import OpenedLesson, Shelf, allowances, fill
from sizewise.library.spare import spare_course
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.choose.decision import DecisionTable
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.plan.route import PairedTrials


class NotInLibrary(Plain, LookupError):
    """A lesson or quiz that a learner asked for is not there; the message is for the learner."""


@dataclass(frozen=True)
class Library:
    """What can be learned: only content without a fault. What is wrong stands in `problems`."""

    course: Course
    lessons: Mapping[str, Lesson]
    quizzes: Mapping[str, Quiz]
    catalogue: Catalogue
    glossary: tuple[Word, ...]
    decisions: DecisionTable | None
    """How to choose a model; none when the file is missing or must be repaired."""
    missions: Mapping[str, Mission]
    """What to find out in the lab, by id, in the order of their places."""
    faq: Faq
    """What people ask; without a topic when the file is missing or must be repaired."""
    checklists: Mapping[str, Checklist]
    """What must not be forgotten, by id, in the order of their places."""
    runs: Mapping[str, PairedTrials]
    """What two models were recorded to answer, by the file's name."""
    allowed: Mapping[str, Allowed]
    """Lint findings that a quiz's comments allow: quiz id, item id, rule, reason."""
    problems: tuple[Problem, ...]
    broken: Mapping[str, tuple[Problem, ...]]
    """Why a lesson is hidden, by its id."""

    def lesson(self, lesson_id: str) -> Lesson:
        """The lesson of that id. Raises NotInLibrary."""
        if lesson_id in self.lessons:
            return self.lessons[lesson_id]
        raise NotInLibrary(self._why_no("lesson", lesson_id))

    def quiz(self, quiz_id: str) -> Quiz:
        """The quiz of that lesson. Raises NotInLibrary."""
        if quiz_id in self.quizzes:
            return self.quizzes[quiz_id]
        raise NotInLibrary(self._why_no("quiz", quiz_id))

    def recorded(self, name: str) -> PairedTrials:
        """The recorded trials of that name. Raises NotInLibrary."""
        if name in self.runs:
            return self.runs[name]
        raise NotInLibrary(f"the recorded trials {name} are not here")

    def facts_on(self, day: date) -> CatalogueFacts:
        """The catalogue's facts on a day."""
        return CatalogueFacts(self.catalogue, day)

    def _why_no(self, kind: str, name: str) -> str:
        entry = next((each for each in self.course.lessons if each.id == name), None)
        if entry is None and name not in self.broken:
            return f"There is no {kind} of that name here. Choose one from the course map."
        title = entry.title if entry else name
        if entry and entry.status == "coming":
            return f"“{title}” is not written yet. Choose another lesson from the course map."
        return f"The {kind} “{title}” is being repaired. The rest of the course works as usual."


def open_library(root: Path, today: date | None = None) -> Library:
    """Read and check everything below `root`, as of a day (the current one in UTC).

    Never raises for broken content: what is broken is left out, and said in `problems`.
    """
    return stocked(fill(root), today or datetime.now(UTC).date())


def stocked(shelf: Shelf, day: date) -> Library:
    """What of a shelf can be learned on a day; what is wrong goes to the pages of the shelf."""
    facts = CatalogueFacts(catalogue_of(shelf.models), day)
    _check(shelf, facts)
    lessons = {name: each for name, opened in shelf.lessons.items() if (each := _whole(opened))}
    quizzes = {name: quiz for name, opened in shelf.quizzes.items() if (quiz := opened.usable)}
    return Library(
        course=shelf.course.value or spare_course(lessons, quizzes),
        lessons=lessons,
        quizzes=quizzes,
        catalogue=facts.catalogue,
        glossary=shelf.glossary.value.words if shelf.glossary.value else (),
        decisions=shelf.decisions.usable if shelf.decisions else None,
        missions=in_order(shelf.missions),
        faq=(shelf.faq.usable if shelf.faq else None) or Faq(),
        checklists=in_place(shelf.checklists),
        runs={name: run for name, opened in shelf.runs.items() if (run := opened.usable)},
        allowed={name: allowances(opened) for name, opened in shelf.quizzes.items()},
        problems=shelf.problems(),
        broken=_broken(shelf, lessons),
    )


def _whole(opened: OpenedLesson) -> Lesson | None:
    return None if opened.page.broken else opened.file.lesson


def _check(shelf: Shelf, facts: CatalogueFacts) -> None:
    known = known_names(shelf)
    for page, said in shelf.texts():
        check_texts(said, page, facts)
        check_names(said, page, known)
    for model in shelf.models.values():
        warn_of_stale(model, facts.day)
        warn_of_disputed(model, facts.day)
    for lesson in shelf.lessons.values():
        check_typed_prices(lesson.file.said, lesson.page)
        check_acronyms(lesson.file.said, lesson.page, shelf.glossary.value)
        check_blocks(lesson.file, lesson.page, facts)
    for quiz in shelf.quizzes.values():
        check_items(quiz)
        check_variables(quiz, facts)
    for mission in shelf.missions.values():
        check_typed_prices(mission.said, mission.page)
    check_typed_prices(shelf.course.said, shelf.course.page)
    check_typed_prices(shelf.glossary.said, shelf.glossary.page)
    check_missions(shelf.missions, facts)
    check_glossary(shelf.glossary)
    check_faq(shelf)
    check_checklists(shelf)
    check_map(shelf)


def _broken(shelf: Shelf, lessons: Mapping[str, Lesson]) -> dict[str, tuple[Problem, ...]]:
    """The lessons that are hidden, each with the problems of its file or of its missing file."""
    entries = shelf.course.value.lessons if shelf.course.value else ()
    ready = {entry.id for entry in entries if entry.status == "ready"}
    hidden = sorted((ready | shelf.lessons.keys()) - lessons.keys())
    return {name: _reasons(name, shelf) for name in hidden}


def _reasons(name: str, shelf: Shelf) -> tuple[Problem, ...]:
    if name in shelf.lessons:
        return tuple(shelf.lessons[name].page.problems)
    return tuple(each for each in shelf.course.page.problems if f"{name}.md" in each.what)
