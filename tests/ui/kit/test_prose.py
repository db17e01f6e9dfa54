"""Prose as HTML: a word of the glossary in bold has a note where it first stands."""

import re

from sizewise.learn.lesson.course import Word
from sizewise.learn.lookup.lexicon import bold_terms, by_key, key
from sizewise.ui import house
from sizewise.ui.kit.prose import GlossedText

TOKEN = Word(term="Token", meaning="A piece of text.")
LLM = Word(term="LLM", stands_for="large language model", meaning="It writes <text>.")
WORDS = (TOKEN, LLM)


def html(*pieces: str) -> str:
    prose = GlossedText("note", WORDS)
    return "\n".join(prose.html(each) for each in pieces)


def noted(text: str) -> list[str]:
    return re.findall(r'<button type="button" class="term"[^>]*>([^<]*)</button>', text)


def test_a_term_in_bold_becomes_a_button_that_opens_its_note():
    text = html("Both are counted in **tokens**.")
    assert '<button type="button" class="term" popovertarget="note-token">tokens</button>' in text
    assert '<span class="note" id="note-token" popover role="note">' in text
    assert "A piece of text." in text


def test_the_text_reads_the_same_with_the_note_taken_out():
    text = re.sub(r'<span class="note".*?Close">×</button></span>', "", html("An **LLM** writes."))
    assert re.sub(r"<[^>]+>", "", text).strip() == "An LLM writes."


def test_a_word_has_its_note_once_on_a_screen_whichever_piece_it_stands_in():
    assert noted(html("A **token**, **tokens**.", "More **tokens**, and an **LLM**.")) == [
        "token",
        "LLM",
    ]


def test_bold_that_is_no_term_stays_bold():
    text = html("**match the model to the task**, a **token of thanks**")
    assert noted(text) == []
    assert "<strong>token of thanks</strong>" in text


def test_a_term_in_a_link_or_in_code_stays_as_it_is():
    assert noted(html("[**token**](https://example.org) and `**token**`")) == []


def test_a_long_form_and_html_in_a_meaning_are_shown_as_text():
    text = html("**LLM**")
    assert '<span class="long">large language model</span>' in text
    assert "It writes &lt;text&gt;." in text


def test_typed_html_is_shown_and_never_run():
    assert "<script>" not in html("<script>alert(1)</script> **token**")


def test_a_link_to_a_page_of_the_app_stays_in_it_and_another_opens_a_tab():
    text = html("[lab](lab?view=plan) and [site](https://example.org)")
    assert '<a href="lab?view=plan" class="go">' in text
    assert '<a href="https://example.org" target="_blank">' in text


def test_facts_are_filled_in_and_dollars_are_dollars():
    assert "$0.15" in html("It costs {{price gpt-4o-mini input}}, **token**.")


def test_two_texts_of_a_page_have_notes_of_their_own():
    one, other = (
        GlossedText("a", WORDS).html("**token**"),
        GlossedText("b", WORDS).html("**token**"),
    )
    assert 'id="a-token"' in one
    assert 'id="b-token"' in other


def test_each_word_of_the_glossary_that_a_lesson_has_in_bold_gets_its_note():
    library = house.library()
    known = by_key(library.glossary)
    for lesson in library.lessons.values():
        for part in lesson.parts:
            prose = GlossedText("note", library.glossary)
            texts = [piece.markdown for piece in part.pieces if piece.kind == "prose"]
            shown = {key(each) for text in texts for each in noted(prose.html(text))}
            written = {key(term) for text in texts for term in bold_terms(text)}
            assert shown == written & known.keys(), (lesson.id, part.anchor)
