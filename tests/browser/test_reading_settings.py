"""Reading settings in a browser: what is chosen stays, on every page, and scripts follow it."""

from playwright.sync_api import expect

from tests.browser.plugin import DESK, LOOKS, PHONE
from tests.browser.screen import (
    WHOLE,
    barriers,
    broken,
    cut,
    flaws_in_looks,
    settled,
    too_wide,
    visit,
    walk,
)

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
TIGHT = (
    "models",
    "models?model=gpt-4o-mini",
    "print",
    "lab?view=missions&mission=impossible-rows",
    "lesson?lesson=context-windows&part=one-room-for-input-and-reply",
    "lesson?lesson=budget-a-school-chatbot&part=your-plan-on-one-page",
)
"""Where the most stands side by side: cards, facts, a window with its key, pills, tools."""
IN_COLUMNS = (
    "lab?view=missions&mission=impossible-rows",
    "compare?models=gpt-4o-mini,gemini-2.5-flash,claude-haiku-5-5,gpt-3.5-turbo",
)
"""Where a desk's width is shared by the most columns of numbers."""
VOICE = """Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(
  new EventTarget(), {getVoices: () => [{localService: %s, lang: 'en-GB'}],
  speak: (said) => { (window.said ||= []).push(said.text) }, cancel: () => {}})});
window.SpeechSynthesisUtterance = function (text) { this.text = text }"""


def choose(page, setting, words):
    page.locator(f".st-key-wish_{setting}").get_by_text(words, exact=True).click()
    chosen = page.locator(f".st-key-wish_{setting}").get_by_role("radio", name=words, exact=True)
    expect(chosen).to_be_checked()
    settled(page)


def test_a_text_size_and_keys_that_are_off_stay_so_on_every_page(server, page):
    visit(page, f"{server.url}/quiz")
    root, second = page.locator("html"), page.locator(".st-key-quiz input[type=radio]").nth(1)
    expect(root).to_have_css("font-size", "17px")
    page.wait_for_timeout(READING)
    page.keyboard.press("2")
    expect(second).to_be_checked()
    page.get_by_role("link", name="Reading settings").click()
    choose(page, "text-size", "Larger")
    expect(root).to_have_css("font-size", "22.1px")  # 17 × 1.3
    choose(page, "shortcuts", "Off")
    page.reload()
    expect(root).to_have_css("font-size", "22.1px")
    visit(page, f"{server.url}/quiz")
    expect(root).to_have_css("font-size", "22.1px")
    page.wait_for_timeout(READING)
    page.keyboard.press("2")
    expect(page.locator(".st-key-quiz input[type=radio]").first).to_be_checked()
    expect(second).not_to_be_checked()


def test_with_everything_chosen_no_page_has_a_barrier(server, page):
    visit(page, f"{server.url}/reading")
    for setting, words in EVERYTHING.items():
        choose(page, setting, words)
    page.goto("about:blank")  # so that the first page is loaded with all that was chosen
    for path in walk(page, server.url, ("reading", "lesson", "quiz", "you")):
        assert (path, flaws_in_looks(page, LOOKS, WHOLE)) == (path, [])
    for viewport, paths in ((PHONE, TIGHT), (DESK, IN_COLUMNS)):
        page.set_viewport_size(viewport)
        for path in walk(page, server.url, paths):
            found = (path, too_wide(page), broken(page), cut(page))
            assert found == (path, False, [], [])


def test_a_lesson_is_read_aloud_by_a_voice_of_this_machine_and_by_no_other(calm_server, page):
    with page.add_init_script(VOICE % "true"):
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
    assert barriers(settled(page)) == ""
    with page.add_init_script(VOICE % "false"):
        visit(page, f"{calm_server.url}/lesson")
    expect(page.locator(".listen")).to_be_attached()
    expect(page.locator(".listen")).to_be_hidden()
