"""The events of a request as lines of a benchmark's log."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from math import log

import pytest

from sizewise.benchmark.log import line, read
from sizewise.benchmark.summary import first_token, latency, per_token
from sizewise.benchmark.trial import Charge, Slot
from sizewise.gateway.failure import Failure
from sizewise.gateway.measured import Conditions, trials
from sizewise.gateway.protocol import (
    Delta,
    End,
    Failed,
    FirstToken,
    Request,
    Retrying,
    Started,
    TokenProbability,
    Used,
    Waiting,
)
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.usage import Usage

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
SENT = Started(NOON.timestamp() + 3, "a-model", {}, "this machine")
REPLY = (
    SENT,
    FirstToken(0.2),
    Delta("Par", 0.2),
    Delta("is", 0.7),
    Used(Usage(100, cached=64, output=3)),
    End("stop", 1.2, {"prompt_ms": 150.0}),
)
BROKEN = Failure("disconnected")


def conditions(**changes):
    facts = {
        "plan": "small-or-large",
        "plan_sha256": "a" * 64,
        "slot": Slot("small", "short-questions", 7, False, 1),
        "model": "a-model",
        "request": Request((Message("user", "Capital of France?"),), cache="off"),
        "client": "sizewise 0.1.0",
        "machine": "2 cores",
    }
    return Conditions(**(facts | changes))


def measured(*events, **changes):
    return list(trials(events, conditions(**changes), NOON))


def test_a_reply_is_one_trial_with_its_times_from_sending():
    [only] = measured(Waiting(1), *REPLY)
    assert only.sent_at == NOON + timedelta(seconds=3)
    # One second for the two tokens after the first.
    assert (first_token(only), per_token(only), latency(only)) == (0.2, 0.5, 1.2)
    assert (only.chunks, only.reply, only.finish) == ((200_000, 700_000), "Paris", "stop")
    assert (only.slot, only.attempt, only.whole) == (conditions().slot, 1, True)


def test_it_tells_tokens_timings_cache_and_prompt():
    [only] = measured(*REPLY)
    assert only.tokens.model_dump() == {
        "input": 100,
        "cached": 64,
        "output": 3,
        "reasoning": 0,
        "estimated": False,
    }
    assert only.server == {"prompt_ms": 150}
    assert (only.cache, only.prompt_sha256) == ("off", conditions().request.prompt_hash)


def test_a_usage_is_charged_where_a_price_is_known():
    def charge(usage):
        amount = Decimal(usage.output).scaleb(-6)
        return Charge(amount=amount, priced_as="gpt-4o-mini", day=NOON.date())

    assert measured(*REPLY, charge=charge)[0].charge.amount == Decimal("0.000003")
    assert measured(*REPLY)[0].charge is None
    assert measured(SENT, Failed(BROKEN, 1.0), charge=charge)[0].charge is None


def test_a_reply_that_breaks_off_keeps_what_came():
    [only] = measured(*REPLY[:4], Failed(BROKEN, 0.9))
    assert (only.error, only.reply, only.end) == ("disconnected", "Paris", 900_000)
    assert only.error_text == "The connection broke before the reply was whole."


def test_each_attempt_is_a_trial_of_its_own():
    first, second = measured(*REPLY[:3], Retrying(BROKEN, 1, 0.5), *REPLY)
    assert (first.attempt, first.error, first.reply, first.end) == (
        1,
        "disconnected",
        "Par",
        200_000,
    )
    assert (second.attempt, second.error, second.reply) == (2, None, "Paris")


def test_what_was_never_sent_is_a_failure_that_took_no_time():
    [only] = measured(Waiting(9), Failed(Failure("crowded"), 0.0))
    assert (only.error, only.end, only.sent_at) == ("crowded", 0, NOON)


def test_a_trial_stands_in_the_log_as_it_was():
    [only] = measured(*REPLY)
    assert read(line(only)).trials == (only,)


def test_how_likely_a_reply_was_is_that_of_all_its_tokens():
    # 1/2 x 1/4 = 1/8
    tokens = (TokenProbability("Par", log(0.5)), TokenProbability("is", log(0.25)))
    events = (SENT, Delta("Par", 0.2, tokens[:1]), Delta("is", 0.7, tokens[1:]), *REPLY[4:])
    [told] = measured(*events)
    assert told.logprob == pytest.approx(log(1 / 8))


def test_how_likely_a_reply_was_is_unknown_where_nobody_asked():
    [told] = measured(*REPLY)
    assert told.logprob is None
