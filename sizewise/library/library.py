"""All content, read once, checked against itself, and frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from sizewise.ground.plain import Plain
from sizewise.learn.finding import Allowed
from sizewise.learn.lesson.course import Course, Heading, Word
from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.quiz.item import Quiz
from sizewise.library.asked import asked_on, offered_on, shown_on
from sizewise.library.catalogue import catalogue_of
from sizewise.library.checks.links import check_links
from sizewise.library.checks.prose import check_texts
from sizewise.library.checks.references import check_names, known_names
from sizewise.library.facts import CatalogueFacts
from sizewise.library.guard import guarded
from sizewise.library.kind import AnyKind, Desk, Kind
from sizewise.library.kinds import (
    CAST,
    COURSE,
    GLOSSARY,
    KINDS,
    LESSON,
    MISSION,
    MODEL,
    QUIZ,
    TRIALS,
)
from sizewise.library.opened import Opened
from sizewise.library.read.allow import allowed
from sizewise.library.read.problem import Problem
from sizewise.library.read.tree import Page, line_of
from sizewise.library.shelf import Shelf, fill
from sizewise.library.spare import spare_course
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.plan.route import PairedTrials

T = TypeVar("T")


class NotInLibrary(Plain, LookupError):
    """A lesson or quiz that a learner asked for is not there; the message is for the learner."""


@dataclass(frozen=True)
class Library:
    """What can be learned: only content without a fault. What is wrong stands in `problems`."""

    course: Course
    lessons: Mapping[str, Lesson]
    catalogue: Catalogue
    files: Mapping[str, Mapping[str, object]]
    """What can be used of each kind of file, by the kind's name and the file's."""
    allowed: Mapping[str, Allowed]
    """Lint findings that a quiz's comments allow: quiz id, item id, rule, reason."""
    problems: tuple[Problem, ...]
    broken: Mapping[str, tuple[Problem, ...]]
    """Why a lesson is hidden, by its id."""

    @property
    def quizzes(self) -> Mapping[str, Quiz]:
        """Every quiz, by its lesson's name."""
        return self.all(QUIZ)

    @property
    def glossary(self) -> tuple[Word, ...]:
        """The words that learners look up."""
        glossary = self.one(GLOSSARY)
        return glossary.words if glossary else ()

    def all(self, kind: Kind[T]) -> Mapping[str, T]:
        """Every file of a kind that can be used, by name, in the order of their places."""
        return cast("Mapping[str, T]", self.files[kind.name])

    def one(self, kind: Kind[T]) -> T | None:
        """The file of a kind that has one at most; none when it is missing or to be repaired."""
        return next(iter(self.all(kind).values()), None)

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
        if name in self.all(TRIALS):
            return self.all(TRIALS)[name]
        raise NotInLibrary(f"the recorded trials {name} are not here")

    def on(self, day: date) -> "Library":
        """What of it is there on a day: roles have their holders; whatever does not hold on the
        day, or rests on facts that nobody has checked lately, steps back.
        """
        facts = self.facts_on(day)
        quizzes = _that_day(QUIZ, self.quizzes, facts, asked_on)
        missions = _that_day(MISSION, self.all(MISSION), facts, offered_on)
        return replace(
            self,
            catalogue=self.catalogue.on(day),
            lessons=_that_day(LESSON, self.lessons, facts, shown_on),
            files={**self.files, QUIZ.name: quizzes, MISSION.name: missions},
        )

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


def open_library(
    root: Path, today: date | None = None, kinds: tuple[AnyKind, ...] = KINDS
) -> Library:
    """Read and check everything below `root`, as of a day (the current one in UTC).

    Never raises for broken content: what is broken is left out, and said in `problems`.
    """
    return stocked(fill(root, kinds), today or datetime.now(UTC).date())


