"""What has come of a call, and calls that are looked at, stopped or forgotten."""

import threading

import pytest

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import (
    Delta,
    End,
    Failed,
    FirstToken,
    Request,
    Retrying,
    Started,
    Thought,
    TokenProbability,
    Used,
    Waiting,
)
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.playground.calls import FORGOTTEN, Calls, RunningCall
from sizewise.ui.playground.markup import status_html, text_html, tokens_html
from sizewise.ui.playground.reply import StreamedReply, heard

ASK = Request((Message("user", "Hello"),))
BEGUN = [Started(0.0, "small", {}, "here"), FirstToken(0.5)]
WORDS = [Delta("Red", 0.5), Delta(" and", 0.75), Delta(" blue", 1.0)]
WHOLE = [*BEGUN, *WORDS, Used(Usage(8, 0, 3)), End("stop", 1.0)]


def test_speed_counts_the_tokens_after_the_first_over_the_time_they_took():
    assert heard(WHOLE).speed == pytest.approx(4.0)  # two tokens in half a second
    assert heard(BEGUN).speed is None


THINKING = Used(Usage(2500, output=1021, reasoning=1000))


def test_speed_counts_thinking_only_where_the_stream_shows_it():
    # By hand: 20 tokens in the quarter of a second after the first word, 1,020 in 2.04 seconds.
    hidden = [BEGUN[0], FirstToken(2.0), Delta("Red", 2.0), THINKING, End("stop", 2.25)]
    shown = [BEGUN[0], FirstToken(0.21), Thought("Well", 0.21), *hidden[2:]]
    assert heard(hidden).speed == pytest.approx(80)
    assert heard(shown).speed == pytest.approx(500)


def test_what_never_began_has_no_speed():
    only = Used(Usage(50, output=256, reasoning=256))
    assert heard([BEGUN[0], only, End("length", 1.0)]).speed is None
    in_one_piece = [BEGUN[0], Delta("Red and blue", 1.0), Used(Usage(8, 0, 3)), End("stop", 1.0)]
    assert heard(in_one_piece).speed is None


def test_an_attempt_that_failed_leaves_no_word_in_the_reply():
    again = Retrying(Failure("disconnected"), 1, 0.1)
    reply = heard([*BEGUN, Delta("Gre", 0.6), again, *WHOLE])
    assert (reply.text, reply.retried) == ("Red and blue", (again.failure,))


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([], "Getting ready"),
        ([Waiting(1)], "1 other is served before you"),
        ([Waiting(3)], "3 others are served before you"),
        ([Waiting(1), BEGUN[0]], "Reading your prompt"),
        (BEGUN, "Writing"),
        (WHOLE, "ended by itself"),
        ([*BEGUN, End("length", 1.0)], "reached the limit"),
        ([*BEGUN, Thought("Well", 0.5)], "Thinking"),
        ([*BEGUN, Thought("Well", 0.5), WORDS[0]], "Writing"),
        ([*BEGUN, Thought("Well", 0.5), *WHOLE[2:]], "Its first token was one of thinking."),
        ([*BEGUN, *WORDS, THINKING, End("stop", 1.0)], "1,000 tokens of hidden thinking came"),
        ([*BEGUN, End("stop", 1.0)], "ended by itself. It is empty."),
        ([BEGUN[0], THINKING, End("length", 1.0)], "tokens out. It is empty: there was only think"),
        ([*BEGUN, Thought("Well", 0.5), End("length", 1.0)], "there was only thinking"),
        ([*BEGUN, Delta("No.", 0.5, refused=True), End("stop", 1.0)], "marks it as a refusal"),
        ([BEGUN[0], *WORDS, End("stop", 1.0)], "It came in one piece"),
    ],
)
def test_the_page_says_how_far_a_call_is(events, words):
    assert words in status_html(heard(events))


def test_nothing_a_model_writes_becomes_part_of_the_page():
    evil = "<img src=x onerror=alert(1)>"
    token = TokenProbability(evil, -0.1, evil.encode(), (TokenProbability("<b>", -3.0, b"<b>"),))
    page = text_html(StreamedReply(text=evil)) + tokens_html((token,))
    assert "<img" not in page
    assert "<b>" not in page


def test_a_token_that_was_a_guess_is_told_from_a_sure_one_without_colour():
    sure, guess = (TokenProbability("a", chance, b"a") for chance in (-0.01, -1.0))
    assert 'multi">a<small>37%' in tokens_html((sure, guess))  # e to the power of -1
    assert tokens_html((sure,)).count("multi") == 0


class Slow:
    """A provider that says one thing whenever it is told to."""

    model = "slow"

    def __init__(self, events):
        self.events, self.go, self.closed = events, threading.Semaphore(0), threading.Event()

    def send(self, request):
        try:
            for event in self.events:
                assert self.go.acquire(timeout=10)
                yield event
        finally:
            self.closed.set()


def test_a_call_shows_what_has_come_so_far():
    slow = Slow(WHOLE)
    call = RunningCall(slow, ASK)
    for _ in WHOLE:
        assert not call.reply().over
        slow.go.release()
    call.join(10)
    assert (call.reply().over, call.reply().text) == (True, "Red and blue")


def test_a_call_that_is_stopped_says_so_at_once_and_frees_the_model_with_the_next_word():
    slow = Slow(WHOLE)
    call = RunningCall(slow, ASK)
    call.stop()
    assert call.reply().stopped
    slow.go.release()
    assert slow.closed.wait(10)
    call.join(10)
    assert call.reply().text == ""


def test_a_call_that_nobody_looks_at_ends_by_itself():
    now, slow = [0.0], Slow(WHOLE)
    RunningCall(slow, ASK, clock=lambda: now[0])
    now[0] = FORGOTTEN + 1
    slow.go.release(2)
    assert slow.closed.wait(10)


def test_a_reply_that_came_before_the_stop_stays_as_it_came():
    slow = Slow(WHOLE)
    slow.go.release(len(WHOLE))
    call = RunningCall(slow, ASK)
    call.join(10)
    call.stop()
    assert not call.reply().stopped


def test_a_call_is_found_by_its_id_and_by_nothing_else():
    calls = Calls()
    name = calls.ask(Slow([]), ASK)
    assert calls.call(name)
    assert calls.call("") is calls.call("another") is None


def test_a_failure_ends_a_call():
    assert heard([Failed(Failure("server"), 0.0)]).over
