"""An author's mistake hides one lesson behind a plain notice; the rest of the app works."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.screen import visit
from tests.browser.server import Server

LESSON = "content/lessons/ai-and-gpt-4o-mini.md"
QUIZ = "quizzes/ai-and-gpt-4o-mini.yaml"


def _break(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def serving(copy, tmp_path):
    """Starts the copy once it is broken."""
    own = Server(tmp_path, app=copy / "app.py")
    yield own
    own.kill()


def test_a_broken_lesson_is_announced_as_being_repaired(copy, serving, page):
    _break(copy / LESSON, "title:", "titel:")
    serving.start()
    visit(page, serving.url)
    expect(page.get_by_text("Being repaired")).to_be_visible()
    visit(page, f"{serving.url}/lesson?lesson=ai-and-gpt-4o-mini")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "Traceback" not in page.get_by_test_id("stMain").inner_text()
    visit(page, f"{serving.url}/lab")
    expect(page.locator(".rc").first).to_be_visible()
    assert "Traceback" not in serving.log


def test_a_broken_quiz_leaves_the_lesson_and_the_lab_working(copy, serving, page):
    _break(copy / QUIZ, "items:", "items: : :")
    serving.start()
    for path in ("", "lesson", "quiz", "lab", "you"):
        visit(page, f"{serving.url}/{path}")
        expect(page.get_by_test_id("stException")).to_have_count(0)
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
