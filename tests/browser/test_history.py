"""One entry of the browser's history a step: Back undoes it, Forward does it again."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import arrive, settled, visit


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


def field(name):
    return lambda page: page.get_by_label(name, exact=True)


def heading(name):
    return lambda page: page.get_by_role("heading", name=name)


def text(words):
    return lambda page: page.get_by_text(words).first


def chosen(name):
    return lambda page: page.get_by_role("radio", name=name, checked=True)


def pressed(name):
    return lambda page: page.get_by_role("button", name=name, pressed=True)


START = Step(radio("X-ray"), field("Your text"))
WALK = (
    Step(radio("Emoji"), chosen("Emoji")),
    Step(radio("Missions"), chosen("Missions")),
    Step(menu("Lesson"), text("part 1 of 6")),
    Step(button("Next part"), text("part 2 of 6")),
    Step(menu("Quiz"), lambda page: page.locator(".qz-start")),
    Step(button("Start, 15 questions"), text("Question 1")),
    Step(menu("Lesson"), text("part 2 of 6")),
    Step(button("Next part"), text("part 3 of 6")),
    Step(menu("Catalogue"), text(re.compile(r"^\d+ models$"))),
    Step(button("Open weights"), pressed("Open weights")),
    Step(link("gpt-oss-20b"), heading("gpt-oss-20b")),
    Step(menu("Compare models"), heading("What sets them apart today")),
    Step(link("14 January 2027"), heading("What sets them apart on 14 January 2027")),
    Step(menu("Choose a model"), text("0 of 6 answered")),
    Step(text("Recordings of speech"), text("1 of 6 answered")),
    Step(menu("Glossary"), text(re.compile(r"^\d+ words$"))),
    Step(link("Link to API key"), heading("API key")),
    Step(menu("Lesson"), text("part 3 of 6")),
    Step(button("Next part"), text("part 4 of 6")),
    Step(menu("Course"), heading("Tokens and price")),
)
ONWARD = 6
"""So many steps forward: a sample, a view, a page, a part and a button are among them."""


def entries(page, expected=None):
    """How long the history is; waits for it to be as long as expected."""
    if expected is not None:
        page.wait_for_function("(length) => history.length === length", arg=expected)
    return page.evaluate("history.length")


def here(page):
    return page.evaluate("location.pathname + location.search")


def arrived(page, step):
    step.seen(page).wait_for()  # `expect` would describe the whole page at each look
    settled(page)


def test_twenty_steps_make_twenty_entries_and_back_and_forward_walk_them(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=x-ray")
    first, places = entries(page), [here(page)]
    for number, step in enumerate(WALK, start=1):
        step.deed(page).click()
        arrived(page, step)
        assert entries(page, expected=first + number) == first + number
        places.append(here(page))
    shown = (START, *WALK)
    for number in reversed(range(len(WALK))):
        page.go_back()
        arrived(page, shown[number])
        assert here(page) == places[number], f"back to {number}"
    for number in range(1, ONWARD + 1):
        page.go_forward()
        arrived(page, shown[number])
        assert here(page) == places[number], f"forward to {number}"
    assert entries(page) == first + len(WALK)


def test_what_is_typed_or_slid_makes_no_entry_and_is_kept_in_the_address_and_on_the_way_back(
    kept_server, calm_page
):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=plan")
    first = entries(page)
    page.get_by_label("Calls per day").fill("77")
    page.get_by_label("Calls per day").press("Enter")
    expect(page).to_have_url(re.compile("daily=77"))
    for _ in range(5):
        page.get_by_role("slider", name="Calls sent again").press("ArrowRight")
    expect(page).to_have_url(re.compile("retry=7"))
    settled(page)
    assert entries(page) == first
    assert "model=gpt-4o-mini" in here(page)  # what completed the address stays in it
    radio("X-ray")(page).click()
    arrived(page, Step(radio("X-ray"), field("Your text")))
    page.go_back()
    expect(page.get_by_label("Calls per day")).to_have_value("77")


def test_back_from_a_sample_brings_ones_own_text_again(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=x-ray")
    own = field("Your text")(page)
    own.fill("Quite my own words")
    own.press("Control+Enter")
    expect(chosen("A message")(page)).to_have_count(0)
    settled(page)
    radio("Emoji")(page).click()
    expect(own).not_to_have_value("Quite my own words")
    settled(page)
    page.go_back()
    expect(own).to_have_value("Quite my own words")
    page.go_forward()
    arrived(page, Step(radio("Emoji"), chosen("Emoji")))
    expect(own).not_to_have_value("Quite my own words")


ADDRESSES = ("lab?view=plan&calls=many", "choose?volume=bulk", "lab")


def test_a_link_into_the_middle_is_one_entry_however_much_it_leaves_out(server, page):
    first = entries(page)
    for number, address in enumerate(ADDRESSES, start=1):
        visit(page, f"{server.url}/{address}")
        assert (address, entries(page)) == (address, first + number)
    page.go_back()
    arrived(page, Step(menu("Choose a model"), text("1 of 6 answered")))


def test_back_works_after_a_reload_and_each_tab_has_a_history_of_its_own(server, page):
    visit(page, f"{server.url}/lab?view=x-ray")
    other = visit(page.context.new_page(), f"{server.url}/lab?view=bill")
    radio("Plan")(page).click()
    arrived(page, Step(radio("Plan"), heading("Twelve months")))
    radio("Missions")(other).click()
    expect(chosen("Missions")(other)).to_be_visible()
    settled(other)
    page.reload()
    arrived(page, Step(radio("Plan"), heading("Twelve months")))
    page.go_back()
    arrived(page, Step(radio("X-ray"), field("Your text")))
    other.go_back()
    expect(other.get_by_label("The response, as JSON")).to_be_visible()
    other.close()


def test_without_its_helper_back_works_with_more_presses(server, page):
    with page.add_init_script(
        """Object.defineProperty(history, 'pushState',
             {value: History.prototype.pushState.bind(history), writable: false})"""
    ):
        visit(page, f"{server.url}/glossary")
    menu("Token and cost lab")(page).click()
    arrived(page, Step(menu("Token and cost lab"), field("Your prompt")))
    left = here(page)
    radio("X-ray")(page).click()
    arrived(page, Step(radio("X-ray"), field("Your text")))
    for _ in range(3):  # one for each draft of the view at most: its sample, its model, the view
        page.go_back()
        page.wait_for_timeout(500)  # until Streamlit has begun to draw
        settled(page)
        if here(page) == left:
            break
    expect(page.get_by_label("Your prompt")).to_be_visible()
    expect(page.get_by_text("Error")).to_have_count(0)