def stocked(shelf: Shelf, day: date) -> Library:
    """What of a shelf can be learned on a day; what is wrong goes to the pages of the shelf."""
    facts = CatalogueFacts(catalogue_of(shelf.all(MODEL), shelf.all(CAST)), day)
    _check(shelf, facts)
    files = {kind.name: _usable(kind, shelf) for kind in shelf.kinds}
    lessons = {name: file.lesson for name, file in _usable(LESSON, shelf).items() if file.lesson}
    quizzes = shelf.all(QUIZ).items()
    return Library(
        course=_course(shelf) or spare_course(lessons, _usable(QUIZ, shelf)),
        lessons=lessons,
        catalogue=facts.catalogue,
        files=files,
        allowed={name: allowed(each.text, each.root, each.page) for name, each in quizzes},
        problems=shelf.problems(),
        broken=_broken(shelf, lessons),
    )


def _that_day(
    kind: AnyKind,
    files: Mapping[str, T],
    facts: CatalogueFacts,
    seen_on: Callable[[T, CatalogueFacts], T | None],
) -> dict[str, T]:
    """What is left of files on a day."""
    seen = {
        name: guarded(Page(str(kind.path(name))), partial(seen_on, each, facts))
        for name, each in files.items()
    }
    return {name: each for name, each in seen.items() if each is not None}


def _course(shelf: Shelf) -> Course | None:
    lessons = {name: opened.value for name, opened in shelf.all(LESSON).items()}
    headings = {name: lesson.heading for name, lesson in lessons.items() if lesson}
    course = _value(shelf.one(COURSE))
    return course.headed(lambda name: headings.get(name, Heading())) if course else None


def _value(opened: Opened[T] | None) -> T | None:
    return opened.value if opened else None


def _usable(kind: Kind[T], shelf: Shelf) -> dict[str, T]:
    """What can be used of a kind, in its order."""
    read = {
        name: opened.value if kind.used_broken else opened.usable
        for name, opened in shelf.all(kind).items()
    }
    there = [(name, value) for name, value in read.items() if value is not None]
    return dict(sorted(there, key=lambda each: _place(*each)) if kind.ordered else there)


def _place(name: str, value: object) -> tuple[int, str]:
    return getattr(value, "place", 0), name


def _check(shelf: Shelf, facts: CatalogueFacts) -> None:
    known = known_names(shelf, shelf.all(LESSON))
    for opened in shelf.opened():
        guarded(opened.page, partial(check_texts, opened.said, opened.page, facts))
        guarded(opened.page, partial(check_links, opened.said, opened.page, known))
        guarded(opened.page, partial(check_names, opened.said, opened.page, known))
    desk = Desk(
        facts=facts,
        course=_value(shelf.one(COURSE)),
        glossary=_value(shelf.one(GLOSSARY)),
        kinds={kind.name: kind for kind in shelf.kinds},
        names={name: files.keys() for name, files in shelf.files.items()},
    )
    for kind in shelf.kinds:
        for opened in shelf.all(kind).values():
            for check in kind.checks:
                guarded(opened.page, partial(check, opened, desk))
        if kind.ordered:
            _own_places(kind, shelf)


def _own_places(kind: AnyKind, shelf: Shelf) -> None:
    """Warn of places that two files take."""
    taken: dict[int, str] = {}
    for name, opened in shelf.all(kind).items():
        if opened.value is None:
            continue
        place = opened.value.place
        if (first := taken.setdefault(place, name)) != name:
            what, line = f"{first} has the place {place} too", line_of(opened.root, "place")
            opened.page.report(line, "place", what, "give each its own", "W")


def _broken(shelf: Shelf, lessons: Mapping[str, Lesson]) -> dict[str, tuple[Problem, ...]]:
    """The lessons that are hidden, each with the problems of its file or of its missing file."""
    course = _value(shelf.one(COURSE))
    entries = course.lessons if course else ()
    ready = {entry.id for entry in entries if entry.status == "ready"}
    hidden = sorted((ready | shelf.all(LESSON).keys()) - lessons.keys())
    return {name: _reasons(name, shelf) for name in hidden}


def _reasons(name: str, shelf: Shelf) -> tuple[Problem, ...]:
    lesson, course = shelf.all(LESSON).get(name), shelf.one(COURSE)
    if lesson is not None:
        return tuple(lesson.page.problems)
    told = course.page.problems if course else ()
    return tuple(each for each in told if LESSON.path(name).name in each.what)
