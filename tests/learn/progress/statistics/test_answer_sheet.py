"""Answers in a CSV file."""

import pytest

from sizewise.learn.progress.statistics.answer_sheet import SheetUnreadable, read_sheet


def only(text):
    (sheet,) = read_sheet(text).sheets.values()
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
    assert {name: each.sittings["ann"].marks for name, each in read_sheet(text).sheets.items()} == {
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
    "a cell too many": ("learner,item,score\nann,one,1,5\n", "Line 2: it has more cells"),
    "a column twice": ("learner,item,score,score\nann,one,1,1\n", "`score` twice"),
    "the same in another case": ("learner,item,score,Score\nann,one,1,1\n", "`score` twice"),
    "a quote left open": ('learner,item,score\nann,"one,1\n', "Line 2: a double quote opens"),
    "a row that ends early": ("learner,item,score\nann,one\n", "Line 2: `score` is ''"),
    "a comma too many": ("learner,item,score,,\nann,one,0,5,\n", "Line 2: it has more cells"),
    "two commas": ('learner,item,score\nann,one,"0,5,1"\n', "Line 2: `score` is '0,5,1'"),
    "thousands": ("learner;item;score\nann;one;1.000,5\n", "Line 2: `score` is '1.000,5'"),
    "too large to be squared": (
        "learner,item,score,worth\nann,one,1e308,1e308\n",
        "Line 2: `worth` is '1e308'; write a number from 0 to 1,000,000",
    ),
    "a digit sign of programs": ("learner,item,score\nann,one,0_1\n", "Line 2: `score` is '0_1'"),
    "two worths of an item": (
        "learner,item,score,worth\nann,one,8,8\nbob,one,4,8\ncay,one,10,12\n",
        "Line 4: `worth` of one is 12 here and 8 in line 2.",
    ),
    "a worth left out": (
        "learner,item,score,worth\nann,one,8,8\nbob,one,1,\n",
        "Line 3: `worth` of one is 1 here and 8 in line 2.",
    ),
    "a mode that nobody knows": (
        "learner,item,score,mode\nann,one,1,online\n",
        "Line 2: `mode` is 'online'; write practice, exam, missed, pretest or review",
    ),
    "nothing that counts": (
        "learner,item,score,mode\nann,one,1,pretest\n,,,\n",
        "1 answer in a mode that never counts (missed, pretest or review) and 1 empty row.",
    ),
    "lines below the separator's": ("sep=;\nlearner;item;score\nann;one;x\n", "Line 3: `score`"),
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


SAVED = {
    "commas": "learner,item,score\nann,one,0.5\nbob,one,1\n",
    "semicolons and decimal commas": "learner;item;score\nann;one;0,5\nbob;one;1\n",
    "commas and decimal commas": 'learner,item,score\nann,one,"0,5"\nbob,one,1\n',
    "tabs": "learner\titem\tscore\nann\tone\t0,50\nbob\tone\t1,00\n",
    "a line that names the separator": "sep=;\r\nlearner;item;score\r\nann;one;,5\r\nbob;one;1\r\n",
    "the same saved anew": "sep=,,\nlearner,item,score\nann,one,.5\nbob,one,1\n",
    "a separator that is named and not used": "sep=,\nlearner;item;score\nann;one;0,5\nbob;one;1",
    "a mark": "\ufefflearner,item,score\nann,one,0.5\nbob,one,1\n",
    "empty columns": "learner,item,score,,\nann,one,0.5,,\nbob,one,1,,\n",
    "empty columns that end early": "learner,item,score,,\nann,one,0.5\nbob,one,1,\n",
    "numbered rows": ",learner,item,score\n0,ann,one,0.5\n1,bob,one,1\n",
    "capitals and spaces": "Learner, Item, SCORE \nann, one, 0.5\nbob, one, 1\n",
    "quotes": '"learner","item","score"\n"ann","one","0.5"\n"bob","one","1"\n',
    "old line ends": "learner,item,score\rann,one,0.5\rbob,one,1\r",
    "options of a semicolon file": 'learner;item;score;options\nann;one;0,5;"a;c"\nbob;one;1\n',
}


@pytest.mark.parametrize("text", SAVED.values(), ids=SAVED)
def test_a_file_says_the_same_however_a_spreadsheet_saves_it(text):
    sheet = only(text)
    assert {who: each.marks for who, each in sheet.sittings.items()} == {
        "ann": {"one": 0.5},
        "bob": {"one": 1},
    }


def test_what_is_passed_over_is_counted_with_its_reason():
    found = read_sheet(
        "learner,attempt,mode,item,score,Mood\n"
        "ann,0,Pretest,before-one,0,\n"
        "ann,1,practice,one,1,fine\n"
        "ann,1,practice,one,0,\n"
        "ann,2,practice,one,0,\n"
        "ann,3,missed,two,\n"
        ",,,,,\n"
        " , ,,,,\n"
    )
    assert found.sheets["answers"].sittings["ann"].marks == {"one": 1}
    assert found.passed_over == {"mode": 2, "later_attempt": 1, "repeated": 1, "empty": 2}
    assert found.other_columns == ("Mood",)
    assert found.passed_over_in_words == (
        "2 answers in a mode that never counts (missed, pretest or review), 1 answer of a later "
        "attempt, 1 answer to an item that the learner had answered before and 2 empty rows"
    )


def test_an_item_may_be_worth_something_else_in_another_quiz_or_in_what_does_not_count():
    found = read_sheet(
        "quiz,learner,attempt,item,score,worth\nq1,ann,1,one,8,8\nq1,ann,2,one,9,12\nq2,ann,1,one,9,12\n"
    )
    assert {name: each.worth for name, each in found.sheets.items()} == {
        "q1": {"one": 8},
        "q2": {"one": 12},
    }
