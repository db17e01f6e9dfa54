"""A stand-in fails over a real connection, and our door finds out by itself how."""

import threading

import pytest

from sizewise.gateway.failure import Failure
from sizewise.gateway.stand_in import MISHAPS, WORDS, StandIn
from tests.gateway.talk import ask, kinds, text_of, the

CALLED = {
    "rate-limit": "rate-limit",
    "server": "server",
    "overloaded": "server",
    "slow": "read-timeout",
    "stalled": "read-timeout",
    "disconnected": "disconnected",
    "truncated": "truncated",
    "malformed": "malformed",
    "html": "html",
    "key": "authentication",
    "quota": "quota",
    "context": "context-too-long",
}


@pytest.mark.parametrize("fault", CALLED)
def test_each_fault_is_recognised(fault):
    failed = the("failed", StandIn(fault, patience=0.2).send(ask()))
    assert failed.failure.name == CALLED[fault]


def test_without_a_fault_it_says_that_it_works():
    events = list(StandIn("none").send(ask()))
    assert text_of(events) == "".join(WORDS)
    assert kinds(events)[-1] == "end"


def test_every_fault_has_its_failure():
    assert MISHAPS.keys() - CALLED.keys() == {"none"}


def test_it_asks_to_wait_as_providers_do():
    assert the("failed", StandIn("rate-limit").send(ask())).failure.retry_after == 20
    assert Failure("rate-limit", retry_after=1.0).sentence.endswith("It asks to wait 1 second.")


def test_whoever_stops_listening_leaves_no_server_behind():
    before = threading.active_count()
    events = StandIn("stalled").send(ask())
    next(event for event in events if event.kind == "delta")
    events.close()
    assert threading.active_count() == before
