"""The first page."""

from sizewise.sizing.chips import chips
from sizewise.ui.home import HEADLINE


def test_the_headline_is_cut_as_the_tokenizer_cuts_it():
    assert chips("Match the model to the task.", "o200k_base") == HEADLINE
