"""Which state of the content is the newest: every change is seen, and looking is no work."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sizewise.library.edition import MOST, Edition, stamp
from tests.library.files import content

BANK = "quizzes/match-size.yaml"
LESSON = "content/lessons/match-size.md"


@pytest.fixture
def root(tmp_path):
    return content(tmp_path)


def changed(root):
    (root / BANK).write_text("another text", "utf-8")


def renamed(root):
    (root / BANK).rename(root / "quizzes/renamed.yaml")


def exchanged(root):
    (root / BANK).rename(root / "aside")
    (root / LESSON).rename(root / BANK)
    (root / "aside").rename(root / LESSON)


def older(root):
    os.utime(root / BANK, (1, 1))


def come(root):
    (root / "content/lessons/new.md").write_text("x", "utf-8")


def gone(root):
    (root / LESSON).unlink()


@pytest.mark.parametrize("change", [changed, renamed, exchanged, older, come, gone])
def test_every_change_is_another_state(root, change):
    edition = Edition(root)
    change(root)
    edition.catch_up(root, at=1.0)
    assert edition.number == 1


def link_to_nowhere(root):
    (root / "quizzes/.#lock").symlink_to("nobody@nowhere")


def file_of_an_editor(root):
    (root / "content/lessons/.match-size.md.swp").write_text("x", "utf-8")


def file_beside(root):
    (root / "notes.md").write_text("x", "utf-8")


@pytest.mark.parametrize("change", [link_to_nowhere, file_of_an_editor, file_beside])
def test_what_is_no_content_changes_nothing(root, change):
    before = stamp(root)
    change(root)
    assert stamp(root) == before


def test_a_link_that_leads_nowhere_is_passed_over(root):
    before = stamp(root)
    (root / "quizzes/extra.yaml").symlink_to("nowhere.yaml")
    assert stamp(root) == before


def test_nobody_looks_twice_within_the_time_that_is_given(root):
    edition = Edition(root)
    edition.catch_up(root, at=10.0, every=2.0)
    changed(root)
    edition.catch_up(root, at=11.9, every=2.0)
    assert edition.number == 0
    edition.catch_up(root, at=12.0, every=2.0)
    assert edition.number == 1


def test_a_folder_that_is_not_there_is_a_state_too(tmp_path):
    assert stamp(tmp_path) == stamp(tmp_path / "nowhere")


# What is made of it


def test_what_is_made_of_a_state_is_made_once_and_forgotten_with_it(root):
    edition, made = Edition(root), []

    def make():
        made.append("one")
        return len(made)

    assert [edition.kept("counter", "all", make) for _ in range(3)] == [1, 1, 1]
    assert edition.kept("another counter", "all", make) == 2
    changed(root)
    edition.catch_up(root, at=1.0)
    assert edition.kept("counter", "all", make) == 3


def test_only_the_newest_things_of_a_maker_are_kept(root):
    edition, made = Edition(root), []
    for day in [*range(MOST + 1), MOST, 0]:
        edition.kept("library", day, lambda day=day: made.append(day))
    assert made == [*range(MOST + 1), 0]


def test_several_who_ask_at_the_same_moment_wait_for_one(root):
    edition, made = Edition(root), []

    def make():
        time.sleep(0.05)
        made.append("library")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: edition.kept("library", "today", make), range(8)))
    assert made == ["library"]


def test_what_could_not_be_made_is_tried_again(root):
    edition = Edition(root)
    with pytest.raises(ZeroDivisionError):
        edition.kept("library", "today", lambda: 1 / 0)
    assert edition.kept("library", "today", lambda: 1) == 1
