"""On a shared server: each browser its own learner, and a code to go on elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import barriers
from tests.browser.server import Server
from tests.journeys.learner import LESSON, Learner


@pytest.fixture
def shared_server(tmp_path):
    own = Server(tmp_path, SIZEWISE_SHARED="1").start()
    yield own
    own.kill()


def test_two_browsers_are_two_learners(shared_server, open_page):
    one, two = (Learner(open_page(), shared_server.url) for _ in range(2))
    one.starts()
    two.opens(f"quiz?lesson={LESSON}")
    expect(two.page.get_by_role("button", name="Start, ")).to_be_visible()


def test_a_resume_code_brings_a_learner_to_the_same_question_in_another_browser(
    shared_server, open_page
):
    one, two = (Learner(open_page(), shared_server.url) for _ in range(2))
    one.starts()
    one.answers()
    one.goes_on()
    before = one.screen
    one.opens("you").presses("Show me a new resume code")
    code = one.page.get_by_test_id("stCode").inner_text().strip()
    assert barriers(one.page) == ""
    two.opens("you")
    field = two.page.get_by_label("I have a resume code")
    field.fill(f" {code.upper().replace('-', ' ')} ")
    two.reads()
    two.presses("Go on with my progress")
    two.reads()
    two.opens(f"quiz?lesson={LESSON}").reads()
    assert two.screen == before


def test_a_wrong_code_leads_nowhere_and_says_so(shared_server, page):
    learner = Learner(page, shared_server.url).opens("you")
    page.get_by_label("I have a resume code").fill("amber-otter-lagoon-maple-0000")
    learner.reads()
    learner.presses("Go on with my progress")
    expect(page.get_by_test_id("stAlert")).to_contain_text("No learner has this code")


def test_a_learner_is_the_same_after_a_restart(shared_server, page):
    learner = Learner(page, shared_server.url)
    learner.starts()
    before = learner.screen
    shared_server.restart()
    learner.opens(f"quiz?lesson={LESSON}").reads()
    assert learner.screen == before
