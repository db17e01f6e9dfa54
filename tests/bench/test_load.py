"""`make load` in small: two learners, a few seconds, and every figure is there."""

import math
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.bench.load import Presser, measured, row
from tests.bench.servers import bare, ours
from tests.faults.taker import READING, QuizTaker

QUICK = (READING, READING)


def test_two_learners_are_measured_beside_two_who_press_a_bare_button(tmp_path):
    server = ours(tmp_path / "ours", SIZEWISE_SHARED="1")
    mine = apart(measured, server, partial(QuizTaker, reading=QUICK), 2, 1, kept=0.01)
    beside = bare(tmp_path / "bare", our_settings=True)
    other = apart(measured, beside, partial(Presser, reading=QUICK), 2, 1)
    assert mine.errors == other.errors == 0
    assert min(mine.answers, mine.check, mine.following, mine.busy, other.check) > 0
    assert math.isnan(other.following)
    assert row(2, mine, other).split()[0] == "2"


def apart(work, *given, **named):
    """Work in a thread of its own: in this one Playwright's loop goes on after a test of a page."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work, *given, **named).result()
