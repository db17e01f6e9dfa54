"""On a shared server: each browser its own learner, a code to go on elsewhere, and a class.

A class is followed from its making to its end: a teacher and a learner, each in a browser apart.
"""

import re

from playwright.sync_api import expect

from tests.browser.plugin import PHONE, forget
from tests.browser.screen import barriers, settled, visit
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
    shared_server, page
):
    """Somebody may have put a cookie they know into another's browser, and wait.

    The page that is done is made the other browser's each time.
    """
    learner = Learner(page, shared_server.url)
    learner.starts()
    learner.answers()
    learner.goes_on()
    before, first = learner.screen, cookie_of(learner)["value"]
    code = notes_a_code(learner)
    assert barriers(settled(page)) == ""
    forget(page)
    tab = Learner(page.context.new_page(), shared_server.url)
    finds_a_quiz_to_start(tab)
    planted = cookie_of(learner)["value"]
    assert planted != first
    resumes(learner, f" {code.upper().replace('-', ' ')} ")
    assert barriers(settled(page)) == ""
    expect(tab.count).to_contain_text("Question 2 of")
    tab.reads()
    assert tab.screen == before
    assert cookie_of(tab)["value"] != planted, "whoever planted it knows the learner's cookie"
    tab.page.close()
    forget(page)
    page.context.add_cookies([{"name": NAME, "value": planted, "url": shared_server.url}])
    finds_a_quiz_to_start(learner)
    assert cookie_of(learner)["value"] == planted


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


def headed(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    return settled(page)


def test_a_class_is_made_scanned_joined_and_left(shared_server, open_page):
    teacher, learner = open_page(), open_page(PHONE, "dark")
    visit(teacher, f"{shared_server.url}/class")
    teacher.get_by_label("Title").fill("Year 9")
    teacher.get_by_role("button", name="Make the class").click()
    headed(teacher, "Year 9")
    key = teacher.get_by_test_id("stCode").inner_text().strip()
    teacher.get_by_role("button", name="I have kept it").click()
    square = teacher.locator(".ticket img.qr")
    expect(square).to_have_js_property("complete", True)
    assert square.evaluate("drawing => drawing.naturalWidth") > 0
    link = teacher.locator(".ticket a").get_attribute("href")

    visit(learner, link)
    learner.get_by_role("button", name="Join the class").click()
    headed(learner, "Your class")
    name = learner.locator(".pseudonym").inner_text()
    expect(learner).to_have_url(f"{shared_server.url}/class?of=mine")

    # The teacher's own link: its secret leaves the address bar, which a class may be looking at.
    visit(teacher, key)
    expect(teacher).to_have_url(re.compile(r"/class\?of=[0-9a-f]{32}&view=glance$"))
    teacher.get_by_role("radio", name="Members").click()
    expect(teacher.locator(".class-members")).to_contain_text(name)

    learner.get_by_text("Yes, leave").click()
    learner.get_by_role("button", name="Leave this class").click()
    expect(learner.get_by_text("You have left the class.")).to_be_visible()
