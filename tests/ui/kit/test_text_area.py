"""Fields whose text is counted while it is typed."""

import re

import pytest

from sizewise import ROOT
from tests.ui.app import opened
from tests.ui.blocks.test_drawing import drawn

UNCOUNTED = {
    "lab/call/tools.py": "a form takes its fields with its button",
    "playground/schema_field.py": "the text waits for the button that sends it",
    "playground/screen.py": "the texts wait for the button that sends them",
}
"""Screens with an area that is Streamlit's own, and why nothing follows it while somebody types."""


def test_every_area_is_counted_while_it_is_typed_but_for_a_reason():
    screens = ROOT / "sizewise" / "ui"
    own = {
        str(each.relative_to(screens))
        for each in screens.rglob("*.py")
        if re.search(r"\bst\.text_area\(", each.read_text("utf-8"))
    }
    assert own == {"kit/text_area.py", *UNCOUNTED}


@pytest.mark.parametrize("page", ["home", "quiz", "lab"])
def test_what_hands_texts_over_and_reads_numbers_is_on_every_page(page):
    scripts = opened(page).get("bidi_component")
    assert "sizewise_text_area" in {each.proto.component_name for each in scripts}


def test_a_text_of_a_lesson_beyond_its_limit_is_kept_and_said_to_count_in_part():
    app = drawn({"kind": "token-chips", "text": "Match"})
    app.text_area[0].set_value("word " * 1000).run()
    assert "5,000 characters. Only the first 2,000 count." in app.warning[0].value
    assert len(app.text_area[0].value) == 5000


def test_a_text_of_several_lines_stands_in_the_field_as_it_is_counted():
    assert drawn({"kind": "token-chips", "text": "{\n  1\n}"}).text_area[0].value == "{\n  1\n}"
