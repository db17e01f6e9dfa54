"""A quiz page in memory, and learners' attempts for it to show."""

import time
from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from sizewise.learn.quiz.attempt import Attempt, begin
from sizewise.learn.quiz.response import Response
from sizewise.record import Journal, identity
from sizewise.ui import house
from sizewise.ui.question import turn
from sizewise.ui.question.press import PAUSE, SEEN
from tests.learn.responses import right
from tests.ui.app import reached

QUIZ = "ai-and-gpt-4o-mini"
THEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def quiz_page(**query: str) -> AppTest:
    return reached("quiz", **{"lesson": QUIZ, **query})


def seen(app: AppTest) -> str:
    """All HTML of the page but the style sheet."""
    bodies = [each.proto.body for each in app.get("html")]
    return "\n".join(body for body in bodies if "<style>" not in body)


def begun(
    journal: Journal, mode: str = "practice", kind: str | None = None, scoring: str = "balanced"
) -> Attempt:
    """An attempt in the record; with `kind`, it has two questions of that type."""
    quiz = house.library().quiz(QUIZ)
    like = [i.id for i in quiz.items if i.type == kind and i.scoring == scoring]
    only = like[:2] if kind else None
    attempt = begin(
        quiz,
        attempt_id=f"attempt-{mode}-{kind}-{time.monotonic_ns()}",
        learner_id=identity.machine_learner(journal, THEN),
        mode=mode,
        seed="seven",
        at=THEN,
        only=only,
    )
    journal.begin(attempt)
    return attempt


def key_of(attempt: Attempt, position: int = 0) -> Response:
    """The right response to a question."""
    return right(turn.shown(attempt, attempt.item_ids[position]))


def wrong_of(attempt: Attempt, position: int = 0) -> str:
    """A distractor's id."""
    item = turn.shown(attempt, attempt.item_ids[position])
    return next(option.id for option in item.options if not option.key)


def answered(journal: Journal, attempt: Attempt, count: int) -> None:
    """The first questions, answered rightly and left behind."""
    for position in range(count):
        item = turn.shown(attempt, attempt.item_ids[position])
        at = THEN + timedelta(minutes=position)
        journal.append(attempt.answer(item, key_of(attempt, position), at))
        journal.move_on(attempt.id, position + 1, at)


def press(app: AppTest, key: str = "go") -> AppTest:
    """A press after a moment of reading: quicker is a double click."""
    if SEEN in app.session_state:
        place, since = app.session_state[SEEN]
        app.session_state[SEEN] = (place, since - PAUSE)
    return app.button(key=key).click().run()


def going_on(journal: Journal) -> Attempt:
    """The attempt that the quiz page asks, as the record alone tells it: the one begun last."""
    return journal.attempts(identity.machine_learner(journal, THEN), QUIZ)[-1]


def label(app: AppTest) -> str:
    return app.button(key="go").label
