"""A server far away, 150 ms for every packet each way: what is pressed is answered at once."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.bench.stopwatch import click
from tests.browser.far import Distance
from tests.browser.screen import settled, turn_to, visit
from tests.browser.server import ROOT
from tests.journeys.learner import LESSON, Learner
from tests.journeys.past import QUIZ, begun

FAR = 0.15
WAITING = ROOT / "sizewise" / "ui" / "frame" / "waiting.js"
ROUND_TRIP = 2 * FAR * 1000
"""Milliseconds before which nothing that is seen can come from the server."""
SIGN = """(element) => new Promise((done) => {
  const look = () => {
    const {boxShadow, backgroundColor, color} = getComputedStyle(element)
    const bar = getComputedStyle(document.documentElement, '::before').transform
    const runs = /^matrix\\(0?\\.\\d*[1-9]/.test(bar)
    return [boxShadow, backgroundColor, color, element.ariaChecked, element.checked, runs].join()
  }
  const before = look(), start = performance.now()
  const watch = () => {
    const passed = performance.now() - start
    if (look() !== before || passed > 5000) done(passed)
    else requestAnimationFrame(watch)
  }
  element.click()
  watch()
})"""


@pytest.fixture(scope="module")
def one_distance(kept_server):
    """One port for all: at another one every script is compiled anew."""
    with Distance(kept_server.port) as far:
        yield far


@pytest.fixture
def distance(server, one_distance):
    """The server, which is near until it is moved away."""
    one_distance.delay = 0
    return one_distance


def test_a_verdict_comes_at_once_and_the_record_has_the_last_word(server, distance, page):
    singles = [item.id for item in QUIZ.items if item.type == "single"][:2]
    begun(server, only=singles, left=2)
    learner = Learner(page, distance.url).opens(f"quiz?lesson={LESSON}")
    learner.picks_the_first()
    learner.reads()
    distance.delay = FAR
    assert click(page, ".st-key-go button", ".qz-verdict h2") < ROUND_TRIP
    told = page.locator(".qz-told").inner_text()
    learner.hears_of_the_record()
    assert page.locator(".qz-told").inner_text() == told
    expect(learner.verdict).to_be_focused()
    page.keyboard.press("Enter")  # sooner than the server takes it
    expect(learner.count).to_contain_text("Question 2")
    learner.picks_the_first()
    learner.reads()
    with closing(sqlite3.connect(server.folder / "record.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert click(page, ".st-key-go button", ".qz-verdict h2") < ROUND_TRIP
        expect(page.get_by_test_id("stAlert")).to_contain_text("What you chose is still here")
    expect(learner.verdict).to_have_count(0)
    expect(page.locator(".st-key-quiz").get_by_role("radio").first).to_be_checked()
    learner.reads()
    learner.presses("Check answer")
    learner.hears_of_the_record()


def test_no_verdict_is_told_while_a_hint_is_on_its_way_for_it_would_say_too_little(
    server, distance, page
):
    single = next(item.id for item in QUIZ.items if item.type == "single" and item.hints)
    begun(server, only=[single], left=1)
    learner = Learner(page, distance.url).opens(f"quiz?lesson={LESSON}")
    learner.picks_the_first()
    learner.reads()
    distance.delay = FAR
    page.locator(".st-key-hint button").click()
    assert click(page, ".st-key-go button", ".qz-verdict h2") >= ROUND_TRIP
    expect(page.locator(".qz-verdict")).to_contain_text(re.compile("Not quite|counts half"))


def test_nothing_that_is_pressed_stays_without_a_sign(distance, page):
    visit(page, distance.url)
    links = page.locator("[data-testid=stSidebarNavLink]").all()[1::8]  # one kind: a few will do
    waits = {link.get_attribute("href"): _sign(distance, page, link) for link in links}
    turn_to(page, f"{distance.url}/lab?view=plan")
    kinds = {
        "a view": page.get_by_role("radio", name="X-ray"),
        "a sample": page.get_by_role("radio", name="Emoji"),
        "a switch": page.get_by_role("switch", name="Guess first"),
        "a button of a form": page.get_by_role("button", name="Show the tokens"),
    }
    waits |= {kind: _sign(distance, page, place) for kind, place in kinds.items()}
    assert {what: wait for what, wait in waits.items() if wait >= ROUND_TRIP} == {}


def _sign(distance, page, place):
    """Milliseconds from a press until what was pressed looks different, or the page's bar runs."""
    distance.delay = FAR
    wait = place.evaluate(SIGN)
    distance.delay = 0
    expect(page.locator("[data-waiting], [data-waits]")).to_have_count(0)
    settled(page)
    return wait


PRESSES = """async (script) => {
  window.WebSocket = class extends EventTarget { send() {} }
  const module = await import(`data:text/javascript,${encodeURIComponent(script)}`)
  module.default()
  const line = new WebSocket()
  window.answered = 0
  document.addEventListener('sizewise-answered', () => { window.answered += 1 })
  window.press = (busy = 0) => {
    document.querySelector('button').click()
    for (const till = Date.now() + busy; Date.now() < till;);
    line.send('')
  }
  window.hear = () => line.dispatchEvent(new Event('message'))
}"""


def _one_button(page):
    """A page with one button, and no server: its tests press, and say what is heard."""
    page.set_content("<div data-testid=stApp data-test-script-state=notRunning><button>Check")
    page.evaluate(PRESSES, WAITING.read_text("utf-8"))


def test_the_answer_to_an_earlier_press_is_not_taken_for_that_to_the_last(open_page):
    """A hint and Check within one round trip: the verdict, shown at once, is not taken back."""
    page = open_page(apart=True)
    page.clock.install()
    _one_button(page)
    page.evaluate("press()")
    page.clock.run_for(250)
    page.evaluate("press()")
    page.clock.run_for(90)
    page.evaluate("hear()")  # 340 ms after the first press
    page.clock.run_for(240)
    assert page.evaluate("answered") == 0
    page.clock.run_for(1000)  # and the server is slower with the second
    assert page.evaluate("answered") == 0
    page.evaluate("hear()")
    page.clock.run_for(3000)
    assert page.evaluate("answered") == 1


def test_a_press_is_answered_also_when_a_busy_page_sends_it_late(open_page):
    """As while it draws what a new server sends: else a verdict that was refused would stay."""
    page = open_page(apart=True)
    _one_button(page)
    page.evaluate("press(300)")
    expect(page.locator("button")).to_have_attribute("data-waiting", "")
    page.evaluate("hear()")
    page.wait_for_function("answered === 1")


def test_whoever_waits_for_an_answer_that_never_comes_is_told_in_the_end(open_page):
    page = open_page(apart=True)
    page.clock.install()
    _one_button(page)
    page.evaluate("press()")
    page.clock.run_for(19_000)
    assert page.evaluate("answered") == 0
    page.clock.run_for(2000)
    assert page.evaluate("answered") == 1
