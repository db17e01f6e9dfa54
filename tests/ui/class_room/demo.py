"""A class with believable answers: the same for the same seed.

`python -m tests.ui.class_room.demo FOLDER` makes a record to look at, and prints the way in.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from sizewise import ROOT
from sizewise.learn.class_room.membership import Assignment
from sizewise.learn.quiz.attempt import Attempt, begin
from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.template import show
from sizewise.library import open_library
from sizewise.record import identity, open_journal
from sizewise.record.facts.answers import _row
from sizewise.record.facts.rows import moment
from tests.learn.responses import right, wrong

SEEDS = ("one", "two", "three")
PAUSE = timedelta(seconds=40)
"""Between two answers."""


class Demo:
    """A class in a journal, filled as its learners would."""

    def __init__(self, journal, now, library=None, seed=7):
        self.journal, self.now, self.chance = journal, now, Random(seed)
        self.library = library or open_library(ROOT, now.date())
        self.facts = self.library.facts_on(now.date())
        self.begun = now - timedelta(days=20)
        self.rows: dict[str, list[dict[str, Any]]] = {"attempt": [], "answer": [], "step": []}
        self.shown = lru_cache(maxsize=None)(self._shown)

    def make(self, learners=30, rounds=1, digest="demo"):
        """A class of so many, each of whom goes on through the course as far as they come."""
        group = self.journal.make_class("Year 9, Tuesday", digest, self.begun)
        members = list(self._members(group.id, learners))
        for number, learner in enumerate(members):
            if number % 10 != 9:  # one in ten has not begun
                self._go_on(learner, rounds)
        self.store()
        return group, members

    def store(self) -> None:
        """Put into the record what was done since the last time."""
        self.journal.add(self.rows)
        for rows in self.rows.values():
            rows.clear()

    def _members(self, class_id: str, count: int) -> Iterator[str]:
        row = {"class_id": class_id, "joined_at": moment(self.begun)}
        adjectives = ("calm", "bright", "quick", "kind", "bold")
        animals = ("otter", "tiger", "crane", "lynx", "finch")
        names = [
            f"{self.chance.choice(adjectives)}-{self.chance.choice(animals)}-{10 + n}"
            for n in range(count)
        ]
        learners = [f"demo-{class_id[:6]}-{n}" for n in range(count)]
        pairs = zip(learners, names, strict=True)
        self.journal.add(
            {"class_members": [row | {"learner_id": who, "pseudonym": name} for who, name in pairs]}
        )
        yield from learners

    def _go_on(self, learner: str, rounds: int) -> None:
        skill, pace = self.chance.gauss(0, 1), self.chance.uniform(0.5, 1)
        quizzes = [self.library.quizzes[e.id] for e in self.library.course.lessons]
        at = self.begun + timedelta(hours=self.chance.uniform(1, 40))
        for _ in range(rounds):
            for quiz in quizzes[: max(1, round(pace * len(quizzes)))]:
                mode = self.chance.choice(("practice", "practice", "exam"))
                self.take(learner, quiz, at, skill, mode)
                at += timedelta(hours=self.chance.uniform(2, 30))

    def take(self, learner, quiz, at, skill=0.0, mode="practice", answered=None) -> None:
        """An attempt at a quiz: all of it, or so many answers."""
        attempt = begin(
            quiz,
            attempt_id=f"demo-{self.chance.getrandbits(60):x}",
            learner_id=learner,
            mode=mode,
            seed=self.chance.choice(SEEDS),
            at=min(at, self.now),
        )
        times = {"item_ids": json.dumps(attempt.item_ids), "started_at": moment(attempt.started_at)}
        self.rows["attempt"].append(asdict(attempt) | times)
        for number, item_id in enumerate(attempt.item_ids[:answered], start=1):
            self._answer(attempt, quiz, item_id, number, skill)

    def _answer(self, attempt: Attempt, quiz, item_id: str, number: int, skill: float) -> None:
        at = min(attempt.started_at + number * PAUSE, self.now)
        item = self.shown(quiz.id, item_id, attempt.seed)
        response = self._response(item, quiz.item(item_id), skill)
        self.rows["answer"].append(_row(attempt.answer(item, response, at)))
        step = {"attempt_id": attempt.id, "position": number, "at": moment(at)}
        self.rows["step"].append(step)

    def _response(self, item, written, skill: float) -> Response:
        easy = float(written.expected_facility or 0.6)
        if self.chance.random() < min(0.97, max(0.05, easy + 0.16 * skill)):
            return right(item)
        if kind_of(written).ONE_PICK:
            liked = [1 + 5 * _liked(option.misconception) for option in item.distractors]
            return Response(picked=(self.chance.choices(item.distractors, liked)[0].id,))
        named = [each for each in item.answer.mistakes if each.misconception] if item.answer else []
        if named:
            return Response(number=str(self.chance.choice(named).value))
        return wrong(item)

    def _shown(self, quiz_id: str, item_id: str, seed: str):
        return show(self.library.quizzes[quiz_id].item(item_id), seed, self.facts)


def _liked(mistake: str | None) -> float:
    """How common a mistake is: always the same for one, and other for others."""
    return sha256((mistake or "").encode()).digest()[0] / 255 if mistake else 0.1


def fill(folder: Path, now: datetime) -> str:
    """A record in a folder with a class of 30 that takes a quiz just now; its teacher's secret."""
    journal = open_journal(f"sqlite:///{folder / 'record.db'}")
    secret = identity.new_teacher_secret()
    demo = Demo(journal, now)
    group, members = demo.make(digest=identity.secret_digest(secret))
    quiz = demo.library.quizzes["pricing-maths"]
    for number, learner in enumerate(members[:22]):
        begun = now - timedelta(minutes=9)
        demo.take(learner, quiz, begun, answered=min(15, 3 + number % 14))
    demo.store()
    for lesson, mode, due in (("what-is-a-token", "practice", 9), ("fast-or-lots", "exam", -4)):
        day: date = (now - timedelta(days=due)).date()
        journal.assign(Assignment(group.id, lesson, mode, day))
    journal.close()
    return secret


if __name__ == "__main__":
    print(f"/class?teach={fill(Path(sys.argv[1]), datetime.now(UTC))}")
