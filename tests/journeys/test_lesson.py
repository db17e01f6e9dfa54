"""A learner reads the first lesson from its cover to the door of its quiz."""

from itertools import cycle

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import barriers, settled, too_wide
from tests.journeys.learner import LESSON, Learner
from tests.journeys.past import LIBRARY

LOOKS = [
    pytest.param(entry.id, *look, id=entry.id)
    for entry, look in zip(
        LIBRARY.course.lessons,
        cycle(((DESK, "light"), (PHONE, "dark"), (DESK, "dark"), (PHONE, "light"))),
        strict=False,
    )
]


@pytest.fixture
def learner(server, page):
    return Learner(page, server.url)


def _turns_the_page(learner):
    page = learner.page
    before = _place(page).inner_text()
    learner.presses("Next part")
    expect(_place(page)).not_to_have_text(before)
    settled(page)


def _place(page):
    return page.locator(".parts p")


def _parts(page):
    return int(_place(page).inner_text().rsplit(" ", 1)[1])


def test_the_lesson_leads_from_home_through_every_part_to_its_quiz(learner):
    page = learner.opens().page
    learner.presses("Start the first lesson")
    expect(_place(page)).to_contain_text("part 1 of")
    parts = _parts(page)
    assert 5 <= parts <= 7
    for _ in range(parts - 1):
        settled(page)
        _turns_the_page(learner)
    learner.presses("Take the quiz")
    expect(page.get_by_role("button", name="Start, ")).to_be_visible()


def test_home_offers_to_go_on_where_the_reader_stopped(server, learner):
    page = learner.opens(f"lesson?lesson={LESSON}").page
    _turns_the_page(learner)
    _turns_the_page(learner)
    server.restart()
    learner.opens()
    learner.presses("Continue")
    expect(_place(page)).to_contain_text("part 3 of")


def test_turning_the_page_moves_focus_to_the_new_heading(learner):
    learner.opens(f"lesson?lesson={LESSON}")
    _turns_the_page(learner)
    heading = learner.page.locator(".st-key-read").get_by_role("heading", level=2).first
    expect(heading).to_be_focused()


@pytest.mark.parametrize(("lesson", "viewport", "scheme"), LOOKS)
def test_no_part_of_any_lesson_has_a_barrier_or_an_unfilled_fact(
    server, open_page, lesson, viewport, scheme
):
    """Every lesson in one of the four looks, the looks in turn."""
    learner = Learner(open_page(viewport, scheme), server.url).opens(f"lesson?lesson={lesson}")
    page = learner.page
    for part in range(1, _parts(page) + 1):
        assert (part, barriers(page), too_wide(page)) == (part, "", False)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert "{{" not in page.get_by_test_id("stMain").inner_text()
        assert page.locator(".katex").count() == 0  # two dollars that became a formula
        if part < _parts(page):
            _turns_the_page(learner)
