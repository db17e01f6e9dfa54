"""A plan at work: everything is asked once, side by side, and a stopped run goes on."""

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from sizewise.benchmark.log import line, read
from sizewise.benchmark.schedule import left, schedule
from sizewise.benchmark.trial import Grade
from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import (
    Delta,
    End,
    Failed,
    FirstToken,
    Request,
    Retrying,
    Started,
    Used,
)
from sizewise.gateway.running import LogUnwritable, Run
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.usage import Usage
from tests.benchmark.builders import LARGE, SMALL, plan

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


@dataclass
class Parrot:
    """Repeats the prompt. Counts how many ask it at once."""

    model: str
    asked: list[Request] = field(default_factory=list)
    at_once: int = 0
    most: int = 0
    seconds: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, request):
        with self.lock:
            self.asked.append(request)
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        time.sleep(self.seconds)
        yield Started(NOON.timestamp(), self.model, {}, "a test")
        yield FirstToken(0.1)
        yield Delta(request.messages[0].content, 0.1)
        yield Used(Usage(3, output=2))
        with self.lock:
            self.at_once -= 1
        yield End("stop", 0.2)


class Deaf:
    """Fails twice, the first time with the promise to try again."""

    model = "deaf"

    def send(self, request):
        failure = Failure("server")
        yield Started(NOON.timestamp(), self.model, {}, "a test")
        yield Retrying(failure, 1, 0.0)
        yield Started(NOON.timestamp() + 1, self.model, {}, "a test")
        yield Failed(failure, 0.5)


def run(log, asked=None, small=None, large=None):
    return Run(
        plan=asked or plan(),
        log=log,
        providers={SMALL: small or Parrot("small-135m"), LARGE: large or Parrot("large-135m")},
        request=lambda slot, nonce: Request(
            (Message("user", f"{slot.task} {slot.sample}"),), nonce=nonce
        ),
        grade=lambda trial: Grade(right=trial.sample == 0),
        charge=lambda slot, usage: None,
        client="a test",
        machine="2 cores",
        moment=lambda: NOON,
    )


@pytest.fixture
def log(tmp_path):
    return tmp_path / "run.jsonl"


def slots(log):
    return [trial.slot for trial in read(log.read_bytes()).trials]


def test_everything_is_asked_once_and_in_order(log):
    told = list(run(log).go())
    assert [each[:2] for each in told] == [(n, 20) for n in range(1, 21)]
    assert slots(log) == list(schedule(plan()))


def test_each_trial_is_told_once_it_stands_in_the_log(log):
    for done, _, trials in run(log).go():
        assert read(log.read_bytes()).trials[done - 1 :] == trials


def test_replies_are_graded(log):
    list(run(log).go())
    grades = {trial.sample: trial.grade.right for trial in read(log.read_bytes()).trials}
    assert grades == {0: True, 1: False, 2: False}


def test_a_stopped_run_goes_on_where_it_was(log):
    going = run(log).go()
    for _ in range(7):
        next(going)
    going.close()
    assert len(slots(log)) == 7
    again = [each.done for each in run(log).go()]
    assert again == list(range(8, 21))
    assert sorted(slots(log)) == sorted(schedule(plan()))
    assert list(run(log).go()) == []


def test_a_run_that_was_killed_while_it_wrote_asks_that_one_again(log):
    list(run(log).go())
    log.write_bytes(log.read_bytes()[:-40])
    assert [each.done for each in run(log).go()] == [20]
    found = read(log.read_bytes())
    assert len(found.trials) == 20
    assert [each.line for each in found.damaged] == [20]


def test_as_many_are_under_way_as_the_plan_says_and_no_more(log):
    busy = Parrot("small-135m", seconds=0.01)
    asked = plan(models=plan().models[:1], concurrency=(4,), samples=10)
    list(run(log, asked, small=busy).go())
    assert busy.most == 4
    assert len(slots(log)) == 2 * (2 + 10)


def test_warm_ups_end_before_what_counts(log):
    asked = plan(concurrency=(4,), warm_ups=3)
    list(run(log, asked, small=Parrot("small-135m", seconds=0.005)).go())
    warm = [slot.warm_up for slot in slots(log)]
    assert warm == sorted(warm, reverse=True)


def test_each_attempt_stands_in_the_log(log):
    list(run(log, large=Deaf()).go())
    failed = [trial for trial in read(log.read_bytes()).trials if trial.model == LARGE]
    assert len(failed) == 2 * 10
    assert {(trial.attempt, trial.error) for trial in failed} == {(1, "server"), (2, "server")}


def test_a_nonce_goes_in_front_only_where_the_plan_busts_the_cache(log, tmp_path):
    busting, sharing = Parrot("small-135m"), Parrot("small-135m")
    list(run(log, small=busting).go())
    list(run(tmp_path / "other.jsonl", plan(cache="shared"), small=sharing).go())
    assert len({request.nonce for request in busting.asked}) == 10
    assert {request.nonce for request in sharing.asked} == {""}


def test_a_log_that_cannot_be_written_is_told_with_the_way_out(tmp_path):
    with pytest.raises(LogUnwritable) as refused:
        list(run(tmp_path / "nowhere" / "run.jsonl").go())
    assert str(refused.value).startswith("The log run.jsonl cannot be written (No such file")
    assert "goes on where it was" in str(refused.value)


def test_a_run_that_was_killed_while_it_wrote_a_second_try_makes_it_again(log):
    going = run(log, small=Deaf()).go()
    tried = next(each.trials for each in going if len(each.trials) == 2)
    going.close()
    whole, second = log.read_bytes(), len(line(tried[1]))
    for keep in (1, 150, 350, second - 2):  # bytes of the second try's line
        log.write_bytes(whole[: keep - second])
        missing = len(left(plan(), read(log.read_bytes())))
        assert len(list(run(log, small=Deaf()).go())) == missing
        found = read(log.read_bytes()).trials
        assert [each.attempt for each in found if each.slot == tried[0].slot] == [1, 2, 3]
        assert list(run(log).go()) == []


def test_a_line_cut_behind_a_failure_that_was_final_is_no_further_try_at_it(log):
    list(run(log, small=Deaf()).go())
    lines = log.read_bytes().splitlines(keepends=True)
    failed = next(n for n, each in enumerate(lines) if read(each).trials[0].attempt == 2)
    cut = b"".join(lines[: failed + 1]) + lines[failed + 1][:350]
    assert read(cut).halfway == frozenset()
