"""Answers as a table."""

import csv
import io
from decimal import Decimal

from sizewise.learn.progress.answers_csv import answers_csv
from sizewise.learn.progress.statistics.answer_sheet import read_sheet
from sizewise.learn.quiz.response import Response
from tests.learn.builders import answered, typing


def table(*answers):
    return list(csv.DictReader(io.StringIO(answers_csv(answers))))


def test_an_answer_is_a_row():
    (row,) = table(
        answered(
            score=Decimal("0.5"),
            certainty="sure",
            took_ms=8460,
            response=Response(picked=("a", "c")),
            misconceptions=("swapped-rates",),
        )
    )
    assert row["at"] == "2026-11-21T12:00:00+00:00"
    assert (row["quiz"], row["item"], row["options"]) == ("a-quiz", "one-item", "a;c")
    assert (row["score"], row["certainty"], row["seconds"]) == ("0.5", "sure", "8.46")
    assert row["mistakes"] == "swapped-rates"


def test_what_nobody_knows_is_empty():
    (row,) = table(answered())
    assert (row["certainty"], row["seconds"], row["number"]) == ("", "", "")


def test_what_was_typed_is_no_formula_to_a_spreadsheet():
    (row,) = table(answered(response=typing("=1+1")))
    assert row["number"] == "'=1+1"


def test_only_what_counts_is_in_the_item_statistics():
    first, *rest = answers_csv(
        [
            answered(False, mode="pretest", attempt_id="before", item_id="before-it"),
            answered(attempt_id="first"),
            answered(False, mode="missed", attempt_id="second"),
        ]
    ).splitlines()
    text = "\n".join([f"learner,{first}", *(f"ann,{line}" for line in rest)])
    found = read_sheet(text)
    assert found.sheets["a-quiz"].sittings["ann"].marks == {"one-item": 1}
    assert found.passed_over["mode"] == 2


def test_item_statistics_can_be_worked_out_from_it():
    first, *rest = answers_csv([answered(), answered(False, item_id="other")]).splitlines()
    text = "\n".join([f"learner,{first}", *(f"ann,{line}" for line in rest)])
    assert read_sheet(text).sheets["a-quiz"].sittings["ann"].marks == {"one-item": 1, "other": 0}
