"""Times the verdict when the server is far away: 150 ms for every packet, each way."""

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

from tests.bench.stopwatch import click
from tests.browser.far import Distance
from tests.browser.server import Server
from tests.journeys.learner import LESSON, Learner
from tests.journeys.past import QUIZ, begun

DELAY = 0.15


def verdicts(browser: Browser, server: Server) -> Iterator[float]:
    """Milliseconds from "Check answer" to the verdict, for every question with one right option."""
    singles = [item.id for item in QUIZ.items if item.type == "single"]
    begun(server, only=singles, left=len(singles))
    with Distance(server.port) as far:
        learner = Learner(browser.new_page(), far.url).opens(f"quiz?lesson={LESSON}")
        far.delay = DELAY
        for _ in singles:
            learner.picks_the_first()
            learner.reads()
            yield click(learner.page, ".st-key-go button", ".qz-verdict h2")
            expect(learner.page.locator(".st-key-go")).not_to_contain_text("Check")
            learner.reads()
            learner.goes_on()
