"""A course whose facts nobody has checked for years says so, and its pages keep their shape."""

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import barriers, looks, too_wide, walk
from tests.browser.server import Server
from tests.browser.test_every_page import PATHS as ALL

PATHS = {
    "": "light",
    "models": "light",
    "models?model=gpt-4o-mini": "light",
    "compare": "dark",
    "choose": "dark",
    "lab?view=plan": "dark",
}
OUTSIDE = """() => [...document.querySelectorAll('.rc .stamp')].filter((stamp) =>
  stamp.getBoundingClientRect().right > stamp.closest('.rc').getBoundingClientRect().right)
  .map((stamp) => stamp.textContent)"""


@pytest.fixture
def old_facts(copy, tmp_path):
    """The app with every fact of every model checked in 2020."""
    for file in (copy / "content" / "models").glob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("checked_on: 2026-", "checked_on: 2020-"), "utf-8")
    own = Server(tmp_path, app=copy / "app.py").start()
    yield own
    own.kill()


def test_old_stamps_stay_inside_their_receipts_and_their_screen(old_facts, page):
    """Each page at desk and phone, some in each theme."""
    for path in walk(page, old_facts.url, PATHS):
        expect(page.locator(".stamp.stale").first).to_be_attached()
        if not path:  # home, the very first request of all
            expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(ALL))
            assert page.title() != "app"
        for look in looks(page, [(DESK, PATHS[path]), (PHONE, PATHS[path])]):
            assert (path, look, page.evaluate(OUTSIDE), too_wide(page)) == (path, look, [], False)
        assert (path, barriers(page, ".stamp.stale")) == (path, "")
    assert old_facts.calls_out == []
