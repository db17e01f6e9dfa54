"""How far the learner is, read from the record each time it is asked."""

from collections.abc import Iterable
from dataclasses import replace

from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.learn.progress.mastery import changes, from_replay
from sizewise.learn.progress.review import ItemPlace, ReviewCard, due, replay
from sizewise.learn.progress.trail import Progress, Trail
from sizewise.learn.quiz.attempt import Answer, Attempt, Standing
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.template import key_version
from sizewise.ui import house


def trail() -> Trail:
    """The learner's trail; an empty one when the record cannot be read."""
    with house.noting_trouble():
        return read_trail()
    return Trail()


def read_trail() -> Trail:
    """The learner's trail. Raises RecordUnavailable."""
    journal, learner = house.journal(), house.learner_id()
    given = journal.answers_of(learner)
    replayed = tuple(replay(given))
    return Trail(
        standings=_standings(journal.attempts(learner), given),
        skills=from_replay(replayed),
        answers=given,
        changes=tuple(changes(replayed)),
        cards={each.card.place: each.card for each in replayed},
        read=journal.all_parts_read(learner),
        last_lesson=journal.last_lesson(learner),
    )


def answered_here(trail: Trail) -> Trail:
    """Without attempts that were brought from elsewhere, or have answers that were: this server has
    not seen how they came to be, so they count for no class and no certificate. Raises
    RecordUnavailable.
    """
    brought = house.journal().brought(house.learner_id())
    here = tuple(each for each in trail.standings if each.attempt.id not in brought)
    return replace(trail, standings=here)


def due_today(trail: Trail) -> list[ReviewCard]:
    """What is due for review, in the order it is asked."""
    return due(trail.cards.values(), key_of, house.today())


def key_of(place: ItemPlace) -> str | None:
    """What is right at an item today, as a fingerprint; none when it is not in the library."""
    quiz = house.library().quizzes.get(place.quiz_id)
    try:
        return key_version(quiz.item(place.item_id)) if quiz else None
    except KeyError:
        return None


def trail_at(quiz: Quiz) -> Trail:
    """The learner's attempts at one quiz. Raises RecordUnavailable."""
    journal, learner = house.journal(), house.learner_id()
    attempts = journal.attempts(learner, quiz.id)
    return Trail(standings=_standings(attempts, journal.answers_of(learner, quiz.id)))


def _standings(attempts: Iterable[Attempt], answers: Iterable[Answer]) -> tuple[Standing, ...]:
    positions = house.journal().positions(house.learner_id())
    given: dict[str, dict[str, Answer]] = {}
    for answer in answers:
        given.setdefault(answer.attempt_id, {})[answer.item_id] = answer
    return tuple(
        Standing(each, given.get(each.id, {}), positions.get(each.id, 0)) for each in attempts
    )


def of(trail: Trail, lesson: Lesson) -> Progress:
    """Progress in one lesson and its quiz, as far as the library has one."""
    return trail.at(lesson, house.library().quizzes.get(lesson.id))


def first_unread(lesson: Lesson) -> Part:
    """The part to go on with: the first not finished, else the first of all."""
    read: frozenset[str] = frozenset()
    with house.noting_trouble():
        read = house.journal().parts_read(house.learner_id(), lesson.id)
    return next((part for part in lesson.parts if part.anchor not in read), lesson.parts[0])
