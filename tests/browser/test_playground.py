"""The playground in a browser: a reply is watched as it is written, and can be stopped."""

from pathlib import Path

from playwright.sync_api import expect

from sizewise.ui.playground import coming
from sizewise.ui.playground.ask_button import TWICE
from tests.browser.plugin import LOOKS
from tests.browser.screen import arrive, flaws_in_looks, settled, visit

FOLLOWING = Path(__file__).with_name("following.js").read_text("utf-8")
ASK_STOP = ("Ask", "Stop")
COMING = Path(coming.__file__).with_suffix(".js").read_text("utf-8")


def ask(page):
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Writing …")).to_be_visible()


def test_a_reply_and_all_that_is_told_about_it_have_no_barrier(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/playground?who=recorded&sample=label")
    ask(page)
    expect(page.get_by_role("heading", name="How sure it was of each token")).to_be_visible()
    for part in ("Request and response", "The Python to repeat it"):
        page.get_by_text(part).click()
    assert flaws_in_looks(settled(page), LOOKS[:1]) == []


def test_two_replies_side_by_side_have_no_barrier(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/playground?who=recorded&beside=rules&sample=label")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="Keyword rules")).to_be_visible()
    expect(page.get_by_text("The Python to repeat it")).to_be_visible()
    assert flaws_in_looks(settled(page), LOOKS[1:]) == []


def test_one_button_asks_and_stops_and_keeps_the_focus(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/playground?who=recorded&sample=reply")
    asking, stopping = (page.get_by_role("button", name=name, exact=True) for name in ASK_STOP)
    asking.press("Enter")
    expect(page.get_by_text("Writing …")).to_be_visible()
    expect(stopping).to_be_focused()
    page.wait_for_timeout(TWICE * 1000)  # a second press soon after belongs to the first one
    stopping.press("Enter")
    expect(page.get_by_text("Stopped. What had come stays.")).to_be_visible()
    expect(asking).to_be_focused()


def test_a_prompt_that_is_left_by_the_press_on_ask_is_the_one_that_is_sent(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/playground?who=recorded&sample=reply")
    page.get_by_role("textbox", name="Your prompt").fill("Something else")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Nothing was recorded for this very request.")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


LOST = "It is lost: ask once more."


def test_a_reply_comes_back_to_a_page_that_is_loaded_anew(calm_server, page):
    visit(page, f"{calm_server.url}/playground?who=recorded&beside=rules&sample=reply")
    ask(page)
    page.evaluate("sessionStorage.setItem(`sizewise reply ${location.pathname} x`, '{{{')")
    page.reload()
    page.reload()
    expect(page.get_by_role("heading", name="Keyword rules")).to_be_visible()
    expect(page.get_by_text("The Python to repeat it")).to_be_visible()
    page.reload()  # once it is over, too
    expect(page.get_by_text("The Python to repeat it")).to_be_visible()
    expect(page.get_by_text(LOST)).to_have_count(0)


def test_a_reply_comes_back_to_its_own_page_alone(calm_server, page):
    visit(page, f"{calm_server.url}/playground?who=recorded&sample=reply")
    ask(page)
    page.get_by_role("link", name="Provider board").click()
    page.get_by_text("Break one").click()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.get_by_text(LOST)).to_have_count(0)
    page.get_by_role("link", name="Playground").click()
    expect(page.get_by_role("heading", name="Reply")).to_be_visible()


def test_a_reply_that_was_on_its_way_when_the_server_was_killed_is_told_to_be_lost(server, page):
    visit(page, f"{server.url}/playground?who=recorded&sample=reply")
    endless = {"html": "<p>Writing …</p>", "state": "0 failed", "pause": 150}
    page.route("**/app/coming/*", lambda route: route.fulfill(json=endless))
    ask(page)
    server.kill()
    page.unroute_all()
    server.start()
    expect(page.get_by_text(LOST)).to_be_visible()
    ask(page)
    expect(page.get_by_text(LOST)).to_have_count(0)


def test_a_page_drawn_anew_follows_once_and_its_last_words_are_read_aloud(
    page,
):
    def told(words, state):
        return {"html": f'<p role="status">{words}</p>', "state": state}

    texts = [told("Writing …", "1 failed"), told("The reply ended by itself.", "over")]
    assert page.evaluate(FOLLOWING, [COMING, texts]) == [
        ["Writing …", 1, ""],
        ["The reply ended by itself.", 1, "over"],
        0,
    ]
