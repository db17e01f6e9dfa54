"""L25: is a fact typed that will be wrong one day?"""

import pytest

from sizewise.learn.quiz.item import ChoiceVariable, PriceRef, PriceVariable
from tests.learn.lint.builders import item, levels, option, options, template, words_of

ASK = "What does a month of it cost?"


@pytest.mark.parametrize(
    "typed",
    [
        "It costs $0.15.",
        r"It costs \$0.15 a million.",
        "It costs **$ 2**.",
        "It costs 15 cents.",
        "It costs 3 US dollars.",
        "It sends 500 tokens.",
        "It sends **500** tokens.",
        "It sends 1,200 input tokens.",
        "It holds 128K tokens.",
        "It has a 128,000-token window.",
        "It holds 2 million tokens.",
        "It has a context window of 128K.",
        "It has a context of 1 million.",
        "It has a 128,000 context window.",
    ],
)
def test_l25_a_typed_number_in_the_stem(typed):
    assert levels(item(stem=f"{typed} {ASK}"), rule="L25") == ["E"]
    picks = options(typed.replace("It", "One"), "Another way", "A third way")
    assert levels(
        item(options=tuple(o.model_copy(update={"feedback": "So."}) for o in picks)), rule="L25"
    ) == ["E"]


@pytest.mark.parametrize(
    "written",
    [
        "It costs {{price gpt-4o-mini input}}.",
        "It costs {{price gpt-4o-mini input}} per 1M tokens.",
        "It writes **95 tokens per second**.",
        "Its context window holds 40 messages.",
        "It writes 95 tokens a second.",
        "It sorts 50,000 letters.",
        "One token is about four letters.",
        "It is GPT-4o mini, which reads tokens.",
    ],
)
def test_l25_a_fact_from_the_catalogue_and_a_number_of_the_story(written):
    assert levels(item(stem=f"{written} {ASK}"), rule="L25") == []


def test_l25_tells_what_to_write():
    told = words_of(item(stem=f"It costs $0.15. {ASK}"), rule="L25")
    assert "$0.15" in told
    assert "{{price MODEL FIELD}}" in told
    assert "{n_in}" in told


def test_l25_a_variable_stands_for_its_number():
    assert levels(template(), rule="L25") == []


def test_l25_an_amount_in_the_explanation_or_the_feedback_is_a_warning():
    told = "A thousand such calls would be $0.33, which is less than most people guess."
    picks = (*options("Begin small", "Begin large"), option("c", "Wait", feedback="No: $5."))
    assert levels(item(explanation=told), rule="L25") == ["W"]
    assert levels(item(options=picks), rule="L25") == ["W"]
    assert levels(item(hints=("It is below $1.",)), rule="L25") == ["W"]


def test_l25_a_price_variable_comes_from_the_catalogue():
    typed = {**template().variables, "p_in": ChoiceVariable(choice=(1, 2))}
    named = {
        **template().variables,
        "p_in": PriceVariable(price=PriceRef(model="m1", field="input")),
    }
    assert "variables.p_in" in words_of(template(variables=typed), rule="L25")
    assert levels(template(variables=named), rule="L25") == []


@pytest.mark.parametrize(
    "stem",
    [
        "Which model is currently a good start?",
        "Which model came in 2024?",
        "Is it the latest model?",
    ],
)
def test_l25_a_fact_that_changes_names_its_day_and_source(stem):
    assert levels(item(stem=stem), rule="L25") == ["E"]
    assert levels(item(stem=stem, last_verified="2026-11-01"), rule="L25") == ["E"]
    assert levels(item(stem=stem, last_verified="2026-11-01", source="A page"), rule="L25") == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-21", []),
        ("2026-08-23", []),  # 90 days before 2026-11-21: 8 + 30 + 31 + 21
        ("2026-08-22", ["W"]),
        ("2026-11-22", ["E"]),
    ],
)
def test_l25_a_check_holds_for_ninety_days(day, said):
    assert levels(item(last_verified=day, source="A page"), rule="L25") == said
