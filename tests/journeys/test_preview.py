"""An author saves a file and looks at the browser: the page is there again, problems above it."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import turn_to, visit
from tests.browser.server import Server
from tests.browser.test_every_page import PATHS

LESSON = "content/lessons/ai-and-gpt-4o-mini.md"


@pytest.fixture
def preview(copy, tmp_path):
    """The app as `python -m sizewise preview` serves it, in a folder where a test may write."""
    server = Server(tmp_path, app=copy / "app.py", SIZEWISE_PREVIEW="1").start()
    yield server
    server.kill()


def test_a_saved_file_is_on_the_page_and_its_problems_are_above_it(preview, page):
    file = preview.app.parent / LESSON
    text = file.read_text("utf-8")
    visit(page, preview.url)  # the very first request of all
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PATHS))
    assert page.title() != "app"
    turn_to(page, f"{preview.url}/lesson?lesson=ai-and-gpt-4o-mini")
    expect(page.get_by_role("heading", name="Size is a choice")).to_be_visible()
    file.write_text(text.replace("minutes: 7", "minutes: no"), "utf-8")
    problem = page.get_by_text("is not a whole number")
    expect(problem).to_be_visible()
    file.write_text(text.replace("## Size is a choice", "## Size was a choice"), "utf-8")
    expect(page.get_by_role("heading", name="Size was a choice")).to_be_visible()
    expect(problem).to_have_count(0)
