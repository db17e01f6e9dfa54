"""A teacher looks at a class on a phone, while it takes a quiz."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from sizewise.record import open_journal
from sizewise.record.identity import new_teacher_secret, secret_digest
from tests.browser.plugin import PHONE
from tests.browser.screen import barriers, settled, too_wide, visit
from tests.ours import ours
from tests.ui.class_room.demo import Demo

VIEWS = {"Skills": "Levels come from first tries", "Gradebook": "The best finished attempt counts"}
"""What is shown when a view is drawn."""


@pytest.fixture
def demo(server):
    """Takes the server's class to work."""
    journal = open_journal(server.database_url)
    yield Demo(journal, datetime.now(UTC), ours())
    journal.close()


def test_a_running_quiz_moves_by_itself_and_every_view_fits_a_phone(demo, server, open_page):
    secret, quiz = new_teacher_secret(), demo.library.quizzes["pricing-maths"]
    _, (first, second, *_others) = demo.make(8, digest=secret_digest(secret))
    demo.take(first, quiz, demo.now, answered=3)
    demo.store()
    address = f"{server.url}/class?teach={secret}&view=live"
    page = visit(open_page(PHONE, "dark"), address)
    expect(page.get_by_text("4 of 15", exact=True)).to_be_visible()
    demo.take(second, quiz, demo.now, answered=6)
    demo.store()
    expect(page.get_by_text("7 of 15", exact=True)).to_be_visible()
    for title, words in VIEWS.items():
        page.get_by_role("radio", name=title).click()
        expect(page.get_by_text(words)).to_be_visible()
        assert (title, barriers(settled(page)), too_wide(page)) == (title, "", False)
