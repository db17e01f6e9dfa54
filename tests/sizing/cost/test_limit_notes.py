"""Notes on a call's size: worded once for every view."""

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.cost.limit_notes import limit_notes
from sizewise.sizing.tokens.usage import Usage
from tests.sizing.models import DAY, long_context, price, profile


def notes(sent, written, longer=None):
    limits = Limits(context_window=1000, max_output=100, checked_on=DAY)
    usage, paid = Usage(sent, output=written), price(1, 2, long_context=longer)
    return list(limit_notes(profile("mini", limits=limits), usage, paid))


def test_a_call_that_fits_has_none():
    assert notes(900, 100) == []


def test_the_window_holds_prompt_and_reply_together():
    assert notes(901, 100) == [
        "Too long: Mini holds 1,000 tokens, prompt and reply together, and one call has 1,001."
    ]


def test_a_prompt_alone_can_be_too_long():
    assert notes(1200, 0)[0].endswith("and one call has 1,200.")


def test_no_window_makes_a_reply_longer_than_the_model_writes():
    assert notes(10, 101) == ["Too long a reply: Mini writes at most 100 tokens."]


def test_a_long_input_costs_more_a_token():
    assert notes(501, 1, long_context(500, 2, 4)) == [
        "Above 500 tokens of input Mini has a higher rate."
    ]
    assert notes(500, 1, long_context(500, 2, 4)) == []
