"""What a question carries with it, so that the verdict need not wait for the server."""

import json
import re
from html import unescape

import pytest

from sizewise.ui import house
from sizewise.ui.question import turn
from tests.ui.question.quiz_taker import begun, press, quiz_page, seen, wrong_of

CARRIED = re.compile(r'<span hidden data-told="(.*?)"></span>')


def carried(app):
    """What the question carries, if anything."""
    found = CARRIED.search(question(app))
    return unescape(found[1]) if found else ""


def words(app):
    """The words of the question, without what it carries."""
    return CARRIED.sub("", question(app))


def question(app):
    """The element that the script changes and the server draws anew."""
    return next(each.proto.body for each in app.get("html") if 'class="qz-head"' in each.proto.body)


def unsure(said):
    return re.sub(r'<p class="qz-sure">.*?</p>', "", said)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("practice", "single"), ("practice", "boolean"), ("missed", "single"), ("pretest", "pretest")],
)
def test_what_is_carried_is_what_the_server_says_after_the_press(journal, mode, kind):
    options = turn.shown(attempt := begun(journal, mode, kind), attempt.item_ids[0]).options
    for place, option in enumerate(options):
        begun(journal, mode, kind)
        app = quiz_page()
        said = json.loads(carried(app))["words"]
        app.radio[0].set_value(option.id)
        assert words(press(app)) == unsure(said[place])
        assert len(said) == len(options)


def test_who_was_sure_is_told_what_only_they_are_told(journal):
    attempt = begun(journal, kind="single")
    shown = turn.shown(attempt, attempt.item_ids[0])
    wrong = next(place for place, option in enumerate(shown.options) if not option.key)
    app = quiz_page()
    said = json.loads(carried(app))["words"][wrong]
    app.radio[0].set_value(shown.options[wrong].id)
    app.get("button_group")[0].set_value("sure")
    assert words(press(app)) == said
    assert said != unsure(said)


def test_a_hint_that_was_taken_is_told_ahead_too(journal):
    quiz = house.library().quiz("ai-and-gpt-4o-mini")
    assert any(item.hints for item in quiz.items)
    begun(journal, kind="single")
    app = press(quiz_page(), "hint")
    assert any("because you took a hint" in each for each in json.loads(carried(app))["words"])


def test_before_the_press_the_page_itself_says_nothing(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    read = CARRIED.sub("", seen(app))
    assert read != seen(app)
    for option in turn.shown(attempt, attempt.item_ids[0]).options:
        assert option.feedback not in read
    assert "qz-verdict" not in read


def test_an_exam_carries_nothing(journal):
    begun(journal, "exam", kind="single")
    assert carried(quiz_page()) == ""


@pytest.mark.parametrize("kind", ["multiple", "numeric", "order", "match"])
def test_what_has_too_many_answers_to_be_told_ahead_carries_nothing(journal, kind):
    begun(journal, kind=kind)
    assert carried(quiz_page()) == ""


def test_once_told_nothing_is_carried_any_more(journal):
    attempt = begun(journal, kind="single")
    app = quiz_page()
    assert carried(app)
    app.radio[0].set_value(wrong_of(attempt))
    assert carried(press(app)) == ""
