"""Blind ratings in a log: sealed, given, opened, and what follows from them."""

from dataclasses import replace

import pytest

from sizewise.benchmark.log import read, written
from sizewise.benchmark.rating import key
from sizewise.benchmark.rating_line import KeyOpened, KeySealed, ReplyRated
from sizewise.benchmark.rating_round import RATERS, asked_once, key_of, marks, replies, rounds
from sizewise.benchmark.report.blind import blind_ratings, differing
from sizewise.benchmark.report.page import report_html
from tests.benchmark.builders import LARGE, NOON, SMALL, failure, trial

WORDS = ("wrong", "partly right", "right")
TRIALS = [
    *(trial(n, model, reply=f"{model} {n}") for n in range(3) for model in (SMALL, LARGE)),
    failure(3),
    trial(4, warm_up=True),
]
LOG = read(written(TRIALS))
KEY = key(replies(LOG, "short-questions"), "a long secret")
SEAL = KEY.seal


def sealed(scale="categories", labels=WORDS):
    return KeySealed(
        seal=SEAL, task="short-questions", codes=tuple(KEY.replies), scale=scale, labels=labels,
        at=NOON,
    )  # fmt: skip


def rated(rater, code, label):
    return ReplyRated(seal=SEAL, rater=rater, code=code, label=label, at=NOON)


def opened(seed="a long secret"):
    return KeyOpened(seal=SEAL, seed=seed, at=NOON)


def everybody(label=lambda rater, reply: "right" if reply.model == LARGE else "wrong"):
    return [
        rated(rater, code, label(rater, reply))
        for rater in RATERS
        for code, reply in KEY.replies.items()
    ]


def log_of(*lines):
    return read(written([*TRIALS, *lines]))


def test_only_whole_replies_that_count_are_rated():
    assert [(reply.model, reply.sample) for reply in replies(LOG, "short-questions")] == [
        (model, sample) for model in (LARGE, SMALL) for sample in range(3)
    ]
    assert replies(LOG, "chat") == ()


def test_a_prompt_that_was_asked_again_is_rated_once():
    again = [
        trial(n, model, prompt_sha256=f"{n % 2:064x}") for n in range(6) for model in (SMALL, LARGE)
    ]
    broken_first = [failure(0), *again[2:]]
    assert asked_once(read(written(again)), "short-questions") == (0, 1)
    assert asked_once(read(written(broken_first)), "short-questions") == (1, 2)
    assert asked_once(LOG, "short-questions") == (0, 1, 2)


def test_lines_of_a_rating_stand_among_trials_and_are_no_damage():
    lines = (sealed(), *everybody(), opened())
    log = log_of(*lines)
    assert (log.trials, log.ratings, log.faults) == (tuple(TRIALS), lines, ())


def test_a_damaged_line_of_a_rating_is_named():
    text = written([*TRIALS, sealed()]).replace(b'"kind":"seal"', b'"kind":"wish"')
    [damage] = read(text).damaged
    assert damage.line == len(TRIALS) + 1


def test_a_rating_is_whole_when_everybody_has_rated_everything():
    lines = everybody()
    assert not rounds(log_of(sealed(), *lines[:-1]))[0].whole
    assert rounds(log_of(sealed(), *lines))[0].whole


def test_a_second_thought_counts_until_the_key_is_open():
    [code, *_] = KEY.replies
    twice = [rated("Rater 1", code, "wrong"), rated("Rater 1", code, "right")]
    late = rated("Rater 1", code, "wrong")
    [found] = rounds(log_of(sealed(), *twice, opened(), late))
    assert [rating.place for rating in found.ratings] == [3]


@pytest.mark.parametrize("stray", [rated("Rater 1", "0" * 10, "right"), rated("R", "1" * 10, "?")])
def test_a_rating_of_nothing_does_not_count(stray):
    assert rounds(log_of(sealed(), stray))[0].ratings == ()
    assert rounds(log_of(stray)) == ()


def test_the_seal_shows_whether_the_key_or_a_reply_was_changed():
    log = log_of(sealed())
    assert key_of(log, sealed(), "a long secret") == KEY
    assert key_of(log, sealed(), "another secret") is None
    other = replace(log, trials=tuple(t.model_copy(update={"reply": "x"}) for t in log.trials))
    assert key_of(other, sealed(), "a long secret") is None


def test_a_rating_that_began_when_codes_had_no_letter_is_read():
    before = key(replies(LOG, "short-questions"), "a long secret", letter="")
    codes = tuple(before.replies)
    # The SHA-256 of "a long secret|large|short-questions|0", by sha256sum.
    assert "16a5147a8c" in codes
    begun = sealed().model_copy(update={"seal": before.seal, "codes": codes})
    [line] = log_of(begun).ratings
    assert key_of(log_of(line), line, "a long secret") == before


def test_what_a_run_adds_after_the_seal_changes_nothing():
    log = log_of(sealed(), trial(9, reply="new"))
    assert key_of(log, sealed(), "a long secret") == KEY


def test_each_model_gets_the_majority_of_its_raters():
    lines = everybody()
    lines[0] = lines[0].model_copy(update={"label": "partly right"})
    [found] = rounds(log_of(sealed(), *lines))
    large, small = marks(found, KEY)
    assert (large.model, large.labels) == (LARGE, {"wrong": 0, "partly right": 0, "right": 3})
    assert (small.model, small.labels["wrong"], small.mean) == (SMALL, 3, 1)


def test_points_are_put_together_by_their_mean():
    given = {"Rater 1": "2", "Rater 2": "3", "Rater 3": "5"}
    lines = everybody(lambda rater, reply: given[rater])
    [found] = rounds(log_of(sealed("points", ("1", "2", "3", "4", "5")), *lines))
    assert float(marks(found, KEY)[0].mean) == pytest.approx(10 / 3)


def test_the_report_tells_a_closed_an_opened_and_a_forged_rating():
    def told(*lines):
        [(_, said)] = blind_ratings(log_of(*lines))
        return " ".join(said)

    whole = (sealed(), *everybody())
    assert SEAL in told(*whole)
    assert "The key is closed: not everybody has rated yet." in told(*whole)
    found = told(*whole, opened())
    assert "large: 3 right, of 3 replies, by the majority of raters." in found
    assert "Krippendorff’s alpha 1, almost perfect agreement beyond luck" in found
    assert "The 3 raters gave different marks to 0 replies." in found
    assert "does not fit the seal" in told(*whole, opened("forged"))


def test_marks_that_differ_by_a_point_are_told_and_listed():
    lines = everybody(lambda rater, reply: "2")
    lines[0] = lines[0].model_copy(update={"label": "1"})
    lines[-1] = lines[-1].model_copy(update={"label": "3"})
    log = log_of(sealed("points", ("1", "2", "3", "4", "5")), *lines, opened())
    assert "The 3 raters gave different marks to 2 replies." in report_html(log)
    [found] = rounds(log)
    assert sorted(given for _, given, _ in differing(found, KEY)) == [
        ["1", "2", "2"],
        ["2", "2", "3"],
    ]


def test_the_report_has_a_section_for_it():
    page = report_html(log_of(sealed(), *everybody(), opened()))
    assert "<h2>Blind rating of short-questions</h2>" in page
