"""`preview`: the app for an author. It is started as a program of its own, never imported."""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from sizewise import ROOT


@click.command()
@click.argument("lesson", required=False)
@click.option("--port", type=click.IntRange(1, 65535), default=8502, help="The server's port.")
def command(lesson: str | None, port: int) -> None:
    """Serve the app for an author: the page is drawn again whenever a content file is saved.

    Problems stand above each page. What is clicked there goes into no learner's record. LESSON
    opens that lesson, also one that is not announced yet.
    """
    page = f"lesson?lesson={lesson}" if lesson else ""
    click.echo(f"Preview: http://localhost:{port}/{page}\nStop it with Ctrl+C.", nl=True)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    options = ["--server.port", str(port), "--server.headless", "true"]
    options += ["--server.address", "localhost"]
    with tempfile.TemporaryDirectory(prefix="sizewise-preview-") as folder:
        record = {"SIZEWISE_DATABASE_URL": f"sqlite:///{Path(folder) / 'record.db'}"}
        own = {**os.environ, **record, "SIZEWISE_PREVIEW": "1"}
        with contextlib.suppress(KeyboardInterrupt):
            ran = subprocess.run([*command, *options], cwd=ROOT, env=own, check=False)  # noqa: S603  # our own words and a checked number
            sys.exit(ran.returncode)
