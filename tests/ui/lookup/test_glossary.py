"""The page of all words: in the alphabet, found by a search, and led back to the lessons."""

import pytest

from sizewise.learn.lesson.course import Word
from sizewise.learn.lookup.lexicon import in_alphabet
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house
from sizewise.ui.lookup.glossary import list_html
from tests.ui.app import opened, said

FIRST = Reference(lesson="ai-and-gpt-4o-mini", anchor="what-you-pay-for")


def test_words_stand_under_their_letters_in_the_alphabet():
    words = [Word(term=term, meaning="It is.") for term in ("Zebra", "API key", "API", "batch")]
    text = list_html(words, {})
    places = [text.index(f"<dt>{term} ") for term in ("API", "API key", "batch", "Zebra")]
    assert places == sorted(places)
    assert [text.count(f'id="letter-{sign}"') for sign in "ABZ"] == [1, 1, 1]


def test_a_word_leads_to_the_parts_that_explain_it():
    text = list_html([Word(term="API", meaning="A door.")], {"api": (FIRST,)})
    assert 'href="lesson?lesson=ai-and-gpt-4o-mini&amp;part=what-you-pay-for"' in text
    assert "What you pay for</a>" in text


def test_a_part_that_is_not_there_gets_no_link():
    gone = Reference(lesson="not-written")
    assert "Explained in" not in list_html([Word(term="API", meaning="A door.")], {"api": (gone,)})


def test_the_page_shows_every_word_of_the_course():
    page = said(opened("glossary"))
    words = house.library().glossary
    assert f"{len(words)} words" in page
    assert [word.term for word in words if f"<dt>{word.term} " not in page] == []


def test_the_first_lessons_terms_lead_back_to_it():
    page = said(opened("glossary"))
    api = page[page.index('id="word-api"') : page.index('id="word-api-key"')]
    assert "part=what-you-pay-for" in api


EXPLAINED = {
    "Median": "the-mean-hides-the-tail",
    "Least privilege": "text-that-gives-orders",
    "OIDC": "where-a-key-lives",
    "Router": "who-gets-the-call",
    "TTFT": "words-for-speed",
}
"""Words, and the part of a lesson that explains each."""


def test_words_lead_to_the_parts_that_explain_them_and_the_page_promises_no_more():
    page = said(opened("glossary"))
    for term, part in EXPLAINED.items():
        entry = page[page.index(f"<dt>{term} ") :].split("</dd>")[0]
        assert f"part={part}" in entry, term
    assert "Where a lesson explains one, a link leads there." in page


@pytest.mark.parametrize("written", ["token", "tokens", "TOKEN"])
def test_a_link_shows_its_word_first(written):
    page = said(opened("glossary", word=written))
    assert page.index("<h2>Token</h2>") < page.index('id="letter-')


def test_an_unknown_word_gets_the_nearest_and_is_no_html():
    assert "Did you mean" in said(opened("glossary", word="tokin"))
    page = said(opened("glossary", word="<script>x</script>"))
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_a_search_filters_and_goes_along_in_the_address():
    app = opened("glossary")
    app.text_input(key="gl_search").set_value("first token").run()
    assert "<dt>TTFT " in said(app)
    assert "<dt>API " not in said(app)
    assert app.query_params["search"] == "first token"


def test_a_search_from_the_address_is_done():
    app = opened("glossary", search="zzzz")
    assert "0 of " in said(app)
    assert app.text_input(key="gl_search").value == "zzzz"


def test_the_real_glossary_is_in_order():
    terms = [word.term for word in house.library().glossary]
    assert terms == sorted(terms, key=in_alphabet)
