"""`stats`, as it is typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sizewise.__main__ import main

MOODLE = Path(__file__).parents[1] / "learn/progress/statistics/moodle_25_learners.json"


def run(*words):
    return CliRunner().invoke(main, ["stats", *map(str, words)])


@pytest.fixture
def sheet(tmp_path):
    def write(rows):
        file = tmp_path / "answers.csv"
        lines = [
            f"learner-{n},slot-{slot},{mark},{'a' if mark == 1 else 'b'}"
            for n, row in enumerate(rows)
            for slot, mark in enumerate(row, 1)
        ]
        file.write_text("\n".join(["learner,item,score,options", *lines]), "utf-8")
        return file

    return write


def test_a_csv_file_of_a_class_comes_out_as_moodle_expects(sheet):
    told = json.loads(MOODLE.read_text("utf-8"))
    ran = run(sheet(told["marks"]), "--json")
    (quiz,) = json.loads(ran.output)["quizzes"]
    assert quiz["learners"] == 25
    assert quiz["alpha"] == pytest.approx(told["expected_quiz"]["cic"], rel=1e-6)
    first = quiz["items"][0]
    assert first["facility"] == pytest.approx(0.704)
    assert first["discrimination"] == pytest.approx(-7.0650767526, rel=1e-6)
    assert first["state"] == "provisional"
    assert [(each["option"], each["chosen"]) for each in first["options"]] == [("a", 16), ("b", 9)]


def test_the_same_in_words(sheet):
    ran = run(sheet([[1, 0]] * 6 + [[0, 1]] * 6))
    assert ran.exit_code == 0
    assert ran.output.startswith("answers: 12 learners\n")
    assert "provisional" in ran.output


def test_fewer_than_ten_learners_are_hidden(sheet):
    ran = run(sheet([[1, 0]] * 9), "--json")
    (quiz,) = json.loads(ran.output)["quizzes"]
    assert quiz["mean"] is None
    assert {(each["state"], each["facility"]) for each in quiz["items"]} == {("hidden", None)}
    assert quiz["items"][0]["options"] == []
    assert "hidden: fewer than 10 learners" in run(sheet([[1, 0]] * 9)).output


def test_a_file_with_a_missing_column_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "marks.csv"
    file.write_text("name,points\nann,3\n", "utf-8")
    ran = run(file)
    assert ran.exit_code == 2
    assert "names no column `learner`, `item` or `score`" in ran.output
    assert "Traceback" not in ran.output


def test_a_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "marks.csv"
    file.write_bytes(b"learner,item,score\nJ\xfcrgen,one,1\n")
    assert (
        "From line 2 on, this file is not written in UTF-8. Save it as UTF-8." in run(file).output
    )
    file.write_bytes(b"\xff\xfe\x00")
    assert "not written in UTF-16" in run(file).output
    file.write_bytes(b"PK\x03\x04")
    assert "This is a spreadsheet or a packed file. Save the sheet as CSV" in run(file).output


GERMAN = {"BOM": "utf-8-sig", "UTF-16": "utf-16"}


@pytest.mark.parametrize("encoding", GERMAN.values(), ids=GERMAN)
def test_a_german_spreadsheet_says_the_same_to_the_last_digit(sheet, encoding):
    file = sheet(json.loads(MOODLE.read_text("utf-8"))["marks"])
    plain = run(file, "--json").output
    german = file.read_text("utf-8").replace(",", ";").replace(".", ",").replace("\n", ";;\r\n")
    file.write_bytes(f"sep=;\r\n{german};;\r\n".encode(encoding))
    assert run(file, "--json").output == plain


def test_what_is_passed_over_is_told(tmp_path):
    file = tmp_path / "answers.csv"
    rows = [f"learner-{n},practice,one,1,x" for n in range(10)]
    rows += [f"learner-{n},pretest,before-one,0,x" for n in range(7)]
    file.write_text("\n".join(["learner,mode,item,score,mood", *rows, ",,,,"]), "utf-8")
    told = json.loads(run(file, "--json").output)
    assert told["passed_over"] == {"mode": 7, "later_attempt": 0, "repeated": 0, "empty": 1}
    assert told["other_columns"] == ["mood"]
    assert [(each["item"], each["facility"]) for each in told["quizzes"][0]["items"]] == [
        ("one", 1)
    ]
    assert run(file).output.splitlines()[-2:] == [
        "Passed over: 7 answers in a mode that never counts (missed, pretest or review) and "
        "1 empty row.",
        "Columns passed over: `mood`.",
    ]


def test_an_item_with_two_worths_is_a_sentence_with_the_line(tmp_path):
    file = tmp_path / "answers.csv"
    rows = [f"learner-{n},one,{12 if n else 8},{12 if n else 8}" for n in range(12)]
    file.write_text("\n".join(["learner,item,score,worth", *rows]), "utf-8")
    ran = run(file)
    assert ran.exit_code == 2
    assert "Line 3: `worth` of one is 12 here and 8 in line 2." in ran.output


@pytest.fixture
def of_the_course(tmp_path):
    """A class of 20 in which some had the first question of a real quiz right."""

    def write(right, quiz="fast-or-lots", item="wait-what-streaming-does"):
        file = tmp_path / "class.csv"
        rows = [
            f"learner-{n},{item},{int(n < right)},{'b' if n < right else 'a'}" for n in range(20)
        ]
        named = [f"{quiz},{row}" for row in rows]
        file.write_text("\n".join(["quiz,learner,item,score,options", *named]), "utf-8")
        return file

    return write


def only_item(ran):
    (quiz,) = json.loads(ran.output)["quizzes"]
    return quiz["items"][0]


def test_a_weak_item_names_the_mistake_and_the_part_of_the_lesson_to_mend(of_the_course):
    told = only_item(run(of_the_course(8), "--json"))
    assert (told["facility"], told["expected"], told["chance"]) == (0.4, 0.88, 0.25)
    assert (told["compared"], told["weak"]) == ("harder", ["harder"])
    assert told["misled"] == {"option": "a", "chosen": 12, "mistake": "streaming-is-faster"}
    place = told["mend"][0]
    lines = Path(place["file"]).read_text("utf-8").splitlines()
    assert place["lesson"] == "fast-or-lots"
    assert lines[place["line"] - 1].startswith("## ")


def test_the_weak_item_in_words(of_the_course):
    line = run(of_the_course(8)).output.splitlines()[-1]
    assert line.startswith(
        "weak: wait-what-streaming-does: harder than its author expects (it earned 40%, expected "
        "88%). Wrong most often: a (streaming-is-faster). Mend content/lessons/fast-or-lots.md:"
    )


def test_an_item_as_good_as_expected_has_nothing_to_mend(of_the_course):
    told = only_item(run(of_the_course(18), "--json"))
    assert (told["compared"], told["weak"], told["mend"]) == ("as expected", [], [])


def test_a_quiz_without_a_name_is_found_by_its_items(tmp_path):
    file = tmp_path / "unnamed.csv"
    rows = [f"learner-{n},wait-what-streaming-does,0" for n in range(10)]
    file.write_text("\n".join(["learner,item,score", *rows]), "utf-8")
    told = only_item(run(file, "--json"))
    assert told["expected"] == 0.88
    assert told["weak"] == ["guessing", "harder"]
    assert told["misled"] is None  # nobody says what was chosen


def test_items_that_no_quiz_here_has_are_counted_all_the_same(of_the_course):
    told = only_item(run(of_the_course(8, quiz="elsewhere", item="gone"), "--json"))
    assert told["facility"] == 0.4
    assert (told["expected"], told["compared"], told["mend"]) == (None, None, [])
