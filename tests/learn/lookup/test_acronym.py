import pytest

from sizewise.learn.lookup.acronym import UNDERSTOOD, acronyms, explained_by, unexplained


def test_capitals_that_stand_alone_are_acronyms():
    assert acronyms("An API, two LLMs and one PDF.") == ["API", "LLM", "PDF"]


@pytest.mark.parametrize("text", ["GPT-4o", "A-Z", "$USD", "RTXABCD", "I", "Ok", "B2B", "o200K"])
def test_names_signs_and_long_runs_are_none(text):
    assert acronyms(text) == []


def test_a_glossary_explains_the_acronyms_of_its_terms():
    assert explained_by(["API key", "Token"]) == {"API"}


def test_an_acronym_that_nobody_explains_is_named_once_in_order():
    assert unexplained("SLA, TTFT, SLA again", {"TTFT"}) == ["SLA"]


@pytest.mark.parametrize("text", ["service level agreement (SLA)", "SLA (service level agreement)"])
def test_an_acronym_may_be_explained_in_place(text):
    assert unexplained(text + " and the SLA once more", set()) == []


def test_everyday_capitals_need_no_entry_and_each_says_why():
    assert unexplained("OK, 5 GB in the US at 9 AM", set()) == []
    assert all(UNDERSTOOD.values())
