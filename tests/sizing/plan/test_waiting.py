"""Queues: the simulation is held against queueing theory, and the theory against hand sums."""

from math import inf
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.plan.waiting import Hour, Service, chance_to_wait, mean_wait, simulate
from sizewise.sizing.tokens.usage import UsageError

rates = st.floats(min_value=0.5, max_value=40)
lengths = st.floats(min_value=1, max_value=60)
crews = st.integers(min_value=1, max_value=8)
services = st.builds(Service, rates, lengths, crews)
seeds = st.integers(min_value=0, max_value=1000)


def test_with_one_worker_the_chance_to_wait_is_the_load():
    assert chance_to_wait(0.8, 1) == pytest.approx(0.8)


def test_erlangs_formula_with_two_workers_and_one_erlang():
    # (1^2/2! x 2/(2-1)) / (1 + 1 + 1^2/2! x 2/(2-1)) = 1 / 3
    assert chance_to_wait(1, 2) == pytest.approx(1 / 3)


def test_erlangs_formula_with_three_workers_and_two_erlangs():
    # (2^3/3! x 3/(3-2)) / (1 + 2 + 2^2/2! + 2^3/3! x 3/(3-2)) = 4 / (5 + 4)
    assert chance_to_wait(2, 3) == pytest.approx(4 / 9)


def test_a_call_centre_of_the_textbooks():
    # 200 calls an hour of 3 minutes are 10 erlangs. With 14 agents, by the sums of the formula:
    # 10^14/14! x 14/4 = 4014.7 and 10^0/0! + ... + 10^13/13! = 19041.1, so 17.4% wait;
    # each call waits 0.174 x 180 / (14 - 10) = 7.8 seconds on average.
    centre = Service(per_minute=200 / 60, seconds=180, workers=14)
    assert chance_to_wait(centre.load, 14) == pytest.approx(0.174, abs=0.0005)
    assert mean_wait(centre) == pytest.approx(7.8, abs=0.05)


def test_with_one_worker_the_wait_follows_the_simple_formula():
    # M/M/1: utilisation x seconds / (1 - utilisation) = 0.8 x 12 / 0.2
    assert mean_wait(Service(per_minute=4, seconds=12, workers=1)) == pytest.approx(48)


def test_beyond_capacity_the_wait_has_no_end():
    busy = Service(per_minute=10, seconds=12, workers=2)  # 2 erlangs for 2 workers
    assert (busy.utilisation, mean_wait(busy), chance_to_wait(2, 2)) == (1, inf, 1)


@pytest.mark.parametrize("workers, per_minute", [(1, 3), (2, 7.5), (4, 16)])
def test_a_long_run_waits_as_long_as_theory_says(workers, per_minute):
    service = Service(per_minute, seconds=12, workers=workers)
    run = simulate(service, seed=1, minutes=30_000)
    assert fmean(run.waits) == pytest.approx(mean_wait(service), rel=0.05)
    waited = sum(wait > 0 for wait in run.waits) / len(run.waits)
    assert waited == pytest.approx(chance_to_wait(service.load, workers), rel=0.03)


def test_calls_are_served_in_the_order_in_which_they_came():
    run = simulate(Service(per_minute=20, seconds=12, workers=3), seed=4)
    assert list(run.began) == sorted(run.began)


def test_the_queue_is_those_who_came_and_have_not_begun():
    run = Hour(came=(1, 2, 3), began=(1, 5, 9))
    assert [run.queue_at(second) for second in (0, 1, 2, 4, 5, 9)] == [0, 0, 1, 2, 1, 0]


def test_a_wait_of_a_share_is_that_of_a_call():
    run = Hour(came=(0, 0, 0, 0), began=(0, 10, 20, 30))
    assert (run.wait_of(0.5), run.wait_of(0.95), run.wait_of(1)) == (10, 30, 30)
    assert Hour((), ()).wait_of(0.95) == 0


def test_beyond_capacity_the_queue_grows_by_what_cannot_be_served():
    busy = Service(per_minute=20, seconds=12, workers=2)  # 20 come, 10 can be served
    run = simulate(busy, seed=2, minutes=600)
    assert run.queue_at(600 * 60) == pytest.approx(600 * 10, rel=0.05)


def test_nothing_can_be_negative():
    with pytest.raises(UsageError, match="seconds must be above 0"):
        Service(per_minute=1, seconds=0, workers=1)


def test_a_seed_brings_the_same_hour_in_any_year():
    run = simulate(Service(per_minute=4, seconds=20, workers=2), seed=7, minutes=1)
    assert run.came == pytest.approx(
        (5.869723, 21.657157, 33.171404, 34.067637, 34.640887, 35.727116, 44.015357, 45.997804),
        abs=1e-6,
    )


@given(services, seeds)
def test_nobody_is_served_before_coming(service, seed):
    assert all(wait >= 0 for wait in simulate(service, seed, 5).waits)


@given(rates, lengths, crews, seeds)
def test_one_worker_more_makes_nobody_wait_longer(per_minute, seconds, workers, seed):
    few = simulate(Service(per_minute, seconds, workers), seed, 5)
    more = simulate(Service(per_minute, seconds, workers + 1), seed, 5)
    assert all(b <= a + 1e-6 for a, b in zip(few.waits, more.waits, strict=True))
