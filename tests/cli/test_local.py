"""`python -m sizewise local`."""

import json

import click
import pytest
from click.testing import CliRunner

from sizewise.__main__ import main
from sizewise.cli import local
from sizewise.gateway.local import LocalModel
from sizewise.gateway.machine import weights
from sizewise.gateway.machine.process import Process, Setup


def test_local_tells_what_runs_here_and_lets_it_speak():
    ran = CliRunner().invoke(main, ["local", "--json"])
    assert ran.exit_code == 0, ran.output
    told = json.loads(ran.output)
    assert told["sha256"] == weights.SHA256
    assert told["engine"].startswith("xllamacpp ")
    assert told["processor"].count("cores") == 1
    assert len(told["says"].split()) > 3


def test_local_says_in_words_why_there_is_no_model():
    with pytest.raises(click.ClickException, match=r"is not installed here\. Type: make run"):
        local.answer(LocalModel(Process(Setup(file=None))))


def test_local_sends_nobody_back_to_itself(tmp_path):
    silent = tmp_path / "engine.py"
    silent.write_text("", "utf-8")
    with pytest.raises(click.ClickException) as told:
        local.answer(LocalModel(Process(Setup(program=silent))))
    assert told.value.message == (
        "The local model does not start on this machine: it ended with 0. "
        "Use an endpoint or recorded replies."
    )
