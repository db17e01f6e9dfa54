"""Notes on hidden thinking: worded once for every view."""

from sizewise.sizing.cost.thinking_notes import thinking_note, unthought_note
from tests.sizing.models import MINI, profile

ALWAYS = profile("sol", MINI, thinking="on-by-default")
ASKED = profile("luna", MINI, thinking="off-by-default")
NEVER = profile("mini", MINI)


def test_a_model_that_never_thinks_has_no_note():
    assert (thinking_note(NEVER), unthought_note([NEVER, ASKED])) == (None, None)


def test_a_job_priced_as_if_on_a_thinking_model_says_what_the_bill_lacks():
    assert unthought_note([NEVER, ALWAYS, ALWAYS]) == (
        "Sol thinks before it answers. Hidden tokens are billed as output: here there are none, so "
        "the real bill is larger."
    )
    assert thinking_note(ASKED).startswith("Luna thinks only when you ask it to.")
