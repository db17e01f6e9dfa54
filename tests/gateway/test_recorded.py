"""What was recorded comes back as it came then, and nothing else does."""

import dataclasses

import pytest

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import (
    Delta,
    End,
    Failed,
    FirstToken,
    Retrying,
    Started,
    TokenProbability,
    Used,
)
from sizewise.gateway.recorded import Recorded, line, read, recorded, recordings
from sizewise.sizing.tokens.usage import Usage
from tests.benchmark.builders import failure, trial
from tests.gateway.talk import ask, kinds, text_of, the

RED = TokenProbability("Red", -0.25, b"Red", (TokenProbability("Blue", -1.5, b"Blue"),))
REPLY = [
    Started(1795957670.0, "small", {}, "here"),
    FirstToken(0.19),
    Delta("Red", 0.19, (RED,)),
    Delta(" sky", 0.2),
    Used(Usage(34, 33, 2)),
    End("stop", 0.21, {"prompt_ms": 186.0, "predicted_n": 2.0}, {}),
]


def recording(request=None, events=REPLY):
    return recorded(request or ask(), events, "2 cores", "2026-11-29")


def model(*recordings, **more):
    return Recorded("small", recordings or (recording(),), **more)


def test_a_reply_comes_back_with_its_times_tokens_and_day():
    events = list(model().send(ask()))
    assert events[1:4] == REPLY[1:4]
    assert the("used", events) == REPLY[4]
    assert dataclasses.replace(events[-1], response={}) == REPLY[-1]
    assert the("started", events).source == "recorded on 2026-11-29, 2 cores"


def test_another_request_has_no_recording_and_the_way_out_is_told():
    for other in (ask("Something else"), ask(limit=3), ask(temperature=1.0), ask(schema="{}")):
        (failed,) = model().send(other)
        assert failed.failure.name == "no-recording"
        assert "as it stands" in failed.failure.way


def test_caches_and_probabilities_do_not_make_it_another_prompt():
    same = ask(cache="bust", nonce="1", logprobs=3, seed=4)
    assert kinds(model().send(same))[-1] == "end"


def test_another_model_has_recordings_of_its_own():
    assert kinds(Recorded("large", (recording(),)).send(ask())) == ["failed"]


def test_a_line_that_is_written_is_read_again():
    assert read([line(recording())]).recordings == (recording(),)


def test_a_file_that_was_cut_in_mid_line_keeps_its_whole_lines_and_tells_of_the_torn_one():
    whole = line(recording())
    shelf = read([whole, "", whole[:80]])
    assert shelf.recordings == (recording(),)
    ((number, wrong),) = shelf.torn
    assert number == 3
    assert "EOF" in wrong


def test_a_line_of_another_form_says_what_it_lacks():
    ((number, wrong),) = read(['{"version": 1}']).torn
    assert (number, wrong) == (1, "model: Field required")


def test_pace_takes_the_time_it_took_then():
    slept = []
    list(model(pace=2.0, sleep=slept.append).send(ask()))
    assert sum(slept) == pytest.approx(0.42)


def test_only_a_whole_reply_is_recorded():
    cut = [*REPLY[:3], Failed(Failure("truncated"), 0.2)]
    with pytest.raises(ValueError, match="did not come whole"):
        recording(events=cut)


def test_an_attempt_that_failed_is_no_part_of_a_recording():
    failed = [*REPLY[:3], Retrying(Failure("disconnected"), 1, 0.5)]
    again = recording(events=[*failed, *REPLY])
    assert again == recording()
    assert text_of(model(again).send(ask())) == "Red sky"


def test_a_trial_of_a_log_answers_again_with_its_times_tokens_and_chance():
    then = trial(prompt_sha256=ask().prompt_hash, logprob=-0.5, server={"prompt_ms": 186.0})
    events = list(Recorded("small-135m", tuple(recordings([then]))).send(ask()))
    assert text_of(events) == "Paris"
    assert the("first", events).at == 0.2
    assert [event.at for event in events if event.kind == "delta"] == [0.2, 0.7, 1.2]
    assert sum(token.logprob for event in events if event.kind == "delta" for token in event.tokens)
    assert the("used", events).usage == Usage(100, 0, 11)
    assert (events[-1].at, events[-1].timings) == (1.2, {"prompt_ms": 186.0})
    assert the("started", events).machine == "recorded on 2026-11-29, 2 cores"


def test_what_failed_or_only_warmed_up_or_has_no_tokens_answers_nothing():
    assert list(recordings([failure(), trial(warm_up=True), trial(tokens=None)])) == []


def test_what_was_recorded_twice_is_answered_in_turn():
    twice = [trial(prompt_sha256=ask().prompt_hash, reply=reply) for reply in ("Paris", "Lyon")]
    small = Recorded("small-135m", tuple(recordings(twice)))
    assert [text_of(small.send(ask())) for _ in range(3)] == ["Paris", "Lyon", "Paris"]
