"""The report of a log: what it says, that it is always the same, and how long it takes."""

import csv
import io
import re
import time
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.log import Log, read, written
from sizewise.benchmark.report.columns import OUTCOMES, PACE, TIMED, times
from sizewise.benchmark.report.page import DEFINITIONS, report_html
from sizewise.benchmark.report.sheet import report_csv
from sizewise.benchmark.summary import summaries
from sizewise.benchmark.trial import TokensUsed
from tests.benchmark.builders import LARGE, by_rules, charge, failure, graded, trial


def hundred(model, end):
    """A hundred replies of which 94 are whole, a bit later one after the other."""
    whole = [trial(n, model, end=end + 1000 * n, grade=graded(n % 2 == 0)) for n in range(94)]
    return [*whole, *(failure(n, model) for n in range(94, 100))]


TRIALS = [trial(0, warm_up=True), *hundred("small", 1_200_000), *hundred(LARGE, 2_200_000)]
BYTES = written(TRIALS)
PAGE = report_html(read(BYTES))


def texts(html):
    """What a page says, without its tags and its style."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("</head>")[2]))


def table(log):
    return list(csv.DictReader(io.StringIO(report_csv(summaries(log.trials)))))


def test_the_same_log_gives_the_same_bytes():
    assert report_html(read(BYTES)) == PAGE
    assert report_csv(summaries(read(BYTES).trials)) == report_csv(summaries(TRIALS))


def test_rules_in_a_log_cost_nothing_and_beat_a_model_that_is_worse():
    rules = [by_rules(n, grade=graded(True)) for n in range(5)]
    log = read(written([*rules, *(trial(n, grade=graded(False)) for n in range(5))]))
    said = texts(report_html(log))
    assert (
        "keyword-rules · short-questions: $0.00 for 1,000, 100% right. No other beats it." in said
    )
    assert "small · short-questions: $1.00 for 1,000, 0% right. Another beats it." in said
    assert "Whether a few more right answers could be chance stands" in said
    assert report_html(log) == report_html(read(written(log.trials)))


def test_rules_alone_at_several_tasks_leave_no_choice_of_cost():
    log = Log(tuple(by_rules(task=task, grade=graded(True)) for task in ("intent", "chat")))
    assert "beats it" not in texts(report_html(log))


def test_the_page_says_where_and_when_it_was_measured():
    said = texts(PAGE)
    assert "200 attempts, and 1 warm-up left out" in said
    assert "Measured 29 November 2026" in said
    assert "Machine: 2 cores" in said
    assert "Price of gpt-4o-mini on 29 November 2026" in said


def test_a_row_has_intervals_and_failures_count_as_endless():
    said = texts(PAGE)
    # 94 of 100: Wilson gives 0.8752 to 0.9722
    assert "94% (87.5% to 97.2%), 94 of 100" in said
    # Ends at 1.2, 1.201, ..., 1.293 s: middle of the 47th and 48th
    assert "1.247 s (1.2" in said
    assert "never (" in said
    assert "6 server" in said


def test_two_models_are_compared_in_sentences():
    said = texts(PAGE)
    assert "large · short-questions against small" in said
    assert "small was faster than large by 1 s a sample on average over 94 samples" in said
    assert "large and small were right equally often, at 47 of 94 samples." in said


def test_cost_stands_against_quality():
    cheap = [trial(n, grade=graded(n < 7)) for n in range(10)]
    dear = [trial(n, LARGE, grade=graded(n < 6), charge=charge("0.02")) for n in range(10)]
    said = texts(report_html(Log((*cheap, *dear))))
    assert "small · short-questions: $1.00 for 1,000, 70% right. No other beats it." in said
    assert "large · short-questions: $20.00 for 1,000, 60% right. Another beats it." in said


def test_a_log_of_two_plans_says_so():
    changed = trial(1, plan_sha256="c" * 64)
    assert "Attempts of 2 different plans" in texts(report_html(Log((trial(0), changed))))


def test_too_few_values_say_so():
    said = texts(report_html(Log((trial(0), trial(1)))))
    assert "needs 72 values, has 2" in said


def test_every_word_of_a_heading_is_explained():
    explained = " ".join(word for word, _ in DEFINITIONS).lower()
    assert [title for title in TIMED.values() if title.lower() not in explained] == []
    headings = {each.title for timed in TIMED for each in times(timed)}
    assert {"Median", "Standard deviation", "p95"} <= headings & {word for word, _ in DEFINITIONS}


def test_damage_is_on_the_page():
    said = texts(report_html(read(BYTES[:-30] + b"")))
    assert "Line 201: It was cut in the middle" in said


def test_an_empty_log_says_that_nothing_was_measured():
    assert "Nothing was measured." in texts(report_html(Log(())))


def test_the_page_loads_nothing_from_elsewhere():
    assert re.findall(r"(?:src|href|url|@import)\s*[=(]?", PAGE) == []
    assert "http" not in PAGE
    assert "<script" not in PAGE


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_a_model_is_called_the_page_stays_whole(name):
    page = report_html(Log((trial(answered_by=name, machine=name, client=name),)))
    assert Balanced(page).open == []


class Balanced(HTMLParser):
    """The tags that a page leaves open."""

    def __init__(self, page):
        super().__init__()
        self.open = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """A tag that ends itself, such as those of a drawing."""

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_sheet_has_a_row_for_each_cell_with_numbers_for_programs():
    large, small = table(read(BYTES))
    assert (large["model"], small["model"]) == ("large", "small")
    assert float(small["latency_median"]) == 1.2465
    assert (small["success_count"], small["success_of"]) == ("94", "100")
    assert small["latency_adjusted_p95"] == "inf"
    assert small["errors"] == "server=6"
    assert small["dollars_per_thousand"] == "1"
    assert small["right_share"] == "0.5"


def test_replies_that_were_cut_are_counted_on_the_page_and_in_the_sheet():
    used = TokensUsed(input=9, output=8, reasoning=8, estimated=False)
    silent = {"finish": "length", "reply": "", "first": None, "chunks": (), "tokens": used}
    log = Log(
        (
            *(trial(n, LARGE, grade=graded(False), **silent) for n in range(12)),
            *(trial(n, grade=graded(n < 9), finish="length") for n in range(12)),
        )
    )
    said = texts(report_html(log))
    assert "12 cut at the limit while thinking, before any text" in said
    assert (
        "Of 12 replies of large: 12 cut at the limit while thinking, before any text. "
        "They count as they are, which says more of the limit than of the model. "
        "Of 12 replies of small: 12 cut at the limit."
    ) in said
    large, small = table(log)
    names = ("success_count", "cut", "cut_thinking", "filtered", "empty")
    assert [large[name] for name in names] == ["12", "12", "12", "0", "0"]
    assert [small[name] for name in names] == ["12", "12", "0", "0", "0"]


def test_a_number_that_is_not_there_leaves_its_cell_empty():
    [row] = table(Log((failure(),)))
    assert (row["latency_median"], row["dollars_per_task"], row["right_share"]) == ("", "", "")


def test_no_two_columns_share_a_name():
    columns = [*OUTCOMES, *PACE, *(each for timed in TIMED for each in times(timed))]
    names = [name for each in columns for name in each.plain]
    assert len(names) == len(set(names))


def test_ten_thousand_lines_take_less_than_two_seconds():
    lines = 10_000
    models = ("small", LARGE)
    trials = [trial(n // 2, models[n % 2], end=1_200_000 + 7 * n) for n in range(lines)]
    log, began = written(trials), time.process_time()
    assert report_html(read(log))
    assert time.process_time() - began < 2
