"""Reading settings in a browser: what is chosen stays, on every page, and scripts follow it."""

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import barriers, settled, too_wide, visit

READING = 450
"""Milliseconds between seeing a screen and pressing a key."""
EVERYTHING = {
    "text-size": "Largest",
    "line-spacing": "Wide",
    "letter-spacing": "Wide",
    "font": "OpenDyslexic",
    "colours": "Calm",
    "motion": "Off",
}
VOICE = """Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(
  new EventTarget(), {getVoices: () => [{localService: LOCAL, lang: 'en-GB'}],
  speak: (said) => { (window.said ||= []).push(said.text) }, cancel: () => {}})});
window.SpeechSynthesisUtterance = function (text) { this.text = text }"""


def choose(page, setting, words):
    page.locator(f".st-key-wish_{setting}").get_by_text(words, exact=True).click()
    chosen = page.locator(f".st-key-wish_{setting}").get_by_role("radio", name=words, exact=True)
    expect(chosen).to_be_checked()
    settled(page)


def test_a_chosen_text_size_shows_at_once_and_survives_a_reload(server, page):
    visit(page, f"{server.url}/reading")
    root = page.locator("html")
    expect(root).to_have_css("font-size", "17px")
    choose(page, "text-size", "Larger")
    expect(root).to_have_css("font-size", "22.1px")  # 17 × 1.3
    page.reload()
    expect(root).to_have_css("font-size", "22.1px")
    visit(page, f"{server.url}/lab")
    expect(root).to_have_css("font-size", "22.1px")


def test_keys_that_are_switched_off_choose_nothing(server, page):
    visit(page, f"{server.url}/quiz")
    second = page.locator(".st-key-quiz input[type=radio]").nth(1)
    page.wait_for_timeout(READING)
    page.keyboard.press("2")
    expect(second).to_be_checked()
    visit(page, f"{server.url}/reading")
    choose(page, "shortcuts", "Off")
    visit(page, f"{server.url}/quiz")
    page.wait_for_timeout(READING)
    page.keyboard.press("2")
    expect(page.locator(".st-key-quiz input[type=radio]").first).to_be_checked()
    expect(second).not_to_be_checked()


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_with_everything_chosen_no_page_has_a_barrier(server, open_page, viewport, scheme):
    page = visit(open_page(viewport, scheme), f"{server.url}/reading")
    for setting, words in EVERYTHING.items():
        choose(page, setting, words)
    for path in ("reading", "lesson", "quiz", "you"):
        visit(page, f"{server.url}/{path}")
        assert (path, barriers(page), too_wide(page)) == (path, "", False)


def test_a_lesson_is_read_aloud_paused_and_stopped(calm_server, page):
    page.add_init_script(VOICE.replace("LOCAL", "true"))
    visit(page, f"{calm_server.url}/lesson")
    page.get_by_role("button", name="Listen").click()
    heading = page.locator(".st-key-read").get_by_role("heading").first.inner_text()
    assert page.evaluate("() => window.said") == [heading]
    page.get_by_role("button", name="Pause").press("Enter")
    page.get_by_role("button", name="Go on").press("Enter")
    assert page.evaluate("() => window.said") == [heading, heading]
    page.get_by_role("button", name="Stop").press("Enter")
    expect(page.get_by_role("button", name="Listen")).to_be_focused()
    expect(page.locator(".being-read")).to_have_count(0)
    assert barriers(page) == ""


def test_a_voice_elsewhere_is_never_offered(calm_server, page):
    page.add_init_script(VOICE.replace("LOCAL", "false"))
    visit(page, f"{calm_server.url}/lesson")
    expect(page.locator(".listen")).to_be_attached()
    expect(page.locator(".listen")).to_be_hidden()
