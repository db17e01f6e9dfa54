"""An author's mistake hides one lesson behind a plain notice; the rest of the app works.

A fresh server shows it within the whole app, though the first visitor asks for a page deep inside.
Facts that nobody has checked for years say so, and their pages keep their shape.
"""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE, copied
from tests.browser.screen import barriers, looks, too_wide, turn_to, visit, walk
from tests.browser.server import Server
from tests.browser.test_every_page import PATHS

LESSON = "content/lessons/ai-and-gpt-4o-mini.md"
QUIZ = "quizzes/pricing-maths.yaml"
BEHIND = ("lesson?lesson=ai-and-gpt-4o-mini", "quiz?lesson=pricing-maths", "lab")
OLD = {
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


def _break(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The app with a broken lesson, another lesson's broken quiz, and every fact of every model
    checked in 2020."""
    house = copied(tmp_path_factory.mktemp("broken") / "house")
    _break(house / LESSON, "title:", "titel:")
    _break(house / QUIZ, "items:", "items: : :")
    for file in (house / "content" / "models").glob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("checked_on: 2026-", "checked_on: 2020-"), "utf-8")
    return house


@pytest.fixture(scope="module")
def serving(house):
    """One server for all: nothing of it is changed."""
    own = Server(house.parent, app=house / "app.py").start()
    yield own
    own.kill()


def test_the_very_first_request_shows_the_whole_app_and_what_is_broken_as_being_repaired(
    serving, page
):
    visit(page, f"{serving.url}/print")
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(PATHS))
    assert page.title() != "app"
    assert page.url.split("?")[0] == f"{serving.url}/print"
    turn_to(page, serving.url)
    expect(page.get_by_text("Being repaired")).to_be_visible()
    for path in BEHIND:
        turn_to(page, f"{serving.url}/{path}")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert "Traceback" not in page.get_by_test_id("stMain").inner_text()
    expect(page.locator(".rc").first).to_be_visible()
    assert serving.calls_out == []
    assert "Traceback" not in serving.log


def test_old_stamps_stay_inside_their_receipts_and_their_screen(serving, page):
    """Each page at desk and phone, some in each theme."""
    for path in walk(page, serving.url, OLD):
        expect(page.locator(".stamp.stale").first).to_be_attached()
        for look in looks(page, [(DESK, OLD[path]), (PHONE, OLD[path])]):
            assert (path, look, page.evaluate(OUTSIDE), too_wide(page)) == (path, look, [], False)
        assert (path, barriers(page, ".stamp.stale")) == (path, "")
    assert serving.calls_out == []


def test_check_names_file_line_place_and_cure_of_every_problem(house):
    done = subprocess.run(
        [sys.executable, "-m", "sizewise", "check"], cwd=house, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert f"{LESSON}:2: " in done.stdout
    assert f"{QUIZ}:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
