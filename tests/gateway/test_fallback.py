"""A chain of providers: the next one answers when one fails, and everything is told."""

import pytest

from sizewise.gateway.failure import Failure
from sizewise.gateway.fallback import ChainLink, Fallback
from sizewise.gateway.protocol import Delta, End, Failed, Retrying, Started
from sizewise.gateway.stand_in import WORDS, StandIn
from tests.gateway.talk import ask, kinds, text_of


class Says:
    """A provider that says what it is told."""

    def __init__(self, *events, model="m"):
        self.events, self.model, self.closed = events, model, False

    def send(self, request):
        try:
            yield from self.events
        finally:
            self.closed = True


def failing(name):
    return Says(Failed(Failure(name), 0.5))


WELL = (Started(0.0, "m", {}, "here"), Delta("Red", 0.1), End("stop", 0.2))


def chain(*providers, clock=lambda: 0.0):
    return Fallback(tuple(ChainLink(f"p{n}", each) for n, each in enumerate(providers, 1)), clock)


def test_the_first_that_answers_is_the_only_one_asked():
    events = list(chain(Says(*WELL), failing("server")).send(ask()))
    assert [event.who for event in events if event.kind == "attempting"] == ["p1"]


def test_each_failure_is_told_before_the_next_is_asked():
    events = list(chain(failing("rate-limit"), failing("server"), Says(*WELL)).send(ask()))
    assert kinds(events)[:5] == ["attempting", "retrying", "attempting", "retrying", "attempting"]
    failures = [event for event in events if event.kind == "retrying"]
    assert [(each.failure.name, each.attempt) for each in failures] == [
        ("rate-limit", 1),
        ("server", 2),
    ]
    assert text_of(events) == "Red"


def test_what_a_provider_wrote_before_it_failed_does_not_count():
    half = Says(Delta("Gre", 0.1), Failed(Failure("disconnected"), 0.2))
    assert text_of(list(chain(half, Says(*WELL)).send(ask()))) == "Red"


def test_when_nobody_is_left_the_last_failure_stands():
    *_, last = chain(failing("server"), failing("quota")).send(ask())
    assert (last.kind, last.failure.name) == ("failed", "quota")


def test_a_request_that_nobody_would_take_is_asked_of_one_alone():
    events = list(chain(failing("refused"), Says(*WELL)).send(ask()))
    assert kinds(events) == ["attempting", "failed"]


def test_the_tries_of_all_are_counted_together():
    stubborn = Says(Retrying(Failure("server"), 1, 0.1), Failed(Failure("server"), 0.5))
    events = list(chain(stubborn, stubborn, Says(*WELL)).send(ask()))
    assert [event.attempt for event in events if event.kind == "retrying"] == [1, 2, 3, 4]


def test_it_tells_when_each_is_asked():
    clock = iter([10.0, 10.0, 11.5]).__next__
    events = list(chain(failing("server"), Says(*WELL), clock=clock).send(ask()))
    assert [event.at for event in events if event.kind == "attempting"] == [0.0, 1.5]


def test_whoever_stops_listening_frees_the_one_who_is_asked():
    first = Says(*WELL)
    events = chain(first).send(ask())
    next(events), next(events)
    events.close()
    assert first.closed


def test_a_chain_of_nobody_cannot_be():
    with pytest.raises(ValueError, match="at least one"):
        Fallback(())


def test_a_real_connection_that_breaks_is_followed_by_a_real_one_that_holds():
    events = list(chain(StandIn("disconnected"), StandIn("none")).send(ask()))
    assert text_of(events) == "".join(WORDS)
