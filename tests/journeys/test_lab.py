"""A learner prices prompts of their own, strange ones too."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.plugin import LOOKS
from tests.browser.screen import barriers, settled, too_wide, visit

STRANGE = (
    "<script>alert(1)</script> is it $5 or $6? <|endoftext|> 👩‍👩‍👧‍👦 {{price gpt-4o-mini input}}"
)


def _pastes(page, url, text):
    visit(page, f"{url}/lab")
    field = page.get_by_label("Your prompt")
    field.fill(text)
    field.blur()
    expect(page.locator(".counts")).to_contain_text(f"{len(text):,}")
    settled(page)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_a_strange_prompt_is_shown_as_typed_and_breaks_nothing(
    calm_server, open_page, viewport, scheme
):
    page = open_page(viewport, scheme)
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    _pastes(page, calm_server.url, STRANGE)
    chips = page.get_by_test_id("stMain").inner_text()
    for piece in ("script", "endoftext", "👩‍👩‍👧‍👦"):
        assert piece in chips
    assert page.locator(".katex").count() == 0
    assert (barriers(page), too_wide(page)) == ("", False)


def test_a_paste_of_two_million_characters_is_cut_with_a_sentence(server, page):
    visit(page, f"{server.url}/lab")
    field = page.get_by_label("Your prompt")
    field.focus()
    field.evaluate(
        """(box) => {
          const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
          set.call(box, 'word '.repeat(400_000))
          box.dispatchEvent(new Event('input', {bubbles: true}))
        }"""
    )
    field.blur()
    expect(page.get_by_test_id("stAlert")).to_contain_text("2,000,000 characters")
    expect(page.locator(".counts")).to_contain_text("200,000")
    assert "Traceback" not in server.log


def test_the_bill_follows_the_inputs_and_the_address_keeps_them(server, page):
    visit(page, f"{server.url}/lab")
    before = page.locator(".rc").first.inner_text()
    calls = page.get_by_role("spinbutton", name="Calls per month")
    calls.fill("123456")
    calls.press("Enter")
    expect(page).to_have_url(re.compile("calls=123456"))
    settled(page)
    after = page.locator(".rc").first.inner_text()
    assert after != before
    page.reload()
    settled(page)
    expect(page.get_by_role("spinbutton", name="Calls per month")).to_have_value("123456")
    assert page.locator(".rc").first.inner_text().split() == after.split()
