"""Answers in a CSV file."""

import pytest

from sizewise.learn.progress.statistics.answer_sheet import SheetUnreadable, read_sheet


def only(text):
    (sheet,) = read_sheet(text).values()
    return sheet


def test_three_columns_are_enough():
    sheet = only("learner,item,score\nann,one,1\nann,two,0\nbob,one,0.5\n")
    assert {who: each.marks for who, each in sheet.sittings.items()} == {
        "ann": {"one": 1, "two": 0},
        "bob": {"one": 0.5},
    }
    assert sheet.worth == {"one": 1, "two": 1}


def test_more_columns_in_any_order_say_more():
    sheet = only("options,score,worth,item,learner,mood\na;c,4,8,one,ann,fine\n")
    assert sheet.worth == {"one": 8}
    assert sheet.sittings["ann"].chosen == {"one": ("a", "c")}


def test_quizzes_are_kept_apart():
    text = "quiz,learner,item,score\nq1,ann,one,1\nq2,ann,one,0\n"
    assert {name: each.sittings["ann"].marks for name, each in read_sheet(text).items()} == {
        "q1": {"one": 1},
        "q2": {"one": 0},
    }


def test_the_first_attempt_and_its_first_answer_count():
    text = "learner,attempt,item,score\nann,1,one,0\nann,1,one,1\nann,2,one,1\nann,2,two,1\n"
    assert only(text).sittings["ann"].marks == {"one": 0}


WRONG = {
    "a missing column": ("learner,item\nann,one\n", "names no column `score`"),
    "none of them": ("name,points\nann,3\n", "`learner`, `item` or `score`"),
    "an empty file": ("", "found: none"),
    "no rows": ("learner,item,score\n", "no answer below"),
    "a word for a score": ("learner,item,score\nann,one,good\n", "Line 2: `score` is 'good'"),
    "not a number": ("learner,item,score\nann,one,nan\n", "Line 2: `score` is 'nan'"),
    "a negative score": ("learner,item,score\nann,one,-1\n", "Line 2: `score` is '-1'"),
    "more than it is worth": ("learner,item,score\nann,one,2\n", "more than the item is worth, 1"),
    "nobody": ("learner,item,score\n ,one,1\n", "Line 2: `learner` is empty"),
    "a cell too many": ("learner,item,score\nann,one,1,5\n", "Line 2: it has more or fewer"),
    "a column twice": ("learner,item,score,score\nann,one,1,1\n", "`score` twice"),
    "a quote left open": ('learner,item,score\nann,"one,1\n', "is no CSV"),
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_counted_is_told_with_its_line(text, sentence):
    with pytest.raises(SheetUnreadable) as told:
        read_sheet(text)
    assert sentence in str(told.value)


def test_of_many_faults_some_are_told_and_the_others_counted():
    with pytest.raises(SheetUnreadable) as told:
        read_sheet("learner,item,score\n" + "ann,one,x\n" * 8)
    assert str(told.value).count("Line ") == 5
    assert str(told.value).endswith("3 more lines are wrong.")
