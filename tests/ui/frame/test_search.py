"""Searches that find nothing, and searches that nobody foresaw."""

import pytest

from tests.ui.app import opened, said

SEARCHES = [
    pytest.param("faq", "faq_search", "questions", id="faq"),
    pytest.param("glossary", "gl_search", "words", id="glossary"),
    pytest.param("models", "cat_search", "models", id="models"),
]
ODD = {
    "spaces": " " * 30,
    "long": "zebra " * 2_000,
    "pattern": "(a+)+$ [z-a] \\ *",
    "emoji": "👩‍👩‍👧‍👦 🦓",
    "html": "<script>alert(1)</script><b>",
    "markdown": "$x$ **bold** `code` [a](b) :smile:",
    "null": "\x00\x07\u202e",
}


@pytest.mark.parametrize(("page", "key", "things"), SEARCHES)
def test_a_search_without_a_hit_says_so_and_leads_back(page, key, things):
    app = opened(page)
    app.text_input(key=key).set_value("zebra").run()
    assert not app.exception
    assert "0 of " in said(app)
    way_out = "cat_clear" if page == "models" else f"{key}_clear"
    app.button(key=way_out).click().run()
    assert app.text_input(key=key).value == ""
    assert "0 of " not in said(app)
    assert things in said(app)


@pytest.mark.parametrize("search", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("page", "key", "things"), SEARCHES)
def test_no_search_takes_the_page_away(page, key, things, search):
    app = opened(page)
    app.text_input(key=key).set_value(search).run()
    assert not app.exception
    assert things in said(app)


@pytest.mark.parametrize("search", ODD.values(), ids=ODD)
@pytest.mark.parametrize(("page", "key", "things"), SEARCHES)
def test_no_search_of_an_address_takes_the_page_away(page, key, things, search):
    app = opened(page, search=search)
    assert not app.exception
    assert things in said(app)


@pytest.mark.parametrize(("page", "key", "things"), SEARCHES[:2])
def test_a_search_of_an_address_that_is_too_long_says_what_it_left_out(page, key, things):
    assert "at most 60 letters" in said(opened(page, search="zebra " * 2_000))
    assert "at most 60 letters" not in said(opened(page, search="zebra"))


def test_filters_that_leave_no_model_say_so_and_lead_back():
    app = opened("models", most="0.0001", size="large", status="announced")
    assert not app.exception
    assert "0 of " in said(app)
    app.button(key="cat_clear").click().run()
    assert "0 of " not in said(app)
