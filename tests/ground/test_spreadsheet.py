import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.spreadsheet import safe_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_formula_is_put_behind_an_apostrophe(start):
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "a=1", " =1", "'=1", "1+1"])
def test_other_cells_stay_as_they_are(text):
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_starts_a_formula(text):
    assert not safe_cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))
