"""`preview`: the app for an author. Streamlit runs it in the command's own process."""

import contextlib
import os
import runpy
import signal
import socket
import sys
import tempfile
import time
from pathlib import Path
from threading import Thread
from typing import Any

import click

from sizewise import ROOT
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import whole_number

_LOOK = 1.0
"""Seconds between two looks whether whoever started the preview is still there."""


@click.command()
@click.argument("lesson", required=False)
@click.option(
    "--port", type=whole_number(1, 65535, "8502"), default=8502, help="The server's port."
)
def command(lesson: str | None, port: int) -> None:
    """Serve the app for an author: the page is drawn again whenever a content file is saved.

    Problems stand above each page. What is clicked there goes into no learner's record. LESSON
    opens that lesson, also one that is not announced yet. Ctrl+C ends it, and so does closing the
    terminal.
    """
    _must_be_there(lesson)
    _must_be_free(port)
    page = f"lesson?lesson={lesson}" if lesson else ""
    click.echo(f"Preview: http://localhost:{port}/{page}\nStop it with Ctrl+C.", nl=True)
    _end_with_the_terminal()
    with tempfile.TemporaryDirectory(prefix="sizewise-preview-") as folder:
        record = {"SIZEWISE_DATABASE_URL": f"sqlite:///{Path(folder) / 'record.db'}"}
        os.environ.update(record, SIZEWISE_PREVIEW="1")
        _serve(["--server.port", str(port), "--server.address", "localhost"])


def _must_be_there(lesson: str | None) -> None:
    there = {each.stem for each in (ROOT / "content" / "lessons").glob("*.md")}
    if lesson and lesson not in there:
        raise Refused(
            f"There is no content/lessons/{lesson}.md. Begin it with "
            f"`python -m sizewise new lesson {lesson} --short`, or check its name."
        )


def _must_be_free(port: int) -> None:
    """Whoever opened the address would see what another program shows there."""
    with contextlib.suppress(OSError), socket.create_connection(("localhost", port), _LOOK):
        raise Refused(
            f"Port {port} is taken, perhaps by another preview: end that one with Ctrl+C, or name "
            "another port with --port."
        )


def _serve(options: list[str]) -> None:
    """Run the app until it is stopped. A server in a process of its own could outlive this one."""
    os.chdir(ROOT)  # where Streamlit looks for its settings
    sys.argv = ["streamlit", "run", str(ROOT / "app.py"), "--server.headless", "true", *options]
    with contextlib.suppress(KeyboardInterrupt):
        runpy.run_module("streamlit", run_name="__main__")


def _end_with_the_terminal() -> None:
    """End tidily when the terminal is closed, or when whoever started the command has gone.

    A program such as `nohup`, which lets terminals close without a word, keeps it.
    """
    signal.signal(signal.SIGTERM, _end)
    hang_up = getattr(signal, "SIGHUP", None)  # Windows has none and ends such programs itself
    if hang_up is not None and signal.getsignal(hang_up) is not signal.SIG_IGN:
        signal.signal(hang_up, lambda *_: signal.raise_signal(signal.SIGTERM))
        Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end(*_: Any) -> None:
    sys.exit(128 + signal.SIGTERM)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
