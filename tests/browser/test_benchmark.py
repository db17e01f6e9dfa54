"""The benchmark lab in a browser: a plan is run, watched, looked at and rated."""

from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import flaws_in_looks, turn_to, visit

BOTH = "who=keyword-rules,recorded&n=6&warm=0&price=gpt-4o-mini"
"""Two who can be compared in what they cost and how often they are right."""


def test_a_plan_that_runs_and_a_blind_rating_have_no_barrier(server, page):
    visit(page, f"{server.url}/benchmark?view=run&plan=rules-or-small-model&{BOTH}")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_text("All done.")).to_be_visible()
    assert flaws_in_looks(page, LOOKS[:1]) == []
    page.get_by_role("button", name="See results").click()
    expect(page.get_by_text("no other beats it").first).to_be_visible()
    assert flaws_in_looks(page, LOOKS[:1]) == []
    turn_to(page, f"{server.url}/benchmark?view=rate")
    page.get_by_role("button", name="Seal the key and begin").click()
    page.get_by_role("button", name="partly right").click()
    expect(page.get_by_text("Reply 2 of 6")).to_be_visible()
    assert flaws_in_looks(page, LOOKS[1:]) == []
