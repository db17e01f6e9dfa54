"""The results of a run on the page: real numbers at first sight, and every log that is brought."""

import json

import pytest
from plotly.graph_objects import Figure

from sizewise import ROOT
from sizewise.benchmark.frontier import BEATS
from sizewise.benchmark.log import Log, written
from sizewise.benchmark.report.page import SEED, report_html
from sizewise.benchmark.report.sheet import report_csv
from sizewise.benchmark.summary import Goal, summaries
from sizewise.benchmark.trial import TokensUsed
from sizewise.ground import limits
from sizewise.ui import house
from sizewise.ui.benchmark import choose_run, results
from tests.benchmark.builders import LARGE, by_rules, charge, failure, graded, trial
from tests.ui.app import opened, said

RECORDED = "small-on-this-machine"


def two_models():
    """Small is cheaper and a second quicker, large is right more often, and failed once."""
    for n in range(80):
        yield trial(n, end=1_200_000 + n, grade=graded(n < 40))
        slow = {"end": 2_200_000 + n, "charge": charge("0.02"), "concurrency": 1}
        yield trial(n, LARGE, grade=graded(n < 70), **slow) if n else failure(n, LARGE)


def brought(text, name="my-run.jsonl"):
    app = opened("benchmark", run=choose_run.BROUGHT)
    app.file_uploader[0].upload(name, text, "application/jsonl").run()
    assert not app.exception
    return app


def captions(app):
    return "\n".join(each.value for each in app.caption)


def test_replies_priced_as_if_by_a_model_that_thinks_say_what_the_bill_lacks():
    def log(reasoning):
        paid = charge("0.01").model_copy(update={"priced_as": "gpt-6.1-sol"})
        used = TokensUsed(input=100, output=11, reasoning=reasoning, estimated=False)
        return Log(tuple(trial(n, charge=paid, tokens=used) for n in range(2)), ())

    assert [each.id for each in results._without_thinking(log(0))] == ["gpt-6.1-sol"]
    assert not list(results._without_thinking(log(5)))


def test_at_first_sight_stand_the_numbers_of_the_recorded_run():
    app = opened("benchmark")
    page = said(app)
    assert app.selectbox[0].value == RECORDED
    assert "Recorded on Linux x86_64, 2 cores" in app.selectbox[0].options[0]
    assert "29 November 2026" in app.selectbox[0].options[0]
    assert "<b>75%</b> right, 18 of 24" in page
    assert "measured 29 November 2026" in page
    assert "needs 72 values, has 24" in page


def test_the_recorded_run_says_how_many_of_its_replies_were_cut():
    # finish "length" in content/runs/small-on-this-machine.jsonl, warm-ups apart: 20 at intent, 17
    # at arithmetic, 8 at code, 6 at short-questions, 3 at summary, 2 at chat.
    page = said(opened("benchmark"))
    assert "replies: 20 cut at the limit" in page
    slip = page.partition("Whole replies</span>")[2][:300]
    assert "144" in slip
    assert "of these cut at the limit" in slip
    assert "56" in slip
    assert "24 samples of 8 different prompts" in page


@pytest.mark.parametrize(("load", "told"), [("1.5", False), ("2", False), ("8.2", True)])
def test_the_times_of_a_busy_machine_say_so(load, told):
    machine = f"Linux x86_64, 2 cores, 23.5 GiB, load {load} at the start"
    page = said(brought(written(trial(n, machine=machine, charge=None) for n in range(3))))
    assert (f"a load of {load}. So its times say little about the model" in page) is told


def test_what_was_not_measured_says_so():
    page = captions(opened("benchmark"))
    assert "No model's reply in this run has a price" in page
    assert "One model alone answered" in page
    assert "asked with 1 under way at once" in page


def faultless(charts):
    """How many charts there are. Plotly raises ValueError for a value that it does not know."""
    return len([Figure(json.loads(each.proto.spec)) for each in charts])


def test_a_brought_log_is_summed_up_compared_and_charted():
    app = brought(written(two_models()))
    page = said(app)
    assert "Of 79 samples, large alone was right at 30 and small alone at 0" in page
    assert "small was faster than large by 1 s a sample" in page
    assert "$20.00" in page
    assert "no other beats it" in page
    assert BEATS in captions(app)
    assert faultless(app.get("plotly_chart")) == 2


def rules_beside(price):
    """Rules sort every mail and charge nothing; the model sorts none, at a price or without."""
    for n in range(5):
        yield by_rules(n, grade=graded(True))
        yield trial(n, LARGE, charge=price, grade=graded(False))


def test_rules_cost_nothing_and_beat_a_model_that_is_worse():
    page = said(brought(written(rules_beside(charge("0.02")))))
    rows = page.partition("1,000 cost</th>")[2].partition("</table>")[0].split("<tr>")[1:]
    assert [("keyword-rules" in row, "no other beats it" in row) for row in rows] == [
        (True, True),
        (False, False),
    ]
    assert "$0.00" in rows[0]


def test_rules_beside_a_model_without_a_price_are_no_choice_of_cost():
    app = brought(written(rules_beside(None)))
    assert "No model's reply in this run has a price" in captions(app)
    assert "beats it" not in said(app)


def test_levels_of_concurrency_are_a_path():
    levels = [trial(n, concurrency=level) for level in (1, 4) for n in range(10)]
    app = brought(written(levels))
    assert faultless(app.get("plotly_chart")) == 2
    assert "4 at once" in said(app)


def test_a_goal_decides_on_goodput():
    app = brought(written(two_models()))
    app.number_input(key="bench_whole").set_value(1.5).run()
    assert app.query_params["whole"] == "1.5"
    pace = said(app).partition("Goodput a second</th>")[2]
    first_row = pace.partition("<tbody><tr>")[2].partition("</tr>")[0]
    assert first_row.endswith('<td class="n">0</td>')  # large takes 2.2 s


def test_a_torn_line_is_told_and_all_others_count():
    app = brought(written([trial(0), trial(1)])[:-30])
    assert "1 line of this log does not count; all others do." in app.warning[0].value
    assert "Line 2: It was cut in the middle, as when a run is killed." in app.warning[0].value


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"<html>Not found</html>\n", "holds no attempt that can be read. Line 1: It is no JSON."),
        (b"", "holds no attempt that can be read. Bring a file that `bench` wrote."),
        (b"\n" * (limits.LOG_LINES + 1), "has 20,001 lines, and at most 20,000 can be read here"),
        (written(trial(0, f"m{n}") for n in range(9)), "has 9 models, and at most 8 can"),
        (
            written(trial(0, task=f"t{n}") for n in range(101)),
            "has 101 pairs of a model and a task, and at most 100 can",
        ),
    ],
)
def test_a_file_that_is_no_log_is_refused_in_a_sentence(text, why):
    assert why in brought(text).error[0].value


def test_a_log_of_warm_ups_alone_says_that_nothing_counts_yet():
    app = brought(written([trial(0, warm_up=True)]))
    assert "Nothing that counts stands in this log yet" in app.info[0].value


def test_an_unknown_run_in_the_address_gets_a_sentence():
    assert "there is no such run here" in said(opened("benchmark", run="nobody"))


def test_the_files_to_take_along_are_those_of_the_command():
    run = house.recorded_runs()[RECORDED]
    files = results.files(run, summaries(run.log.trials, SEED), Goal())
    assert files["html"]().decode() == report_html(run.log)
    assert files["csv"]().decode() == report_csv(summaries(run.log.trials, SEED))
    assert files["jsonl"]() == (ROOT / "content" / "runs" / f"{RECORDED}.jsonl").read_bytes()
