"""An endpoint that fails as providers do: llmock is a real server, and judges how we bear it."""

import pytest

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER, Retries
from tests.gateway.talk import ask, kinds, text_of, the

QUICK = Retries(first=0.06, chance=lambda: 0.5)
AT_ONCE = {400: "refused", 401: "authentication", 403: "permission", 404: "not-found"}
PASSING = {429: "rate-limit", 500: "server", 503: "server"}


def endpoint(llmock, retries=QUICK, **more):
    judge = Judge(shared=False)
    return Endpoint(llmock.base_url(), "gpt-4o-mini", ApiKey("sk-tried"), judge, retries, **more)


def test_a_reply_begins_with_its_first_token_and_ends_with_its_reason(llmock):
    events = list(endpoint(llmock).send(ask()))
    assert kinds(events)[:3] == ["started", "first", "delta"]
    assert kinds(events)[-2:] == ["used", "end"]
    assert events[-1].finish_reason == "stop"
    assert events[-1].response["choices"][0]["message"]["content"] == text_of(events) != ""
    llmock.assert_resilient(strict=True)


def test_tokens_are_those_the_provider_reports(llmock):
    used = the("used", endpoint(llmock).send(ask()))
    assert not used.estimated
    assert used.usage.input > 0 < used.usage.output


@pytest.mark.parametrize("status", AT_ONCE)
def test_what_no_second_try_can_mend_is_told_at_once(llmock, status):
    llmock.fail(status)
    events = list(endpoint(llmock).send(ask()))
    assert kinds(events) == ["started", "failed"]
    assert (events[-1].failure.name, events[-1].failure.status) == (AT_ONCE[status], status)
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("status", PASSING)
def test_what_passes_is_tried_again_where_everybody_sees_it(llmock, status):
    llmock.fail(status, times=2, retry_after=None if status == 500 else 0.05)
    events = list(endpoint(llmock).send(ask()))
    retries = [event for event in events if event.kind == "retrying"]
    assert [(each.failure.name, each.attempt) for each in retries] == [
        (PASSING[status], 1),
        (PASSING[status], 2),
    ]
    assert events[-1].kind == "end"
    if status == 500:
        assert retries[1].wait == 2 * retries[0].wait
    llmock.assert_resilient()


def test_whoever_asks_to_wait_is_given_that_time(llmock):
    llmock.rate_limit(retry_after=0.4)
    retrying = the("retrying", endpoint(llmock).send(ask()))
    assert retrying.wait == retrying.failure.retry_after == 0.4
    assert "0.4 seconds" in retrying.failure.sentence
    llmock.assert_resilient(strict=True)


def test_nobody_waits_for_minutes_and_the_learner_hears_how_long_it_would_be(llmock):
    llmock.rate_limit(retry_after=120)
    failed = the("failed", endpoint(llmock).send(ask()))
    assert failed.failure.sentence == (
        "Too many requests for now: Rate limit exceeded. It asks to wait 120 seconds."
    )
    llmock.assert_resilient()


def test_without_retries_the_first_failure_is_the_answer(llmock):
    llmock.fail(503)
    assert kinds(endpoint(llmock, NEVER).send(ask())) == ["started", "failed"]


def test_a_prompt_that_does_not_fit_is_no_ordinary_refusal(llmock):
    llmock.context_overflow()
    failed = the("failed", endpoint(llmock).send(ask()))
    assert failed.failure.name == "context-too-long"
    assert "Shorten the prompt" in failed.failure.way
    llmock.assert_resilient(strict=True)


def test_a_slow_first_token_is_measured(llmock):
    llmock.slow_first_token(0.5)
    first = the("first", endpoint(llmock).send(ask()))
    assert 0.5 <= first.at < 10


@pytest.mark.parametrize(
    ("fault", "name"),
    [("disconnect", "disconnected"), ("truncate", "truncated"), ("corrupt", "malformed")],
)
def test_a_broken_stream_is_named_and_read_anew(llmock, fault, name):
    # The rest must still be on its way when we hang up, and the server must have noticed before
    # we ask anew: else llmock counts a whole reply and another call, not a retry.
    llmock.pace(50)
    getattr(llmock, fault)(after_chunks=3)
    events = list(endpoint(llmock, Retries(first=0.6, chance=lambda: 0.5)).send(ask()))
    assert the("retrying", events).failure.name == name
    assert events[-1].kind == "end"
    assert text_of(events) == events[-1].response["choices"][0]["message"]["content"]
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize("fault", ["disconnect", "truncate", "corrupt"])
def test_a_stream_that_stays_broken_is_never_taken_for_a_reply(llmock, fault):
    getattr(llmock, fault)(after_chunks=3, times=None)
    events = list(endpoint(llmock).send(ask()))
    assert (kinds(events).count("retrying"), events[-1].kind) == (2, "failed")


def test_a_stream_that_stalls_is_given_up_and_begun_anew(llmock):
    llmock.stall(after_chunks=2, seconds=10)
    events = list(endpoint(llmock, read=2.0).send(ask()))
    assert the("retrying", events).failure.name == "read-timeout"
    assert events[-1].kind == "end"
    llmock.assert_resilient(strict=True)


def test_whoever_stops_reading_ends_the_request(llmock):
    llmock.pace(200)
    events = endpoint(llmock).send(ask())
    assert [next(events).kind for _ in range(3)] == ["started", "first", "delta"]
    events.close()
    assert not llmock.last_request.completed
