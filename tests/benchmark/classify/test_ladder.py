"""The rungs of a small ladder, by hand."""

from math import log

import pytest

from sizewise.benchmark.classify.ladder import (
    ASKED,
    CALIBRATION,
    EXAMPLES,
    FREE,
    GRAMMAR,
    NO_REPLY,
    SAID,
    free_of_charge,
    rungs,
)
from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.benchmark.task import Task, TaskSample
from sizewise.benchmark.trial import Grade, TokensUsed
from tests.benchmark.builders import failure, trial

LABELS = ("billing", "technical", "general")
MAILS = (("Refund me", "billing"), ("It crashes", "technical"), ("Hello", "general"))


def task(name, **changes):
    facts = {"id": name, "title": "Mails", "source": "a test", "limit": 8}
    facts |= {"grading": {"kind": "label", "labels": LABELS}}
    facts |= {"samples": tuple(TaskSample(ask=ask, expected=(label,)) for ask, label in MAILS)}
    return Task(**(facts | changes))


TASKS = {name: task(name) for name in (*ASKED.values(), *SAID.values())}
LIKELY = {"billing": (0.6, 0.1), "technical": (0.5, 0.4), "general": (0.7, 0.2)}
"""The true label of a mail -> how likely the model held billing and technical for it."""


def number(name, case):
    """The sample that asks that case."""
    return next(n for n in range(len(MAILS)) if TASKS[name].case(n) == case)


def answered(name, case, answer, **changes):
    right = answer == MAILS[case][1]
    facts = {"task": name, "reply": answer, "grade": Grade(right=right, answer=answer)}
    facts |= {"tokens": TokensUsed(input=40 + case, output=2, estimated=False)}
    return trial(number(name, case), **(facts | changes))


def said(case):
    billing, technical = LIKELY[MAILS[case][1]]
    shares = {"billing": billing, "technical": technical, "general": 1 - billing - technical}
    return [
        answered(SAID[label], case, label, logprob=log(shares[label] / 1000)) for label in LABELS
    ]


def found(trials):
    return {rung.name: rung for rung in rungs(TASKS, trials)}


def test_a_rung_counts_what_was_right():
    trials = [answered(ASKED[GRAMMAR], case, "billing") for case in range(3)]
    rung = found(trials)[GRAMMAR]
    assert rung.accuracy == (1, 3)
    assert rung.confusion(LABELS).counts == ((1, 0, 0), (1, 0, 0), (1, 0, 0))


def test_words_that_are_no_label_are_one_column_and_failures_another():
    trials = [answered(ASKED[FREE], 0, "dear customer"), answered(ASKED[FREE], 1, "sorry")]
    failed = failure(number(ASKED[FREE], 2), task=ASKED[FREE])
    rung = found([*trials, failed])[FREE]
    assert rung.accuracy == (0, 3)
    assert rung.confusion(LABELS).answers == (*LABELS, NO_REPLY, "other")


def test_warm_ups_do_not_count():
    assert found([answered(ASKED[EXAMPLES], 0, "billing", warm_up=True)])[EXAMPLES].answers == ()


def test_calibration_takes_out_what_the_model_likes_anyway():
    # It holds billing likeliest for every mail: 0.6, 0.5, 0.7. Its mean liking is 0.6, 7/30, 1/6.
    # Divided by it: (1, 0.43, 1.8), (0.83, 1.71, 0.6) and (1.17, 0.86, 0.6). So the crash turns to
    # technical; the first mail turns to general, and the last stays with billing.
    rung = found([each for case in range(3) for each in said(case)])[CALIBRATION]
    assert [each.answer for each in rung.answers] == ["general", "technical", "billing"]
    # 1.8 of 1 + 3/7 + 1.8
    assert rung.answers[0].confidence == pytest.approx(1.8 / (1 + 3 / 7 + 1.8))


def test_a_mail_counts_once_every_label_was_said():
    assert found(said(0)[:2])[CALIBRATION].answers == ()


def test_the_tokens_of_a_calibrated_mail_are_those_of_all_its_requests():
    size = found([*said(0), *said(2)])[CALIBRATION].size
    # 40 and 42 tokens in, three times; two tokens out, three times
    assert (size.requests, size.input, size.output) == (3, 123, 6)


def test_what_costs_nothing_sorts_the_same_mails_and_never_the_examples():
    kept = task(
        "mails", samples=TASKS[ASKED[FREE]].samples * 2, examples={"each": 1, "shown": True}
    )
    rules = KeywordRules({"billing": {"refund"}, "technical": {"crashes"}}, "general")
    ways = {rung.name: rung for rung in free_of_charge(kept, rules)}
    assert [rung.accuracy for rung in ways.values()] == [(3, 3)] * 3
    for rung in ways.values():
        assert {each.case for each in rung.answers}.isdisjoint(kept.kept_back)
        assert rung.size is None
