from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lesson.course import Word
from sizewise.learn.lesson.lesson import Lesson, LessonHead, Part, Prose
from sizewise.learn.lookup.lexicon import (
    bold_terms,
    by_key,
    explained_in,
    in_alphabet,
    key,
    letter,
    matching,
)
from sizewise.learn.quiz.item import Reference

TOKEN = Word(term="Token", meaning="A piece of text.")
TTFT = Word(term="TTFT", stands_for="time to first token", meaning="The silence at first.")
RATE = Word(term="Rate", meaning="What a million tokens cost.")


def lesson(name: str, words: tuple[str, ...] = (), **parts: str) -> Lesson:
    head = LessonHead(
        title=name, summary=name, minutes=5, objectives=("Read.",), skills=("choose-model",),
        facts_as_of=date(2026, 11, 21), reviewed=date(2026, 11, 21), words=words,
    )  # fmt: skip
    return Lesson(
        id=name,
        head=head,
        parts=tuple(
            Part(anchor=anchor.replace("_", "-"), title=anchor, pieces=(Prose(markdown=text),))
            for anchor, text in parts.items()
        ),
    )


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("tokens", "Token"),
        ("input token", "Input tokens"),
        ("CONTEXT WINDOW", "Context window"),
        ("LLMs", "LLM"),
        ("knowledge  cut-off", "Knowledge cut-off"),
        ("context\nwindow", "Context window"),
    ],
)
def test_a_term_is_the_same_in_any_case_and_in_a_plain_plural(written, same):
    assert key(written) == key(same)


@pytest.mark.parametrize(("one", "other"), [("class", "clas"), ("bias", "bia"), ("is", "i")])
def test_a_word_that_ends_in_s_is_no_plural(one, other):
    assert key(one) != key(other)


@given(st.text(min_size=1))
def test_every_term_has_a_name_and_that_name_is_its_own(term):
    assert key(term)
    assert key(key(term)) in (key(term), key(key(key(term))))


def test_bold_text_outside_code_is_found_in_order():
    text = "A **token** is `**not bold**`, and **a context\nwindow** is.\n\n```\n**code**\n```"
    assert list(bold_terms(text)) == ["token", "a context window"]


def test_stars_of_a_product_are_not_bold():
    assert list(bold_terms("2 ** 3 and 4 ** 5")) == []


def test_a_word_is_explained_where_it_stands_in_bold():
    one = lesson("first-one", what_it_is="A **token** is small.", bill="Count tokens, **tokens**!")
    other = lesson("second-one", more="Each **Token**, and **token** again.")
    assert explained_in([TOKEN], [one, other]) == {
        "token": (
            Reference(lesson="first-one", anchor="what-it-is"),
            Reference(lesson="first-one", anchor="bill"),
            Reference(lesson="second-one", anchor="more"),
        )
    }


def test_a_lesson_that_lists_a_word_and_has_it_in_bold_nowhere_counts_as_a_whole():
    listed = lesson("first-one", words=("Token", "Rate"), intro="The **rate** of tokens.")
    found = explained_in([TOKEN, RATE], [listed])
    assert found["token"] == (Reference(lesson="first-one"),)
    assert found["rate"] == (Reference(lesson="first-one", anchor="intro"),)


def test_an_acronym_is_explained_where_its_long_form_is():
    one = lesson("first-one", wait="The **time to first token**, **TTFT**.")
    other = lesson("second-one", more="The **time to first token**.")
    assert explained_in([TTFT], [one, other]) == {
        "ttft": (
            Reference(lesson="first-one", anchor="wait"),
            Reference(lesson="second-one", anchor="more"),
        )
    }


def test_a_word_that_no_lesson_explains_has_no_place():
    assert explained_in([TTFT], [lesson("first-one", intro="Nothing **bold** here.")]) == {
        "ttft": ()
    }


def test_a_search_looks_into_terms_long_forms_and_meanings():
    assert matching([TOKEN, TTFT, RATE], "token") == (TOKEN, TTFT, RATE)
    assert matching([TOKEN, TTFT, RATE], "FIRST tok") == (TTFT,)
    assert matching([TOKEN, TTFT, RATE], "") == (TOKEN, TTFT, RATE)
    assert matching([TOKEN, TTFT, RATE], "zebra") == ()


def test_the_alphabet_goes_word_by_word_without_case_and_signs():
    terms = ["Rate limit", "API key", "Rate", "api", "Pay-as-you-go", "Payload"]
    in_order = ["api", "API key", "Pay-as-you-go", "Payload", "Rate", "Rate limit"]
    assert sorted(terms, key=in_alphabet) == in_order


@pytest.mark.parametrize(("term", "under"), [("token", "T"), ("“Bar”", "B"), ("4o", "0–9")])
def test_a_term_stands_under_its_first_letter(term, under):
    assert letter(term) == under


def test_of_two_entries_for_one_term_the_first_holds():
    again = Word(term="tokens", meaning="Once more.")
    assert by_key([TOKEN, again]) == {"token": TOKEN}
