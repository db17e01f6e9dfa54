"""Skeletons: `check` refuses them, names each gap, and takes them once they are filled."""

import re

import pytest

from sizewise.library import open_library
from sizewise.library.write.skeleton import NotBegun, skeleton
from sizewise.library.write.skeletons import FILES
from tests.library.files import DAY, content

FILLED = {
    "lesson": {
        "minutes:": "minutes: 6 #",
        "  -  ": "  - choose-model #",
        "facts_as_of:": "facts_as_of: 2026-11-21 #",
        "reviewed:": "reviewed: 2026-11-21 #",
    },
    "quiz": {
        "    skill:": "    skill: choose-model #",
        "    difficulty:": "    difficulty: 2 #",
        "        misconception:": "        misconception: bigger-is-safer #",
        "count: 15, per_skill_min: 2": "count: 1",
    },
    "model": {
        "size:": "size: small #",
        "thinking:": "thinking: never #",
        "  context_window:": "  context_window: 128000 #",
        "  max_output:": "  max_output: 16384 #",
        "  released:": "  released: 2024-07-18 #",
        "price_ref:": "price_ref: openai/gpt-4o-mini #",
        "https://": "https://openai.com",
    },
    "task": {"limit:": "limit: 32 #", "  - ask:": "  - ask: Who? #"},
    "plan": {"  -  ": "  - sums #"},
}
"""What an author writes into the gaps that are no texts."""

SUMS = """\
id: sums
title: Sums
source: Ours.
limit: 8
grading: {kind: number}
samples: [{ask: What is 2 plus 2?, expected: ["4"]}]
"""


def made(kind, root, name="match-size-2"):
    """The skeleton of that kind in a whole course, as a file; quizzes have a lesson."""
    content(root)
    if kind == "quiz":
        made("lesson", root, name)
    if kind == "plan":
        (root / "content" / "tasks").mkdir(parents=True)
        (root / "content" / "tasks" / "sums.yaml").write_text(SUMS, "utf-8")
    found = skeleton(kind, name, root, DAY)
    file = root / found.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(found.text, "utf-8")
    return file


def errors(root, file):
    found = open_library(root, DAY).problems
    name = file.relative_to(root).as_posix()
    return [str(each) for each in found if each.file == name and each.level == "E"]


@pytest.mark.parametrize("kind", FILES)
def test_every_gap_of_a_skeleton_is_refused_at_its_line(kind, tmp_path):
    file = made(kind, tmp_path)
    found = errors(tmp_path, file)
    text = file.read_text("utf-8")
    gaps = [n for n, line in enumerate(text.split("\n"), 1) if "[fill in:" in line]
    told = {int(each.split(":")[1]) for each in found if "still to be filled in" in each}
    assert told == set(gaps)
    assert len(found) > len(gaps)


@pytest.mark.parametrize("kind", FILES)
def test_a_filled_skeleton_is_taken(kind, tmp_path):
    file = made(kind, tmp_path)
    number = iter(range(100))
    text = re.sub(r"\[fill in:[^\]]*\]", lambda _: f"Words {next(number)}", file.read_text("utf-8"))
    for gap, value in FILLED[kind].items():
        text = text.replace(gap, value)
    file.write_text(text, "utf-8")
    assert errors(tmp_path, file) == []


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_there_is_left_alone(kind, tmp_path):
    made(kind, tmp_path)
    with pytest.raises(NotBegun, match="is there already"):
        skeleton(kind, "match-size-2", tmp_path, DAY)


@pytest.mark.parametrize("name", ["", "../x", "Match", "a b", "ab", "match_size", "x" * 65])
def test_a_name_that_cannot_be_an_id_is_refused(name, tmp_path):
    with pytest.raises(NotBegun, match="cannot be a file's name"):
        skeleton("lesson", name, content(tmp_path), DAY)


def test_a_quiz_needs_its_lesson(tmp_path):
    with pytest.raises(NotBegun, match="new lesson nowhere"):
        skeleton("quiz", "nowhere", content(tmp_path), DAY)
