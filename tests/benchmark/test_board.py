"""Rows of the provider board, by hand."""

from fractions import Fraction

from sizewise.benchmark.board import board_row
from sizewise.benchmark.trial import TokensUsed
from tests.benchmark.builders import failure, trial


def test_speed_counts_the_tokens_after_the_first_over_the_time_they_took():
    # Ten tokens in the second after 0.2 s.
    assert board_row([trial()]).speed == 10


def test_the_middle_call_decides():
    firsts = [trial(n, first=ms * 1000, chunks=()) for n, ms in enumerate((900, 100, 300))]
    assert board_row(firsts).first == Fraction("0.3")


def test_a_failure_counts_against_success_and_not_against_speed():
    row = board_row([trial(0), failure(1), trial(2)])
    assert (row.success, row.speed) == ((2, 3), 10)
    assert (row.seconds, row.failing) == (Fraction("1.2"), 2)


def test_warm_ups_do_not_count():
    assert board_row([trial(0, warm_up=True)]) is None
    assert board_row([trial(0, warm_up=True), failure(1)]).success == (0, 1)


def test_a_reply_of_one_token_has_no_speed():
    one = trial(tokens=TokensUsed(input=9, cached=4, output=1, estimated=False))
    row = board_row([one])
    assert (row.speed, row.tokens_in, row.cached, row.tokens_out) == (None, 9, 4, 1)


def test_nobody_who_never_answered_has_a_time():
    row = board_row([failure()])
    assert (row.speed, row.first, row.seconds) == (None, None, None)


def test_the_row_tells_its_day_and_its_machine():
    row = board_row([trial()])
    assert (row.day.isoformat(), row.machine) == ("2026-11-29", "2 cores")
