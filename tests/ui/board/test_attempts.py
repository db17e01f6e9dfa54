"""What the events of a chain say of each attempt."""

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Attempting, Delta, End, Failed, Retrying, Started, Waiting
from sizewise.ui.board.attempts import attempts

GONE = Failure("disconnected")
STARTED = Started(0.0, "m", {}, "here")
FAILED = [Attempting("a", 0.0), STARTED, Delta("Hal", 0.2), Retrying(GONE, 1, 0.0, at=0.3)]
ANSWERED = [Attempting("b", 0.5), STARTED, Delta("Whole", 0.1), End("stop", 0.4)]


def test_each_attempt_lasts_until_the_next_one_begins():
    first, second = attempts([*FAILED, *ANSWERED])
    assert (first.began, first.reached, first.failure, first.text) == (0.0, 0.5, GONE, "Hal")
    assert (second.began, second.reached, second.answered, second.text) == (0.5, 0.9, True, "Whole")


def test_what_a_provider_tries_again_by_itself_begins_anew():
    (only,) = attempts([*FAILED, STARTED, Delta("Now", 0.1), End("stop", 0.2)])
    assert (only.text, only.failure, only.answered) == ("Now", None, True)


def test_nobody_left_is_a_failure_of_the_last_one():
    *_, last = attempts([*FAILED, Attempting("b", 0.5), Failed(GONE, 0.25)])
    assert (last.failure, last.reached, last.answered) == (GONE, 0.75, False)


def test_whoever_waits_in_the_line_is_told_their_place():
    assert attempts([Attempting("a", 0.0), Waiting(3)])[0].place == 3
    assert attempts([Attempting("a", 0.0), Waiting(3), STARTED])[0].place == 0


def test_before_anybody_is_asked_there_is_no_attempt():
    assert attempts([]) == ()
