"""What a model file says of the model's end, beside its lifecycle."""

import pytest

from tests.library.files import MODEL, opened

FILE = "content/models/gpt-4o-mini.yaml"
TURNED = MODEL.replace("shutdown: 2027-01-14", "redirect: {since: 2026-12-01, to: heir}")


def warnings(tmp_path, text, says):
    library = opened(tmp_path, {FILE: f'{text}open_questions:\n  - "{says}"\n'})
    return [each.what for each in library.problems if each.place == "open_questions"]


@pytest.mark.parametrize(
    "says",
    [
        "From then on, the same name answers with another model.",
        "The maker sends these calls to its successor; calls do not fail.",
    ],
)
def test_a_text_that_hands_the_name_over_wants_a_redirect(tmp_path, says):
    assert "has no `redirect:`" in warnings(tmp_path, MODEL, says)[0]
    assert warnings(tmp_path, TURNED, says) == []


def test_a_text_that_lets_calls_fail_wants_none(tmp_path):
    says = "From the shut-down date on calls to it fail."
    assert "says that calls fail" in warnings(tmp_path, TURNED, says)[0]
    assert warnings(tmp_path, MODEL, says) == []
