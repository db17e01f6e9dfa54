"""Searches without a hit, texts without an end and files of commas, in a browser."""

from playwright.sync_api import expect

from sizewise.ground import limits
from tests.browser.screen import arrive, barriers, settled

SEARCHES = (
    ("Questions and answers", "Search questions and answers", "Clear the search"),
    ("Glossary", "Search the words and their meanings", "Clear the search"),
    ("Catalogue", "Search by name or maker", "Clear filters"),
)
"""A link of the menu, the field it leads to, and the way back."""


def test_a_search_without_a_hit_says_so_and_leads_back(kept_server, calm_page):
    page = arrive(calm_page, kept_server.url)
    for name, label, clear in SEARCHES:
        page.get_by_role("link", name=name, exact=True).click()
        field = page.get_by_label(label)
        field.fill("zebra (a+)+$ \ud83e\udd93 <b>$x$")
        expect(page.get_by_text("0 of ").first).to_be_visible()
        assert (name, barriers(settled(page))) == (name, "")
        page.get_by_role("button", name=clear).click()
        expect(page.get_by_text("0 of ")).to_have_count(0)
        expect(field).to_have_value("")


def test_a_file_of_commas_is_refused_and_the_next_ones_are_counted(
    kept_server, calm_page, tmp_path
):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=many")
    chosen = page.locator("input[type=file]")
    chosen.set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"," * 100_000})
    expect(page.get_by_text("more than 200 columns")).to_be_visible()
    chosen.set_input_files({"name": "b.csv", "mimeType": "text/csv", "buffer": b"text\nHello\n"})
    expect(page.get_by_text("more than 200 columns")).to_have_count(0)
    expect(page.get_by_text("Tokens in all")).to_be_visible()
    prompts = tmp_path / "prompts.csv"
    prompts.write_text("text\n" + "Hello world\n" * 5_000)
    chosen.set_input_files(prompts)
    expect(page.locator(".counts")).to_contain_text("10,000")
    assert barriers(settled(page)) == ""


def test_a_text_that_no_field_takes_is_refused_with_a_sentence(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=x-ray")
    field = page.get_by_label("Your text")
    field.fill("Hello")
    page.keyboard.insert_text("word " * (limits.FIELD_CHARACTERS // 5))
    expect(page.get_by_role("alert").filter(has_text="takes up to 2,000,000")).to_be_visible()
    expect(field).to_have_value("Hello")
    assert barriers(settled(page)) == ""
    page.keyboard.insert_text("!")
    expect(page.locator(".too-long")).to_have_count(0)
