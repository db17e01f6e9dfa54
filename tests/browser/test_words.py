"""Words that open a note: by keyboard, on a phone, without a word to the server."""

from playwright.sync_api import expect

from tests.browser.screen import arrive, flaws, looks, settled

PART = "lesson?lesson=ai-and-gpt-4o-mini&part=what-you-pay-for"


def test_a_word_opens_and_closes_by_keyboard_and_its_note_leads_to_the_glossary_and_back(
    kept_server, calm_page
):
    page = arrive(calm_page, f"{kept_server.url}/{PART}")
    word, note = page.locator("button.term").first, page.locator(".note").first
    expect(note).to_be_hidden()
    assert _expanded(page, "API") is False
    word.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_contain_text("application programming interface")
    assert _expanded(page, "API") is True
    expect(word).to_be_focused()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link", name="In the glossary")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()
    word.click()
    note.get_by_role("link", name="In the glossary").click()
    expect(page.locator(".sought h2")).to_have_text("API")
    page.locator(".sought").get_by_role("link", name="What you pay for").click()
    expect(page.get_by_role("heading", name="What you pay for")).to_be_visible()
    assert "part=what-you-pay-for" in settled(page).url


def _expanded(page, name):
    """What the browser tells assistive technology of a button; no attribute of ours says it."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    [button] = [
        node
        for node in tree
        if node.get("role", {}).get("value") == "button"
        and node.get("name", {}).get("value") == name
    ]
    return {each["name"]: each["value"].get("value") for each in button["properties"]}["expanded"]


def test_an_open_note_has_no_barrier_and_lies_on_the_screen(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/{PART}")
    note = page.locator(".note").first
    for look in looks(page):
        if note.is_hidden():
            page.locator("button.term").first.click()
        box, screen = note.bounding_box(), page.viewport_size
        assert box["x"] >= 0, look
        assert box["x"] + box["width"] <= screen["width"], look
        assert box["y"] + box["height"] <= screen["height"], look
        assert (look, flaws(page)) == (look, [])
