"""Models that think first: what their stream shows of it, and how fast they write."""

import pytest

from sizewise.benchmark.board import board_row
from sizewise.benchmark.log import line, read
from sizewise.benchmark.summary import first_token, per_token
from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.protocol import Delta, End, FirstToken, Thought, Used
from sizewise.gateway.recorded import Recorded, recordings
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER
from sizewise.sizing.tokens.usage import Usage
from tests.gateway.answering import answering, chunk
from tests.gateway.talk import ask, kinds, text_of, the
from tests.gateway.test_measured import SENT, measured

# 1,000 tokens of thinking in two seconds, then 21 of a reply in a quarter of one.
TOKENS = Used(Usage(2500, output=1021, reasoning=1000))
END = End("stop", 2.25)
HIDDEN = (SENT, FirstToken(2.0), Delta("Paris", 2.0), TOKENS, END)
# The same where the stream shows its thinking from 0.21 s on.
SHOWN = (SENT, FirstToken(0.21), Thought("Well", 0.21), *HIDDEN[2:])
# By hand: 20 tokens follow the first one of the reply in 0.25 s, which is 0.0125 s each and 80 a
# second; 1,020 follow the first one of the thinking in 2.04 s, which is 0.002 s each and 500.
PACE = pytest.mark.parametrize(
    ("events", "first", "each", "speed"),
    [(HIDDEN, 2.0, 0.0125, 80), (SHOWN, 0.21, 0.002, 500)],
    ids=["hidden", "shown"],
)


@PACE
def test_time_per_token_counts_thinking_where_the_stream_shows_it(events, first, each, speed):
    [trial] = measured(*events)
    assert first_token(trial) == first
    assert per_token(trial) == pytest.approx(each)
    assert board_row([trial]).speed == speed


@PACE
def test_a_log_and_a_recording_of_it_keep_that(events, first, each, speed):
    [trial] = read(line(measured(*events)[0])).trials
    assert per_token(trial) == pytest.approx(each)
    # A log cannot show the words of the thinking, so it says that there were some.
    [kept] = recordings([trial])
    [again] = measured(*Recorded("a-model", (kept,)).send(ask("Capital of France?")))
    assert (first_token(again), per_token(again)) == (first, pytest.approx(each))


def test_a_line_of_who_does_not_think_says_nothing_of_it():
    plain = measured(SENT, FirstToken(0.2), Delta("Red", 0.2), TOKENS, END)
    assert b"thought" not in line(plain[0])


def test_where_there_was_only_thinking_that_is_hidden_no_token_has_a_time():
    events = (SENT, Used(Usage(50, output=256, reasoning=256)), End("length", 1.0))
    assert per_token(measured(*events)[0]) is None


@pytest.mark.parametrize("name", ["reasoning_content", "reasoning"])
def test_the_first_token_is_one_of_thinking_and_no_part_of_the_reply(name):
    # As DeepSeek and vLLM send it: https://github.com/vllm-project/guidellm/issues/737
    thoughts = chunk(delta={name: "Okay"}) + chunk(delta={name: ", red"})
    with answering(thoughts + chunk("Red") + chunk(finish="stop")) as server:
        there = Endpoint(server.url, "m", ApiKey(""), Judge(shared=False), NEVER)
        events = list(there.send(ask()))
    assert kinds(events) == ["started", "first", "thought", "thought", "delta", "used", "end"]
    assert text_of(events) == "Red"
    message = events[-1].response["choices"][0]["message"]
    assert message == {"role": "assistant", "content": "Red", "reasoning_content": "Okay, red"}


def test_thinking_that_nobody_counts_is_counted_with_the_reply():
    thought = chunk(delta={"reasoning": "Okay, red"})
    with answering(thought + chunk("Red, green, blue") + chunk(finish="stop")) as server:
        there = Endpoint(server.url, "m", ApiKey(""), Judge(shared=False), NEVER)
        used = the("used", there.send(ask()))
    # By tiktoken's o200k_base: "Okay|,| red" and "Red|,| green|,| blue".
    assert (used.estimated, used.usage.output, used.usage.reasoning) == (True, 8, 3)
