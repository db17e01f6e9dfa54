"""The guide's first lesson: every command and every file of it does what the guide says."""

import re
import shutil

import pytest
from click.testing import CliRunner

from sizewise.__main__ import main
from tests.browser.server import ROOT

GUIDE = (ROOT / "docs" / "authoring.md").read_text("utf-8")
PATH = GUIDE.split("## Your first lesson in ten minutes")[1].split("\n## How it works\n")[0]
FILE = re.compile(r"(?ms)^`(?P<name>[\w/.-]+)`:\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$")
FILES = {file["name"]: file["text"] for file in FILE.finditer(PATH)}
"""The filled example: file name -> text."""


def typed(command, root):
    words = command.removeprefix("python -m sizewise ").split()
    where = ["--root", str(root)] if words[0] == "new" else [str(root), "--at", "2026-11-29"]
    return CliRunner().invoke(main, [*words, *where])


@pytest.fixture
def course(tmp_path):
    """The real course in a folder where a test may write."""
    for folder in ("content", "quizzes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_first_lesson_of_the_guide_can_be_made_as_it_says(course):
    begin, _, check = re.findall(r"^ *(python -m sizewise .*)$", PATH, re.MULTILINE)
    (line,) = re.findall(r"```yaml\n   ( *- id: .*\n)", PATH)
    assert typed(begin, course).exit_code == 0
    assert {name for name in FILES if (course / name).is_file()} == FILES.keys()
    assert "still to be filled in" in typed(check, course).output
    file = course / "content" / "course.yaml"
    file.write_text(file.read_text("utf-8").replace("lessons:\n", f"lessons:\n{line}", 1), "utf-8")
    for name, text in FILES.items():
        (course / name).write_text(text, "utf-8")
    ran = typed(check, course)
    assert (ran.exit_code, ran.output) == (0, "all content is in order\n")
