"""Searches without a hit, texts without an end and files of commas, in a browser."""

import pytest
from playwright.sync_api import expect

from sizewise.ground import limits
from tests.browser.screen import barriers, visit


@pytest.mark.parametrize(
    ("path", "label", "clear"),
    [
        ("faq", "Search questions and answers", "Clear the search"),
        ("glossary", "Search the words and their meanings", "Clear the search"),
        ("models", "Search by name or maker", "Clear filters"),
    ],
)
def test_a_search_without_a_hit_says_so_and_leads_back(calm_server, page, path, label, clear):
    visit(page, f"{calm_server.url}/{path}")
    field = page.get_by_label(label)
    for search in ("zebra (a+)+$ \ud83e\udd93", "<b>$x$"):
        field.fill(search)
        expect(page.get_by_text("0 of ").first).to_be_visible()
    assert barriers(page) == ""
    page.get_by_role("button", name=clear).click()
    expect(page.get_by_text("0 of ")).to_have_count(0)
    expect(field).to_have_value("")


def test_a_text_that_no_field_takes_is_refused_with_a_sentence(calm_server, page):
    visit(page, f"{calm_server.url}/lab?view=x-ray")
    field = page.get_by_label("Your text")
    field.fill("Hello")
    page.keyboard.insert_text("word " * (limits.FIELD_CHARACTERS // 5))
    expect(page.get_by_role("alert").filter(has_text="takes up to 2,000,000")).to_be_visible()
    expect(field).to_have_value("Hello")
    assert barriers(page) == ""
    page.keyboard.insert_text("!")
    expect(page.locator(".too-long")).to_have_count(0)


def test_a_file_of_commas_is_refused_and_the_next_one_is_counted(calm_server, page):
    visit(page, f"{calm_server.url}/lab?view=many")
    chosen = page.locator("input[type=file]")
    chosen.set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"," * 100_000})
    expect(page.get_by_text("more than 200 columns")).to_be_visible()
    chosen.set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": b"text\nHello\n"})
    expect(page.get_by_text("more than 200 columns")).to_have_count(0)
    expect(page.get_by_text("Tokens in all")).to_be_visible()
