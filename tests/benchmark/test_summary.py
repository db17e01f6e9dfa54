"""A row of the report by hand, and what it must keep to."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.summary import (
    Cell,
    Goal,
    busy,
    first_token,
    latency,
    meets,
    per_token,
    summaries,
)
from sizewise.benchmark.trial import TokensUsed
from tests.benchmark.builders import LARGE, NOON, charge, failure, graded, trial


def row(trials, goal=None):
    [found] = summaries(trials, goal=goal)
    return found


def test_the_times_of_one_reply():
    # Sent at 0, first of 11 tokens at 0.2 s, end at 1.2 s: (1.2 - 0.2) / (11 - 1) = 0.1 s a token.
    assert (first_token(trial()), per_token(trial()), latency(trial())) == (0.2, 0.1, 1.2)


def test_a_single_token_has_no_time_per_token():
    one = trial(tokens=TokensUsed(input=1, output=1, estimated=False))
    assert per_token(one) is None
    assert per_token(trial(tokens=None)) is None
    assert first_token(failure()) is None


def test_a_row_counts_failures_and_measures_what_came():
    found = row([trial(0), trial(1), failure(2), failure(3, error="rate_limit")])
    assert found.cell == Cell("short-questions", "small", 1)
    assert (found.success.hits, found.success.of) == (2, 4)
    assert found.errors == (("rate_limit", 1), ("server", 1))
    assert (found.latency.values, found.latency.median) == (2, 1.2)
    assert (found.first.mean, found.per_token.mean) == (0.2, 0.1)


def test_throughput_is_over_the_time_with_a_request_under_way():
    # 1.2 s from 0, 1.2 s from 2 s and a failure of 2 s from 4 s: 4.4 s busy. 22 tokens, 2 replies.
    found = row([trial(0), trial(1), failure(2)])
    assert found.busy == pytest.approx(4.4)
    assert found.tokens_per_second == pytest.approx(22 / 4.4)
    assert found.requests_per_second == pytest.approx(2 / 4.4)
    assert (found.tokens_in, found.tokens_out) == (200, 22)


def test_requests_side_by_side_share_their_time():
    # 0 to 1.2 s and 0.5 to 1.7 s.
    later = trial(1, sent_at=NOON + timedelta(seconds=0.5))
    assert busy([later, trial(0)]) == pytest.approx(1.7)
    assert busy([trial(0), trial(0)]) == pytest.approx(1.2)


def test_money_is_exact_and_says_how_much_of_it_is_known():
    found = row([trial(0, charge=charge("0.1")), trial(1, charge=charge("0.2")), failure(2)])
    assert (found.spent.total, found.spent.priced) == (Decimal("0.3"), 2)
    assert found.spent.per_task == Fraction(3, 20)
    assert found.spent.per_thousand == 150
    assert row([failure()]).spent.per_thousand is None


def test_goodput_counts_what_came_in_time():
    slow = trial(1, first=900_000)
    found = row([trial(0), slow, failure(2)], Goal(first=0.5))
    assert found.good == 1
    assert found.goodput == pytest.approx(1 / 4.4)


@pytest.mark.parametrize(
    ("goal", "met"),
    [
        (Goal(), True),
        (Goal(0.2, 0.1, 1.2), True),
        (Goal(first=0.19), False),
        (Goal(per_token=0.09), False),
        (Goal(latency=1.1), False),
    ],
)
def test_a_goal_is_met_when_no_time_is_longer(goal, met):
    assert meets(trial(), goal) is met


def test_a_reply_of_one_token_meets_any_pace():
    one = trial(tokens=TokensUsed(input=1, output=1, estimated=False))
    assert meets(one, Goal(per_token=0.0))
    assert not meets(failure(), Goal())


def test_grades_are_counted_where_there_are_any():
    found = row([trial(0, grade=graded(True)), trial(1, grade=graded(False)), trial(2)])
    assert (found.right.hits, found.right.of) == (1, 2)


def test_counted_tokens_are_told_apart():
    ours = TokensUsed(input=1, output=2, estimated=True)
    assert row([trial(0), trial(1, tokens=ours)]).estimated == 1


def test_the_adjusted_tail_counts_each_failure_as_endless():
    found = row([*(trial(n) for n in range(94)), *(failure(n) for n in range(94, 100))])
    assert found.latency.tail.p95 == 1.2
    assert found.adjusted.p95 == float("inf")


def test_each_model_task_and_level_has_a_row_and_warm_ups_have_none():
    others = [trial(model=LARGE), trial(task="chat"), trial(concurrency=4)]
    warm = trial(task="poems", warm_up=True)
    assert [each.cell for each in summaries([trial(), *others, warm])] == [
        ("chat", "small", 1),
        ("short-questions", "large", 1),
        ("short-questions", "small", 1),
        ("short-questions", "small", 4),
    ]


@given(st.permutations([trial(0), trial(1, end=3_000_000), failure(2), trial(3, first=300_000)]))
def test_the_order_of_the_lines_makes_no_difference(trials):
    assert row(trials) == row(sorted(trials, key=lambda each: each.sample))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_the_busy_time_is_that_of_a_clock_that_ticks_while_somebody_waits(spans):
    trials = [
        failure(n, sent_at=NOON + timedelta(seconds=start), end=1_000_000 * length)
        for n, (start, length) in enumerate(spans)
    ]
    ticks = {tick for start, length in spans for tick in range(start, start + length)}
    assert busy(trials) == len(ticks)
