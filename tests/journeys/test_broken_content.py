"""An author's mistake hides one lesson behind a plain notice; the rest of the app works.

A fresh server shows it within the whole app, though the first visitor asks for a page deep inside.
"""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.screen import turn_to, visit
from tests.browser.server import Server
from tests.browser.test_every_page import PATHS

LESSON = "content/lessons/ai-and-gpt-4o-mini.md"
QUIZ = "quizzes/pricing-maths.yaml"
BEHIND = ("lesson?lesson=ai-and-gpt-4o-mini", "quiz?lesson=pricing-maths", "lab")


def _break(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def serving(copy, tmp_path):
    """Serves the copy with a broken lesson, and another lesson's broken quiz."""
    _break(copy / LESSON, "title:", "titel:")
    _break(copy / QUIZ, "items:", "items: : :")
    own = Server(tmp_path, app=copy / "app.py").start()
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


def test_check_names_file_line_place_and_cure_of_every_problem(copy):
    _break(copy / LESSON, "title:", "titel:")
    _break(copy / QUIZ, "items:", "items: : :")
    done = subprocess.run(
        [sys.executable, "-m", "sizewise", "check"], cwd=copy, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert f"{LESSON}:2: " in done.stdout
    assert f"{QUIZ}:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
