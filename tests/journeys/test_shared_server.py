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


NAME = "sizewise_learner"


def notes_a_code(learner):
    """The learner's new resume code."""
    learner.opens("you").presses("Show me a new resume code")
    return learner.page.get_by_test_id("stCode").inner_text().strip()


def resumes(learner, code):
    """Goes on as the learner of a code."""
    learner.opens("you")
    learner.page.get_by_label("I have a resume code").fill(code)
    learner.reads()
    learner.presses("Go on with my progress")
    expect(learner.page.get_by_test_id("stAlert")).to_contain_text("Welcome back")
    learner.reads()


def cookie_of(learner):
    """The value of the learner's cookie."""
    [value] = [each["value"] for each in learner.page.context.cookies() if each["name"] == NAME]
    return value


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
    code = notes_a_code(one)
    assert barriers(one.page) == ""
    resumes(two, f" {code.upper().replace('-', ' ')} ")
    assert barriers(two.page) == ""
    two.opens(f"quiz?lesson={LESSON}").reads()
    assert two.screen == before


def test_a_resume_code_brings_a_new_cookie_and_the_old_one_leads_to_nobodys_progress(
    shared_server, open_page
):
    """Somebody may have put a cookie they know into another's browser, and wait."""
    one, two, waiting = (Learner(open_page(), shared_server.url) for _ in range(3))
    one.starts()
    two.opens("you")
    planted = cookie_of(two)
    waiting.page.context.add_cookies([{"name": NAME, "value": planted, "url": shared_server.url}])
    resumes(two, notes_a_code(one))
    assert cookie_of(two) != planted
    waiting.opens(f"quiz?lesson={LESSON}")
    assert cookie_of(waiting) == planted
    expect(waiting.page.get_by_role("button", name="Start, ")).to_be_visible()
    two.opens(f"quiz?lesson={LESSON}")
    expect(two.count).to_contain_text("Question 1 of")


def test_after_a_resume_code_the_other_tabs_go_on_as_that_learner_too(shared_server, open_page):
    one, two = (Learner(open_page(), shared_server.url) for _ in range(2))
    one.starts()
    tab = Learner(two.page.context.new_page(), shared_server.url)
    tab.opens(f"quiz?lesson={LESSON}")
    expect(tab.page.get_by_role("button", name="Start, ")).to_be_visible()
    resumes(two, notes_a_code(one))
    expect(tab.count).to_contain_text("Question 1 of")
    tab.reads()
    assert tab.screen == one.opens(f"quiz?lesson={LESSON}").screen


def test_the_link_of_another_browsers_code_leads_to_nobodys_progress(shared_server, page):
    learner = Learner(page, shared_server.url).opens("you")
    before = cookie_of(learner)
    learner.opens(f"resume/{'a' * 32}.99999999999.{'0' * 64}")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Enter it again")
    assert cookie_of(learner) == before


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
