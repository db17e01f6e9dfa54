"""The playground in a browser: a reply is watched as it is written, and can be stopped."""

from pathlib import Path

from playwright.sync_api import expect

from sizewise.ui.playground import coming
from tests.browser.plugin import LOOKS
from tests.browser.screen import flaws_in_looks, settled, visit

FOLLOWING = Path(__file__).with_name("following.js").read_text("utf-8")
COMING = Path(coming.__file__).with_suffix(".js").read_text("utf-8")


def ask(page):
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Writing …")).to_be_visible()


def test_a_reply_and_all_that_is_told_about_it_have_no_barrier(calm_server, page):
    visit(page, f"{calm_server.url}/playground?who=recorded&sample=label")
    ask(page)
    expect(page.get_by_role("heading", name="How sure it was of each token")).to_be_visible()
    for part in ("Request and response", "The Python to repeat it"):
        page.get_by_text(part).click()
    assert flaws_in_looks(settled(page), LOOKS[:1]) == []


def test_two_replies_side_by_side_have_no_barrier(calm_server, page):
    visit(page, f"{calm_server.url}/playground?who=recorded&beside=rules&sample=label")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="Keyword rules")).to_be_visible()
    expect(page.get_by_text("The Python to repeat it")).to_be_visible()
    assert flaws_in_looks(settled(page), LOOKS[1:]) == []


def test_a_reply_can_be_stopped_while_it_is_written(calm_server, page):
    visit(page, f"{calm_server.url}/playground?who=recorded&sample=reply")
    ask(page)
    asking = page.get_by_role("button", name="Ask", exact=True)
    expect(asking).to_be_disabled()
    expect(asking).not_to_have_css("color", "rgb(255, 255, 255)")  # white words on white paper
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopped. What had come stays.")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(asking).to_be_enabled()


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
