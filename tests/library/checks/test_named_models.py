"""A number of a role beside the name of one model: right until the role passes on."""

import pytest

from tests.library.files import MODEL, opened, said

CAST = """\
roles:
  - id: small
    meaning: A small model to try first.
    held: [{model: gpt-4o-mini, until: 2027-01-14}, {model: new-mini}]
"""
NEW = MODEL.replace("id: gpt-4o-mini", "id: new-mini").replace(
    "name: GPT-4o mini", "name: New mini"
)
FILES = {"content/cast.yaml": CAST, "content/models/new-mini.yaml": NEW}


def told(tmp_path, answer):
    faq = (
        "topics:\n  - title: The bill\n    entries:\n      - id: how-much\n"
        f"        question: How much?\n        answer: {answer!r}\n"
    )
    problems = said(opened(tmp_path, {"content/faq.yaml": faq, **FILES}))
    return [each for each in problems if "faq.yaml" in each]


@pytest.mark.parametrize(
    "answer",
    [
        "On {{name gpt-4o-mini}} a million tokens cost {{price small input}}.",
        "On GPT-4o mini a million tokens cost {{price small input}}.",
    ],
)
def test_a_number_of_a_role_is_not_given_for_the_model_that_is_named(tmp_path, answer):
    [problem] = told(tmp_path, answer)
    assert "content/faq.yaml:6" in problem
    assert "gives a number of the role `small`" in problem
    assert "write {{name small}}" in problem


@pytest.mark.parametrize(
    "answer",
    [
        "On {{name small}} a million tokens cost {{price small input}}.",
        "On {{name gpt-4o-mini}} a million tokens cost {{price gpt-4o-mini input}}.",
        "On GPT-4o mini {{price gpt-4o-mini input}}, on {{name small}} {{price small input}}.",
        "GPT-4o mini came first. A million tokens cost {{price small input}}.",
        "A million tokens cost {{price small input}}.",
    ],
)
def test_numbers_beside_their_own_model_or_beside_none_are_left_alone(tmp_path, answer):
    assert told(tmp_path, answer) == []
