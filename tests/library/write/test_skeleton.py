"""Skeletons: `check` refuses them, names each gap, and takes them once they are filled."""

import re

import pytest

from sizewise.library import open_library
from sizewise.library.write.skeleton import NotBegun, short_skeletons, skeleton
from sizewise.library.write.skeletons import FILES, SHORT
from tests.library.files import COURSE, DAY, content

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
    return written(skeleton(kind, name, root, DAY), root)


def written(found, root):
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
    assert told(found) == gaps(file)
    assert len(found) > len(gaps(file))


def told(problems):
    """The lines in which something is still to be filled in."""
    return {int(each.split(":")[1]) for each in problems if "still to be filled in" in each}


def gaps(file):
    lines = enumerate(file.read_text("utf-8").split("\n"), 1)
    return {number for number, line in lines if "[fill in:" in line}


@pytest.mark.parametrize("kind", FILES)
def test_a_filled_skeleton_is_taken(kind, tmp_path):
    file = made(kind, tmp_path)
    fill(file, FILLED[kind])
    assert errors(tmp_path, file) == []


def fill(file, values):
    number = iter(range(100))
    text = re.sub(r"\[fill in:[^\]]*\]", lambda _: f"Words {next(number)}", file.read_text("utf-8"))
    for gap, value in values.items():
        text = text.replace(gap, value)
    file.write_text(text, "utf-8")


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


# A short lesson


def begun_short(root, name="ask-for-less"):
    content(root)
    return [written(each, root) for each in short_skeletons("lesson", name, root, DAY)]


def test_a_short_lesson_has_three_parts_and_brings_its_quiz_of_five_items(tmp_path):
    lesson, quiz = begun_short(tmp_path)
    assert lesson.read_text("utf-8").count("\n## ") == 3
    assert quiz.read_text("utf-8").count("  - id: ask-for-less-00") == 5
    assert set(SHORT) == {"lesson", "quiz"}


def test_every_gap_of_a_short_lesson_and_its_quiz_is_refused_at_its_line(tmp_path):
    for file in begun_short(tmp_path):
        assert told(errors(tmp_path, file)) == gaps(file)


def test_a_filled_short_lesson_and_its_quiz_are_taken_as_they_are_announced(tmp_path):
    files = begun_short(tmp_path)
    said = short_skeletons("lesson", "another-one", tmp_path, DAY)[0].then
    line = said.splitlines()[-1].replace("another-one", "ask-for-less")
    course = COURSE.replace("lessons:\n", f"lessons:\n{line}\n")
    (tmp_path / "content/course.yaml").write_text(course, "utf-8")
    for file in files:
        fill(file, {"the-skill": "choose-model"})
    found = [each for each in open_library(tmp_path, DAY).problems if "ask-for-less" in str(each)]
    assert [str(each) for each in found if each.level == "E"] == []


def test_the_skill_that_is_still_to_be_named_may_be_one_of_the_course_or_a_new_one(tmp_path):
    lesson, _ = begun_short(tmp_path)
    (problem,) = [each for each in errors(tmp_path, lesson) if "`the-skill`" in each]
    assert problem.endswith("write one of: choose-model or add it to content/course.yaml")


def test_a_quiz_that_is_there_already_stops_a_short_lesson_before_anything_is_written(tmp_path):
    (content(tmp_path) / "quizzes/ask-for-less.yaml").write_text("x", "utf-8")
    with pytest.raises(NotBegun, match=r"quizzes/ask-for-less\.yaml is there already"):
        begun_short(tmp_path)
    assert not (tmp_path / "content/lessons/ask-for-less.md").exists()


def test_what_has_no_short_form_says_so(tmp_path):
    with pytest.raises(NotBegun, match=r"A model has no short form\. Leave out --short"):
        short_skeletons("model", "tiny-model", content(tmp_path), DAY)
