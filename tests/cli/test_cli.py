"""The commands, as they are typed."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sizewise.__main__ import main
from sizewise.library.write.skeletons import FILES
from tests.library.files import LESSON, QUIZ, content

ROOT = Path(__file__).parents[2]
LESSON_FILE = "content/lessons/match-size.md"


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_check_names_every_problem_of_every_file_and_ends_with_1(tmp_path):
    broken = {
        LESSON_FILE: LESSON.replace("minutes: 7", "minutes: no"),
        "quizzes/match-size.yaml": QUIZ.replace("key: true", "kye: true"),
    }
    ran = run("check", content(tmp_path, broken), "--at", "2026-11-29")
    assert ran.exit_code == 1
    *told, last = ran.output.splitlines()
    lines = [each for each in told if ": warning: " not in each]
    assert lines[0].startswith(
        f"{LESSON_FILE}:4: front matter > minutes: `no` is not a whole number"
    )
    assert lines[1].startswith("quizzes/match-size.yaml:12: items > size-first-001 > options > a: ")
    assert len(lines) == 2
    assert last == f"2 to repair, {len(told) - 2} to look at"  # the text of the lesson is read too


def test_check_of_one_file_leaves_the_others_out(tmp_path):
    broken = {LESSON_FILE: "x", "quizzes/match-size.yaml": "x"}
    ran = run("check", content(tmp_path, broken) / "quizzes" / "match-size.yaml")
    assert ran.exit_code == 1
    assert LESSON_FILE not in ran.output


def test_check_prints_what_robots_earn_in_every_quiz_and_over_all():
    ran = run("check", ROOT, "--at", "2026-11-29", "--robots")
    assert ran.exit_code == 0
    head, *rows = ran.output.splitlines()
    assert head.split() == ["always", "picks", "quiz", "right", "of", "luck", "p"]
    quizzes = len(list((ROOT / "quizzes").glob("*.yaml")))
    assert sum("all quizzes" in row for row in rows) == len(rows) / (quizzes + 1)
    assert min(float(row.split()[-1]) for row in rows) >= 0.01


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere", "does not exist"),
        ("x" * 5000, "does not exist"),
        ("content/lessons/nowhere.md", "does not exist"),
        ("README.md", "README.md is no content that is read. Content stands in content, "),
        ("docs", "docs is no content that is read"),
        ("..", "is not in a folder that holds `content` and `quizzes`"),
    ],
)
def test_check_of_what_nobody_reads_never_says_that_it_is_in_order(tmp_path, name, says):
    root = content(tmp_path / "course")
    for other in ("README.md", "docs/x.md"):
        (root / other).parent.mkdir(exist_ok=True)
        (root / other).write_text("x", "utf-8")
    ran = run("check", root / name)
    assert ran.exit_code == 2
    assert says in ran.output
    assert len(ran.output) < 400


@pytest.mark.parametrize("folder", ["content", "content/lessons", "content/lessons/match-size.md"])
def test_check_of_a_folder_inside_tells_of_its_files_alone(tmp_path, folder):
    broken = {LESSON_FILE: "x", "quizzes/match-size.yaml": "x"}
    ran = run("check", content(tmp_path, broken) / folder)
    assert ran.exit_code == 1
    assert LESSON_FILE in ran.output
    assert "quizzes/" not in ran.output
    assert "course.yaml" not in ran.output


@pytest.mark.parametrize("path", ["", "quizzes", "quizzes/extra.yml"])
def test_check_of_a_place_tells_of_its_files_that_nobody_reads(tmp_path, path):
    ran = run("check", content(tmp_path, {"quizzes/extra.yml": QUIZ}) / path, "--at", "2026-11-21")
    told = "quizzes/extra.yml:1: whole file: warning: is not read, end its name in .yaml"
    assert told in ran.output.splitlines()
    assert ran.exit_code == ("0 to repair" not in ran.output)


def test_check_of_the_real_content_ends_well_from_any_folder(tmp_path):
    command = [sys.executable, "-m", "sizewise", "check", str(ROOT)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("day", ["2027-11-29", "2031-11-29"])
def test_time_alone_makes_nothing_that_must_be_repaired(day):
    ran = run("check", ROOT, "--at", day)
    assert ran.exit_code == 0
    assert ran.output.splitlines()[-1].startswith("0 to repair, ")


def test_a_day_that_is_none_is_refused_in_a_sentence():
    ran = run("check", ROOT, "--at", "2027-02-30")
    assert ran.exit_code == 2
    assert "is no day; write one such as" in ran.output


def test_schema_writes_every_schema(tmp_path):
    ran = run("schema", tmp_path)
    assert ran.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "content" / "schema").iterdir())
    assert names == [
        "cast.json",
        "checklist.json",
        "choose.json",
        "course.json",
        "faq.json",
        "glossary.json",
        "lesson.json",
        "mission.json",
        "model.json",
        "plan.json",
        "quiz.json",
        "task.json",
    ]


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
def test_every_command_explains_itself(command):
    ran = run(*command, "--help")
    assert ran.exit_code == 0
    assert "Usage" in ran.output


def test_new_writes_a_file_whose_gaps_check_names(tmp_path):
    root = content(tmp_path)
    ran = run("new", "lesson", "what-is-new", "--root", root)
    assert ran.exit_code == 0
    assert "wrote content/lessons/what-is-new.md" in ran.output
    checked = run("check", root / "content" / "lessons" / "what-is-new.md")
    assert checked.exit_code == 1
    assert "is still to be filled in: the lesson's name" in checked.output


def test_the_guide_names_every_kind_of_file_that_can_be_begun():
    guide = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert [kind for kind in FILES if f"`{kind}`" not in guide] == []


def test_new_leaves_what_is_there_alone_and_says_so(tmp_path):
    root = content(tmp_path)
    ran = run("new", "lesson", "match-size", "--root", root)
    assert (ran.exit_code, "is there already" in ran.output) == (2, True)
    assert (root / LESSON_FILE).read_text("utf-8") == LESSON


def test_preview_of_an_impossible_port_is_refused():
    ran = run("preview", "--port", "70000")
    assert ran.exit_code == 2
    assert "70000" in ran.output


def test_help_comes_at_once_because_it_reads_no_content_and_no_screen():
    heavy = {"pydantic", "yaml", "tiktoken", "genai_prices", "sqlalchemy", "streamlit", "pandas"}
    code = "import sys; from sizewise.__main__ import main; main(standalone_mode=False)"
    code += f"; print(sorted({heavy!r} & sys.modules.keys()))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "Commands:" in ran.stdout
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_command_is_called_as_its_file_is():
    files = {path.stem for path in (ROOT / "sizewise" / "cli").glob("*.py")} - {"__init__"}
    assert main.commands.keys() == {name.replace("_", "-") for name in files}
