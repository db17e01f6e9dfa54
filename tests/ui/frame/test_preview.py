"""An author's preview shows what is on disk, inside an open attempt too."""

import pytest

from sizewise.learn.quiz.attempt import Attempt
from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.frame import preview
from sizewise.ui.web.visitor import Visitor
from tests.ui.app import opened, said
from tests.ui.frame.test_trouble import copied
from tests.ui.question.quiz_taker import QUIZ, THEN, quiz_page, seen

LESSON = f"content/lessons/{QUIZ}.md"
BANK = f"quizzes/{QUIZ}.yaml"


@pytest.fixture
def folder(other_content, tmp_path, monkeypatch):
    """The content in a folder where a test may write, shown by the app."""
    root = copied(tmp_path)
    monkeypatch.setattr(house, "ROOT", root)
    house.catch_up()
    return root


def saved(root, name, old, new):
    """Change a file as an editor does, and let the preview look."""
    file = root / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    house.catch_up()


def begun(journal):
    item = next(i for i in house.library().quiz(QUIZ).items if i.type == "single")
    learner = identity.machine_learner(journal, THEN)
    journal.begin(Attempt("attempt", learner, QUIZ, "practice", "seven", (item.id, "gone"), THEN))
    return item


def test_a_question_on_screen_is_as_its_file_says_now(folder, journal):
    item = begun(journal)
    app = quiz_page()
    first = item.stem.split("\n")[0][:40]
    assert first in seen(app)
    saved(folder, BANK, first, "In other words: " + first)
    assert "In other words: " + first in seen(app.run())


def test_an_option_that_was_picked_and_left_is_no_trouble(folder, journal):
    item = begun(journal)
    app = quiz_page()
    app.radio[0].set_value(item.options[0].id).run()
    saved(folder, BANK, item.options[0].text, "Something else to choose")
    app.run()
    assert not app.exception
    assert "Something else to choose" in app.radio[0].options


def test_a_question_taken_out_is_gone_from_the_screen(folder, journal):
    item = begun(journal)
    app = quiz_page()
    saved(folder, BANK, f"id: {item.id}\n", "id: another-name-for-it\n")
    app.run()
    assert not app.exception
    assert "These questions have been taken out" in seen(app) or "15 questions" in seen(app)


def test_a_quiz_taken_away_in_the_middle_is_said_to_be_repaired(folder, journal):
    begun(journal)
    app = quiz_page()
    (folder / BANK).unlink()
    house.catch_up()
    app.run()
    assert not app.exception
    assert any("is being repaired" in each.value for each in app.markdown)


def test_a_lesson_and_a_quiz_that_come_can_be_opened(folder):
    new = "a-new-lesson"
    (folder / f"content/lessons/{new}.md").write_text((folder / LESSON).read_text("utf-8"), "utf-8")
    bank = (folder / BANK).read_text("utf-8").replace(f"id: {QUIZ}", f"id: {new}", 1)
    (folder / f"quizzes/{new}.yaml").write_text(bank, "utf-8")
    house.catch_up()
    assert new in house.library().lessons
    app = quiz_page(lesson=new)
    assert not app.exception
    assert "15 questions" in seen(app)


def test_facts_of_a_model_are_those_of_its_file_now(folder):
    before = house.facts().text("{{name gpt-4o-mini}}")
    saved(folder, "content/models/gpt-4o-mini.yaml", f"name: {before}", "name: Another name")
    assert house.facts().text("{{name gpt-4o-mini}}") == "Another name"


# When to look again


def test_nothing_is_read_again_while_no_file_changes(folder):
    library = house.library()
    house.catch_up()
    assert house.library() is library


def test_whoever_sits_at_the_machine_finds_a_lesson_that_came_without_a_restart(
    folder, monkeypatch
):
    new = "a-new-lesson"
    assert not opened("lesson", lesson=new).exception
    (folder / f"content/lessons/{new}.md").write_text((folder / LESSON).read_text("utf-8"), "utf-8")
    monkeypatch.setattr(Visitor, "alone", True)
    monkeypatch.setattr(preview, "SECONDS", 0.0)
    assert "is not here" not in said(opened("lesson", lesson=new))


def test_on_a_server_for_many_nobody_looks_at_the_folders(folder, monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    monkeypatch.setattr(house, "catch_up", pytest.fail)
    assert not opened("home").exception
