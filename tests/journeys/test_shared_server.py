"""On a shared server: each browser its own learner, and a code to go on elsewhere."""

from playwright.sync_api import expect

from tests.browser.plugin import forget
from tests.browser.screen import barriers
from tests.journeys.learner import LESSON, Learner

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
    """The learner's cookie."""
    [cookie] = [each for each in learner.page.context.cookies() if each["name"] == NAME]
    return cookie


def finds_a_quiz_to_start(learner):
    """Is nobody who has begun it."""
    learner.opens(f"quiz?lesson={LESSON}")
    expect(learner.page.get_by_role("button", name="Start, ")).to_be_visible()


def test_a_resume_code_brings_a_learner_to_the_same_question_in_all_tabs_of_another_browser(
    shared_server, open_page
):
    """Somebody may have put a cookie they know into another's browser, and wait."""
    one, two = (Learner(open_page(), shared_server.url) for _ in range(2))
    one.starts()
    one.answers()
    one.goes_on()
    before = one.screen
    tab = Learner(two.page.context.new_page(), shared_server.url)
    finds_a_quiz_to_start(tab)
    planted = cookie_of(two)["value"]
    assert planted != cookie_of(one)["value"]
    code = notes_a_code(one)
    assert barriers(one.page) == ""
    resumes(two, f" {code.upper().replace('-', ' ')} ")
    assert barriers(two.page) == ""
    expect(tab.count).to_contain_text("Question 2 of")
    tab.reads()
    assert tab.screen == before
    assert cookie_of(two)["value"] != planted, "whoever planted it knows the learner's cookie"
    forget(one.page)
    waiting = one  # in the browser that is left: it is as good as new
    waiting.page.context.add_cookies([{"name": NAME, "value": planted, "url": shared_server.url}])
    finds_a_quiz_to_start(waiting)
    assert cookie_of(waiting)["value"] == planted


def test_a_learner_is_the_same_after_a_wrong_code_a_strange_link_and_a_restart(shared_server, page):
    learner = Learner(page, shared_server.url)
    learner.starts()
    before, cookie = learner.screen, cookie_of(learner)
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    assert NAME not in page.evaluate("document.cookie")
    assert len(cookie["value"]) * 6 >= 128  # base64: 6 bits a character
    learner.opens(f"resume/{'a' * 32}.99999999999.{'0' * 64}")
    expect(page.get_by_test_id("stAlert")).to_contain_text("Enter it again")
    learner.opens("you")
    page.get_by_label("I have a resume code").fill("amber-otter-lagoon-maple-0000")
    learner.reads()
    learner.presses("Go on with my progress")
    expect(page.get_by_test_id("stAlert")).to_contain_text("No learner has this code")
    shared_server.restart()
    learner.opens(f"quiz?lesson={LESSON}").reads()
    assert learner.screen == before
    assert cookie_of(learner)["value"] == cookie["value"]
