"""A phone in the hand: a thumb, long parts, and a keyboard that takes half of the page."""

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import PHONE
from tests.browser.screen import low, settled, turn_to, visit

LONG = {
    "context-windows": "why-a-chat-forgets",
    "images-cost-tokens-too": "why-the-small-model-can-cost-more",
    "spend-less-fail-safely": "where-a-person-stands",
    "budget-a-school-chatbot": "your-plan-on-one-page&step=6",
}
"""The longest parts of all."""
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
KEYBOARD = {"width": 390, "height": 430}
"""What a keyboard leaves of a phone."""


@pytest.fixture
def tap(page):
    """Taps a thing. Playwright's own needs another browser, which compiles every script anew."""
    screen = page.context.new_cdp_session(page)
    screen.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def at(thing):
        thing.scroll_into_view_if_needed()
        box = thing.bounding_box()
        middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [middle]})
        screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    yield at
    screen.detach()


def test_a_lesson_turns_at_a_tap_and_no_part_is_long(calm_server, page, tap):
    page.set_viewport_size(PHONE)
    visit(page, f"{calm_server.url}/lesson")
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    tap(page.get_by_role("link", name="Part 3"))
    expect(page.locator(".parts p")).to_contain_text("part 3 of")
    for lesson, part in LONG.items():
        turn_to(page, f"{calm_server.url}/lesson?lesson={lesson}&part={part}")
        assert page.evaluate(HEIGHT) <= 3 * PHONE["height"], f"{lesson}, {part}"
        assert (part, low(page)) == (part, [])


def test_an_open_keyboard_leaves_the_button_of_a_question_in_sight(server, page, tap):
    page.set_viewport_size(KEYBOARD)
    visit(page, f"{server.url}/quiz")
    tap(page.get_by_role("button", name="Start, "))
    expect(page.get_by_role("button", name="Check answer")).to_be_in_viewport(ratio=1)
    assert low(settled(page)) == []
