"""Samples that repeat a prompt: what is said beside numbers, and what luck is counted over."""

from fractions import Fraction

from sizewise.benchmark.comparison import compare, times_sentence, verdicts_sentence
from sizewise.benchmark.frontier import standings
from sizewise.benchmark.log import Log
from sizewise.benchmark.prompts import of_prompts, prompts
from sizewise.benchmark.report.page import report_html
from sizewise.benchmark.summary import summaries
from tests.benchmark.builders import LARGE, graded, trial

CASES = 8
SLOW = 2_200_000


def repeating(model, right, **changes):
    """A hundred samples of eight prompts, the first so many of them always answered right."""
    for sample in range(100):
        case = sample % CASES
        asked = f"{case:064x}"
        yield trial(sample, model, prompt_sha256=asked, grade=graded(case < right), **changes)


TRIALS = (*repeating("small", 5), *repeating(LARGE, 4, end=SLOW))
[FOUND] = compare(TRIALS, "small", LARGE, 1)


def test_repeats_are_no_evidence_of_who_is_right_more_often():
    # Sample 4, 12, ..., 92 is the fifth case: 12 of 100. McNemar over samples: 2 / 2^12. By prompt
    # it is 1 of 8, and one coin always falls on one side.
    assert FOUND.verdicts.chance == 2 / 2**12
    assert FOUND.prompt_verdicts.chance == 1
    assert verdicts_sentence(FOUND) == (
        "Of 100 samples of 8 different prompts, small alone was right at 12 and large alone at 0. "
        "With each prompt counted once, small was right more often at 1 and large at 0 of 8 "
        "prompts, but this difference could be chance: luck alone does as much 100 times in 100."
    )


def test_a_difference_at_every_prompt_is_called_one():
    [found] = compare([*repeating("small", 8), *repeating(LARGE, 0)], "small", LARGE, 1)
    # 2 / 2^8 = 0.0078
    assert verdicts_sentence(found).endswith(
        "small was right more often at 8 and large at 0 of 8 prompts. "
        "Luck alone would do that 0.781 times in 100."
    )


def test_a_prompt_goes_to_whom_more_of_its_samples_go():
    rights = {"small": (True, True, False), LARGE: (False, False, True)}
    trials = [
        trial(sample, model, prompt_sha256="a" * 64, grade=graded(right))
        for model, row in rights.items()
        for sample, right in enumerate(row)
    ]
    [found] = compare(trials, "small", LARGE, 1)
    more = found.prompt_verdicts
    assert (more.first_more, more.second_more, more.tied) == (1, 0, 0)
    assert "Of 3 samples of one prompt, small alone was right at 2" in verdicts_sentence(found)


def test_equally_often_right_is_told_by_prompt_too():
    [found] = compare([*repeating("small", 4), *repeating(LARGE, 4)], "small", LARGE, 1)
    assert verdicts_sentence(found) == (
        "small and large were right equally often, at 52 of 100 samples of 8 different prompts. "
        "With each prompt counted once, each of the two was right more often at 0 prompts."
    )


def test_times_count_each_prompt_once_by_its_mean():
    # 8 differences of 1 s: 2 of 256 ways are as far from 0, which is 0.781 in 100.
    assert FOUND.by_prompt.differences == (1_000_000,) * CASES
    assert times_sentence(FOUND) == (
        "small was faster than large by 1 s a sample on average over 100 samples of 8 different "
        "prompts. With each prompt counted once, small was faster than large by 1 s on average. "
        "Luck alone would do that 0.781 times in 100."
    )


def test_standings_count_each_prompt_once():
    # Case 0 to 3 have 13 samples each, 4 to 7 have 12: 64 of 100 samples, and 5 of 8 prompts.
    [large, small] = sorted(standings(summaries(TRIALS)))
    assert (small.quality, large.quality) == (Fraction(5, 8), Fraction(4, 8))
    assert small.once == " over 8 prompts, each counted once"


def test_the_report_says_beside_its_numbers_how_many_prompts_there_were():
    page = report_html(Log(TRIALS))
    assert "64 of 100 samples of 8 different prompts" in page
    assert "<td>8 in 100 samples</td>" in page
    assert "62.5% right over 8 prompts, each counted once." in page


def test_what_is_asked_once_needs_no_word():
    assert of_prompts(8, 8) == ""
    told = prompts(trial(n, grade=graded(n < 1)) for n in range(4))
    assert (told.different, told.samples, told.graded, told.right) == (4, 4, 4, Fraction(1, 4))
    assert not told.repeated


def test_a_second_try_at_a_sample_is_no_repeated_prompt():
    assert not prompts([trial(0, error="server"), trial(0, attempt=2)]).repeated
