"""A learner reads the first lesson from its cover to the door of its quiz."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import INSIDE, WHOLE, barriers, low, settled, too_wide, walk
from tests.journeys.learner import Learner
from tests.journeys.past import LIBRARY

FIRST, *OTHERS = [entry.id for entry in LIBRARY.course.lessons]
IN_TURN = ((PHONE, "dark"), (DESK, "dark"), (PHONE, "light"), (DESK, "light"))


@pytest.fixture
def learner(server, page):
    return Learner(page, server.url)


def _turns_the_page(learner):
    page = learner.page
    before = _place(page).inner_text()
    learner.presses("Next part")
    expect(_place(page)).not_to_have_text(before)
    expect(page.locator(".st-key-read").get_by_role("heading", level=2).first).to_be_focused()
    settled(page)


def _place(page):
    return page.locator(".parts p")


def _parts(page):
    return int(_place(page).inner_text().rsplit(" ", 1)[1])


def _begins_with_a_title_and_a_guess_on_the_first_screen_of_a_phone(page):
    size = page.viewport_size
    page.set_viewport_size(PHONE)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.locator("[class*=st-key-box-guess-first]")).to_be_in_viewport(ratio=1)
    assert low(settled(page)) == []
    page.set_viewport_size(size)
    settled(page)


def _is_sound(page, path="", within=INSIDE):
    """The part on screen has no barrier and no unfilled fact."""
    part = f"{path} {_place(page).inner_text()}"
    assert (part, barriers(page, within), too_wide(page)) == (part, "", False)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert "{{" not in page.get_by_test_id("stMain").inner_text()
    assert page.locator(".katex").count() == 0  # two dollars that became a formula


def test_the_lesson_leads_from_home_through_every_part_to_its_quiz(learner):
    """Home offers to go on where the reader stopped."""
    page = learner.opens().page
    learner.presses("Start the first lesson")
    expect(_place(page)).to_contain_text("part 1 of")
    expect(page).to_have_url(re.compile(f"lesson={FIRST}"))
    parts = _parts(page)
    assert 5 <= parts <= 7
    _begins_with_a_title_and_a_guess_on_the_first_screen_of_a_phone(settled(page))
    for part in range(1, parts + 1):
        _is_sound(settled(page))
        if part == 3:
            learner.opens().presses("Continue")
            expect(_place(page)).to_contain_text("part 3 of")
            settled(page)
        if part < parts:
            _turns_the_page(learner)
    learner.presses("Take the quiz")
    expect(page.get_by_role("button", name="Start, ")).to_be_visible()


@pytest.mark.parametrize("look", range(len(IN_TURN)))
def test_no_part_of_any_lesson_has_a_barrier_or_an_unfilled_fact(server, open_page, look):
    """Every lesson in one of the four looks, the looks in turn."""
    learner = Learner(open_page(*IN_TURN[look]), server.url)
    paths = [f"lesson?lesson={lesson}" for lesson in OTHERS[look :: len(IN_TURN)]]
    for path in walk(learner.page, server.url, paths):
        expect(_place(learner.page)).to_contain_text("part 1 of")
        parts = _parts(learner.page)
        _begins_with_a_title_and_a_guess_on_the_first_screen_of_a_phone(learner.page)
        for part in range(1, parts + 1):
            _is_sound(learner.page, path, WHOLE if part == 1 else INSIDE)
            if part < parts:
                _turns_the_page(learner)
