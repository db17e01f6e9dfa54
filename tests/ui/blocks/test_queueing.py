"""The queue's hour, as told and drawn."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lesson.blocks.queue import QueueBlock
from sizewise.sizing.plan.waiting import Hour, Service
from sizewise.ui.blocks.kinds.queue import (
    bend_html,
    chart_html,
    numbers,
    queue_by_minute,
    round_top,
    sentences,
    step_of,
)
from tests.ui.blocks.test_drawing import QUEUE, drawn, html

CALM = Service(per_minute=4, seconds=12, workers=1)
THREE = Hour(came=(0, 50, 55), began=(0, 90, 190))


def test_a_queue_that_keeps_up_tells_its_waits_and_the_mean_of_theory():
    said = " ".join(sentences(CALM, THREE))
    assert "4 a minute come, and 1 worker serves up to 5." in said
    assert "half of the calls wait 40 seconds at most, and 95 of 100 wait 2.3 minutes" in said
    assert "the mean wait is 48 seconds" in said  # M/M/1: 0.8 x 12 / 0.2


def test_beyond_capacity_it_says_that_the_queue_grows_without_end():
    said = " ".join(sentences(Service(per_minute=8, seconds=12, workers=1), THREE))
    assert "The queue grows without end: by about 3 a minute." in said  # 8 come, 5 are served
    assert "mean wait" not in said


def test_at_capacity_nothing_is_left_to_spare():
    said = " ".join(sentences(Service(per_minute=5, seconds=12, workers=1), THREE))
    assert "grows without end: slowly, since nothing is left to spare." in said


def test_the_columns_are_those_who_wait_at_each_minute():
    assert queue_by_minute(THREE)[:5] == [0, 2, 1, 1, 0]
    chart = chart_html(THREE)
    assert chart.count("<i ") == 61
    assert "At most 2, in minute 1; 0 at the end" in chart
    assert 'style="height:40%"' in chart  # 2 of 5


def test_the_bend_is_the_rule_of_one_worker():
    # M/M/1 waits 12 x utilisation / (1 - utilisation): 12, 48 and 228 seconds
    assert "At 50% it is 12 seconds, at 80% 48 seconds, at 95% 3.8 minutes." in bend_html(CALM)


def test_the_column_of_now_is_marked():
    marked = bend_html(CALM).split("<i").index(' class="now" style="height:21.05%"></i>')
    assert marked == 16  # 80% is the sixteenth twentieth; 48 of 228 seconds is 21.05%
    assert 'class="now over"' in bend_html(Service(per_minute=9, seconds=12, workers=1))


def test_half_that_do_not_wait_are_told_so():
    calls = Hour(came=(0, 50, 60), began=(0, 50, 65))
    assert "half of the calls do not wait at all, and 95 of 100 wait 5 seconds at most" in " ".join(
        sentences(CALM, calls)
    )


def test_an_hour_without_waits_says_so_once():
    calls = Hour(came=(0, 50), began=(0, 50))
    assert "In this hour 95 of 100 calls do not wait at all." in " ".join(sentences(CALM, calls))


def test_workers_are_as_busy_as_the_load_on_each():
    assert numbers(CALM, THREE)["Workers are busy"] == "80%"


@given(st.integers(min_value=0, max_value=10**6))
def test_the_longest_queue_fits_into_the_chart(most):
    assert max(5, most) <= round_top(most) <= max(5, 2.5 * most)


def test_a_slider_meets_its_start_and_its_end():
    block = QueueBlock(label="Calls", arrivals=Decimal("2.5"), most=20, seconds=5, workers=(1,))
    assert step_of(block) == Decimal("0.5")


def test_a_slider_for_many_workers_is_still_fine_enough_for_one():
    block = QueueBlock(label="Calls", arrivals=10, most=220, seconds=3, workers=(1, 10))
    assert step_of(block) == 1  # one worker serves 20, so 19 must be there


def test_more_workers_empty_the_queue():
    app = drawn(QUEUE)
    app.slider[0].set_value(15).run()
    assert "grows without end" in html(app)  # 15 come, 5 are served
    app.button_group[0].set_value("4").run()
    assert "It keeps up." in html(app)  # 20 could be served


def test_another_hour_has_other_luck():
    app = drawn(QUEUE)
    before = html(app)
    app.button[0].click().run()
    assert "Hour number 2." in html(app)
    assert html(app) != before
