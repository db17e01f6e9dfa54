"""One entry of the browser's history a step: Back undoes it, Forward does it again."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import settled, visit


class Step(NamedTuple):
    """What the reader does, and what then stands on the screen."""

    deed: Callable[[Page], Locator]
    seen: Callable[[Page], Locator]


def menu(name):
    return lambda page: page.get_by_test_id("stSidebarNavLink").get_by_text(name, exact=True)


def button(name):
    return lambda page: page.get_by_role("button", name=name)


def radio(name):
    return lambda page: page.get_by_role("radio", name=name)


def link(name):
    return lambda page: page.get_by_role("link", name=name, exact=True).first


def heading(name):
    return lambda page: page.get_by_role("heading", name=name)


def text(words):
    return lambda page: page.get_by_text(words).first


def chosen(name):
    return lambda page: page.get_by_role("radio", name=name, checked=True)


def pressed(name):
    return lambda page: page.get_by_role("button", name=name, pressed=True)


START = Step(menu("Course"), heading("Match the model to the task"))
WALK = (
    Step(menu("Lesson"), text("part 1 of 6")),
    Step(button("Next part"), text("part 2 of 6")),
    Step(button("Next part"), text("part 3 of 6")),
    Step(menu("Quiz"), lambda page: page.locator(".qz-start")),
    Step(button("Start, 15 questions"), text("Question 1")),
    Step(menu("Token and cost lab"), text("Your prompt")),
    Step(radio("X-ray"), text("Your text")),
    Step(radio("Emoji"), chosen("Emoji")),
    Step(radio("Plan"), heading("Twelve months")),
    Step(radio("Break-even"), heading("When does another model become cheaper?")),
    Step(menu("Catalogue"), text(re.compile(r"^\d+ models$"))),
    Step(button("Small"), pressed("Small")),
    Step(button("Open weights"), pressed("Open weights")),
    Step(link("gpt-oss-20b"), heading("gpt-oss-20b")),
    Step(menu("Compare models"), heading("What sets them apart today")),
    Step(link("14 January 2027"), heading("What sets them apart on 14 January 2027")),
    Step(menu("Choose a model"), text("0 of 6 answered")),
    Step(text("Recordings of speech"), text("1 of 6 answered")),
    Step(menu("Glossary"), text(re.compile(r"^\d+ words$"))),
    Step(link("Link to API key"), heading("API key")),
)


def entries(page):
    return page.evaluate("history.length")


def here(page):
    return page.evaluate("location.pathname + location.search")


def arrived(page, step):
    expect(step.seen(page)).to_be_visible()
    settled(page)


def test_twenty_steps_make_twenty_entries_and_back_and_forward_walk_them(server, page):
    visit(page, server.url)
    first, places = entries(page), [here(page)]
    for number, step in enumerate(WALK, start=1):
        step.deed(page).click()
        arrived(page, step)
        page.wait_for_function(f"history.length === {first + number}")
        places.append(here(page))
    shown = (START, *WALK)
    for number in reversed(range(len(WALK))):
        page.go_back()
        arrived(page, shown[number])
        assert here(page) == places[number], f"back to {number}"
    for number in range(1, len(shown)):
        page.go_forward()
        arrived(page, shown[number])
        assert here(page) == places[number], f"forward to {number}"
    assert entries(page) == first + len(WALK)
