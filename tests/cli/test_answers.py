"""The commands that answer about tokens, costs and models, as they are typed."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from sizewise import ROOT
from sizewise.__main__ import main

MODEL = ["--model", "gpt-4o-mini"]
EMAILS = ["cost", "--model", "gpt-4o-mini", "--input", "180", "--output", "4", "--calls", "50000"]


def run(*words, sent=None):
    return CliRunner().invoke(main, [str(word) for word in words], input=sent)


def answer(*words, sent=None):
    ran = run(*words, "--json", sent=sent)
    assert (ran.exit_code, ran.stderr) == (0, "")
    return json.loads(ran.stdout)


def test_tokens_of_what_is_piped_in():
    found = answer("tokens", "--model", "gpt-4o-mini", sent="Match the model to the task.")
    # Counted with tiktoken 0.14 and its own download.
    assert found["ids"] == [9369, 290, 2359, 316, 290, 5296, 13]
    assert (found["model"], found["encoding"]) == ("gpt-4o-mini", "o200k_base")
    assert (found["status"], found["tokens"]) == ("exact", 7)


def test_tokens_of_a_file(tmp_path):
    file = tmp_path / "hello.txt"
    file.write_bytes(b"\xef\xbb\xbfHello world!")  # a byte order mark is no text
    assert answer("tokens", "--model", "gpt-4o-mini", file)["ids"] == [13225, 2375, 0]


def test_a_dash_is_what_is_piped_in():
    assert answer("tokens", "--model", "gpt-4o-mini", "-", sent="")["tokens"] == 0


def test_tokens_in_words():
    ran = run("tokens", "--model", "gpt-4o-mini", sent="Hello world!")
    assert ran.stdout.splitlines()[-2:] == ["tokens    3", "ids       13225 2375 0"]


def test_a_count_by_another_tokenizer_is_an_estimate():
    assert answer("tokens", "--model", "claude-haiku-4-5", sent="x")["status"] == "estimate"


def test_a_text_longer_than_a_screen_s_is_counted():
    found = answer("tokens", "--model", "gpt-4o-mini", sent="word " * 100_000)
    assert found["tokens"] == 100_001  # each word with its space, and the last space


def test_the_cost_has_a_line_for_each_kind_of_token():
    # 9,000,000 x 0.15 = 1.35; 200,000 x 0.60 = 0.12.
    found = answer(*EMAILS, "--at", "2026-11-21")
    assert found["lines"] == [
        {"kind": "input", "tokens": 9_000_000, "rate": "0.15", "amount": "1.35"},
        {"kind": "output", "tokens": 200_000, "rate": "0.6", "amount": "0.12"},
    ]
    assert (found["total"], found["currency"], found["calls"]) == ("1.47", "USD", 50_000)
    assert (found["day"], found["status"]) == ("2026-11-21", "retiring")


def test_a_batch_costs_half():
    assert answer(*EMAILS, "--batch", "--at", "2026-11-21")["total"] == "0.735"


def test_cached_input_and_reasoning_have_lines_of_their_own():
    words = ["--input", 2000, "--cached", 1120, "--output", 1000, "--reasoning", 700]
    found = answer("cost", "--model", "gpt-4o-mini", *words, "--at", "2026-11-21")
    # 880 x 0.15 + 1,120 x 0.075 + 1,000 x 0.60 = 132 + 84 + 600 millionths.
    assert [line["kind"] for line in found["lines"]] == [
        "input",
        "cached_input",
        "output",
        "reasoning",
    ]
    assert found["total"] == "0.000816"


def test_no_digit_of_a_large_cost_is_lost():
    most = 10**15 - 1
    words = ["--input", most, "--calls", most, "--at", "2026-11-21"]
    found = answer("cost", "--model", "gpt-4o-mini", *words)
    # (10^15 - 1)^2 x 0.15 / 10^6 = 1.5 x 10^23 - 3 x 10^8 + 1.5 x 10^-7
    assert found["total"] == "149999999999999700000000.00000015"


def test_the_cost_in_words():
    lines = run(*EMAILS, "--at", "2026-11-21").stdout.splitlines()
    assert lines[:4] == [
        "input         9,000,000 x 0.15 / 1,000,000 = 1.35",
        "output        200,000 x 0.6 / 1,000,000 = 0.12",
        "total         1.47 USD",
        "status        on 2026-11-21: retiring, without service from 2027-01-14 on",
    ]


def test_the_status_of_a_past_day_knows_no_more_than_that_day():
    found = answer("cost", *MODEL, "--input", 5, "--at", "2025-08-01")
    assert (found["status"], found["shutdown"]) == ("active", None)
    assert "2027" not in run("cost", *MODEL, "--at", "2025-08-01").stdout


def test_numbers_may_begin_with_zeros():
    assert (
        answer("cost", *MODEL, "--input", "0" * 5000 + "7", "--at", "2026-11-21")["lines"][0][
            "tokens"
        ]
        == 7
    )
    assert answer("cost", *MODEL, "--input", "0" * 5000)["total"] == "0"


def test_tokens_of_a_closed_input_are_refused_in_a_sentence():
    command = f"{sys.executable} -m sizewise tokens --model gpt-4o-mini <&-"
    shell = ["sh", "-c", command]
    ran = subprocess.run(shell, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        "Error: Invalid value for FILE: nothing is piped in; name a file."
    ]


def test_the_catalogue_comes_with_status_and_prices():
    found = {each["model"]: each for each in answer("models")}
    mini = found["gpt-4o-mini"]
    assert (mini["shutdown"], mini["replacement"]) == ("2027-01-14", "gpt-6-luna")
    assert (mini["prices"]["input"], mini["prices"]["output"]) == ("0.15", "0.6")
    assert all(each["status"] for each in found.values())


def test_the_catalogue_in_words_has_a_line_for_each_model():
    lines = run("models").stdout.splitlines()
    assert len(lines) == 1 + len(answer("models"))
    assert lines[0].split() == ["model", "status", "until", "input", "cached", "output"]


@pytest.mark.parametrize(
    ("words", "option", "says"),
    [
        (["tokens", "--model", "gpt-4o-min"], "--model", "did you mean gpt-4o-mini"),
        (["tokens", *MODEL, "/nowhere/x"], "FILE", "cannot be read"),
        (["tokens"], "--model", "Missing"),
        (["cost", *MODEL, "--input", "-1"], "--input", "no whole number"),
        (["cost", *MODEL, "--input", "1.5"], "--input", "no whole number"),
        (["cost", *MODEL, "--input", "9" * 5000], "--input", "no whole number"),
        (["cost", *MODEL, "--input", "0" * 21 + "9" * 20], "--input", "no whole number"),
        (["cost", *MODEL, "--input", ""], "--input", "no whole number"),
        (["cost", *MODEL, "--input", "٣"], "--input", "no whole number"),
        (["cost", "--model", "foo"], "--model", "the command `models` lists them all"),
        (["cost", "--model", ""], "--model", "no model"),
        (["tokens", *MODEL, ""], "FILE", "a path is empty"),
        (["tokens", *MODEL, ROOT], "FILE", "cannot be read"),
        (["tokens", *MODEL, "x" * 5000], "FILE", "cannot be read"),
        (["cost", "--model", "gpt-4o", "--at", "2024-06-01"], "--at", "from 1 July 2025 on"),
        (["cost", *MODEL, "--at", "2020-01-01"], "--at", "it came on 18 July 2024"),
        (
            ["cost", *MODEL, "--batch", "--at", "2026-10-01"],
            "--batch",
            "no batch price is known before 14 October 2026",
        ),
        (["cost", *MODEL, "--at", "9" * 5000], "--at", "no day"),
        (["cost", *MODEL, "--" + "x" * 5000], "No such option", "…"),
        (["x" * 5000], "No such command", "…"),
        (["cost", *MODEL, "--calls", "many"], "--calls", "no whole number"),
        (["cost", *MODEL, "--input", 3, "--cached", 4], "--cached", "4 do not fit in 3"),
        (["cost", *MODEL, "--output", 3, "--reasoning", 4], "--reasoning", "4 do not fit in 3"),
        (["cost", *MODEL, "--at", "tomorrow"], "--at", "no day"),
        (["cost", *MODEL, "--at", "2026-02-30"], "--at", "no day"),
        (["cost", *MODEL, "--inputs", "1"], "--inputs", "No such option"),
        (["dance"], "dance", "No such command"),
    ],
)
def test_a_wrong_option_is_named_in_one_sentence(words, option, says):
    ran = run(*words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1
    assert len(ran.stderr) < 300
    assert option in ran.stderr
    assert says in ran.stderr


def test_a_file_of_another_encoding_is_refused(tmp_path):
    file = tmp_path / "latin.txt"
    file.write_bytes("café".encode("latin-1"))
    ran = run("tokens", *MODEL, file)
    assert ran.exit_code == 2
    assert "is not UTF-8 (byte 4)" in ran.stderr


def test_a_run_without_end_is_refused():
    ran = run("tokens", *MODEL, sent=" " * 1_000_000)
    assert ran.exit_code == 2
    assert "Sizewise cannot count such a run" in ran.stderr
