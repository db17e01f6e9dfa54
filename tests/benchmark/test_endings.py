"""How replies ended that came without an error."""

from sizewise.benchmark.endings import Endings, endings, together
from sizewise.benchmark.trial import TokensUsed
from tests.benchmark.builders import failure, trial


def thought(output):
    """Nothing but thinking."""
    return TokensUsed(input=9, output=output, reasoning=output, estimated=False)


def test_cut_filtered_and_empty_replies_are_told_apart():
    replies = [
        trial(0),
        trial(1, finish="length"),
        trial(2, finish="length", reply="", tokens=thought(8), first=None, chunks=()),
        trial(3, finish="content_filter", reply=""),
        trial(4, reply=" \n"),
        failure(5),
    ]
    found = endings(replies)
    assert found == Endings(whole=5, cut=2, thinking=1, filtered=1, empty=1)
    assert found.said == (
        "2 cut at the limit (1 of them while thinking, before any text), 1 ended by a filter "
        "and 1 empty"
    )


def test_a_reply_that_thought_and_then_was_cut_in_its_text_was_not_cut_while_thinking():
    used = TokensUsed(input=9, output=20, reasoning=8, estimated=False)
    assert endings([trial(finish="length", tokens=used)]) == Endings(whole=1, cut=1)


def test_thinking_that_a_stream_showed_needs_no_count_of_it():
    shown = trial(finish="length", reply="", thought=True)
    assert endings([shown]) == Endings(whole=1, cut=1, thinking=1)


def test_replies_that_came_to_their_end_leave_nothing_to_say():
    assert endings([trial(0), trial(1)]).said == ""


def test_rows_are_added_up():
    assert together([Endings(9, 1, 1), Endings(9, 2, 0, 3, 4)]) == Endings(18, 3, 1, 3, 4)
    assert together([]) == Endings()
