"""A class from its making to its end: a teacher and a learner, each in a browser of their own."""

import re

from playwright.sync_api import expect

from tests.browser.plugin import PHONE
from tests.browser.screen import settled, visit


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
