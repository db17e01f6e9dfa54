"""Claims about all models, held against the catalogue."""

import pytest

from sizewise.library.checks.general_claims import CLAIMS, claims
from tests.library.files import MODEL, QUIZ, opened, said

FILE = "quizzes/match-size.yaml"
OPEN_ENDED = MODEL.replace("id: gpt-4o-mini", "id: whole-window")
OPEN_ENDED = OPEN_ENDED.replace("name: GPT-4o mini", "name: Whole Window")
OPEN_ENDED = OPEN_ENDED.replace("max_output: 16384", "max_output: 128000")
SAYS = "    explanation: Start small and climb on evidence."


def told(tmp_path, explanation, **changed):
    quiz = QUIZ.replace(SAYS, f"    explanation: {explanation}", 1)
    for old, new in changed.items():
        quiz = quiz.replace(old, new)
    assert explanation in quiz
    models = {"content/models/whole-window.yaml": OPEN_ENDED}
    return [each for each in said(opened(tmp_path, {FILE: quiz, **models})) if "all models" in each]


def test_a_claim_that_one_model_refutes_names_that_model(tmp_path):
    [problem] = told(tmp_path, "A reply has a limit of its own.")
    assert "explanation: warning: it speaks of all models" in problem
    assert "Whole Window a reply may be as long as its window" in problem
    assert "say “most models”" in problem


@pytest.mark.parametrize(
    "explanation",
    [
        "On most models a reply has a limit of its own.",
        "With GPT-4o mini, a reply has a limit of its own.",
        "Output costs more than input.",  # and so it does on both models here
    ],
)
def test_a_claim_that_leaves_a_way_out_names_its_model_or_holds_is_left_alone(
    tmp_path, explanation
):
    assert told(tmp_path, explanation) == []


def test_each_claim_is_heard():
    texts = (
        "The reply can never fill the window.",
        "Replies have their own limit.",
        "Output costs more than input.",
        "Output rates are higher.",
        "Rates never change for long calls.",
        "A limit holds per minute.",
        "A RETIRED model returns an error.",
        "Switched-off models give an error.",
        "Every model has a batch price.",
        "Any model offers a cached rate.",
    )
    assert [text for text in texts if not claims(text)] == []
    assert [c.because for c in CLAIMS if not any(c.says.search(text) for text in texts)] == []
    assert not claims("A model reads and writes tokens.")
