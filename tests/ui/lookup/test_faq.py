"""The page of questions and answers."""

import re

from sizewise.learn.lookup.faq import FaqEntry, FaqTopic
from sizewise.library.kinds import FAQ
from sizewise.ui import house
from sizewise.ui.lookup.faq import topic_html
from tests.ui.app import opened, said

ENTRY = FaqEntry(
    id="rates",
    question="What costs more?",
    answer="Output, at {{price gpt-4o-mini output}} a million.\n\n1. One <b>\n2. Two",
    references=({"lesson": "ai-and-gpt-4o-mini", "anchor": "what-you-pay-for"},),
)
TOPIC = FaqTopic(title="The bill", entries=(ENTRY,))


def test_an_answer_is_closed_until_somebody_opens_it():
    assert "<details>" in topic_html(TOPIC, is_open=False)
    assert "<details open>" in topic_html(TOPIC, is_open=True)


def test_an_answer_has_its_facts_its_list_and_its_way_on():
    text = topic_html(TOPIC, is_open=False)
    assert "$0.60" in text
    assert "<ol>" in text
    assert "&lt;b&gt;" in text
    assert "part=what-you-pay-for" in text


def test_the_page_asks_every_question():
    page = said(opened("faq"))
    entries = house.library().one(FAQ).entries
    assert 15 <= len(entries) <= 25
    assert f"{len(entries)} questions" in page
    assert page.count("<details>") == len(entries)
    assert "{{" not in page


def test_a_link_shows_its_answer_first():
    page = said(opened("faq", ask="do-cached-tokens-need-set-up"))
    assert page.index('class="sought"') < page.index("<details>")
    assert "<h2>Do cached tokens need set-up?</h2>" in page


def test_a_link_to_no_question_shows_them_all():
    assert 'class="sought"' not in said(opened("faq", ask="<script>"))


def test_a_search_that_finds_few_opens_them():
    app = opened("faq")
    app.text_input(key="faq_search").set_value("cookie birth").run()
    assert re.findall(r"<details( open)?>", said(app)) == [" open"]


def test_a_search_that_finds_nothing_says_so():
    app = opened("faq", search="zebra")
    assert "0 of " in said(app)


def test_notes_of_two_answers_have_names_of_their_own():
    names = re.findall(r'class="note" id="([^"]+)"', said(opened("faq", ask="run-it-myself")))
    assert names
    assert len(names) == len(set(names))
