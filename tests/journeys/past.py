"""What a learner did before a test begins, written straight into the record."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

from sizewise.learn.quiz.attempt import Attempt, begin
from sizewise.learn.quiz.mode import Mode
from sizewise.learn.quiz.template import show
from sizewise.record import identity, open_journal
from tests.browser.server import Server
from tests.learn.responses import right, wrong
from tests.ours import ours

LIBRARY = ours()
QUIZ = LIBRARY.quizzes["ai-and-gpt-4o-mini"]


def one_of_each_type() -> list[str]:
    """The first scored item of every type."""
    scored = [item for item in QUIZ.items if item.type != "pretest"]
    return list({item.type: item.id for item in reversed(scored)}.values())


def begun(
    server: Server,
    *,
    mode: Mode = "practice",
    only: Sequence[str] | None = None,
    left: int,
    missed: int = 0,
) -> Attempt:
    """An attempt of this machine's learner with `left` questions to go.

    Of those that are done, the first `missed` were answered wrongly and the others rightly.
    """
    journal, now = open_journal(server.database_url), datetime.now(UTC)
    attempt = begin(
        QUIZ,
        attempt_id=uuid4().hex,
        learner_id=identity.machine_learner(journal, now),
        mode=mode,
        seed=uuid4().hex,
        at=now,
        only=only,
    )
    journal.begin(attempt)
    facts = LIBRARY.facts_on(now.date())
    for place, item_id in enumerate(attempt.item_ids[: len(attempt.item_ids) - left]):
        item = show(QUIZ.item(item_id), attempt.seed, facts, QUIZ.shuffle.options)
        given = right(item) if place >= missed else wrong(item)
        journal.append(attempt.answer(item, given, now))
        journal.move_on(attempt.id, place + 1, now)
    journal.close()
    return attempt
