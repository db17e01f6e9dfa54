"""The servers that are measured: Sizewise, and a bare Streamlit app beside it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.browser.server import ROOT, Server

CONFIG = ROOT / ".streamlit" / "config.toml"


def bare(
    folder: Path, *, our_settings: bool, app: str = "bare.py", through: Sequence[str] = ()
) -> Server:
    """A bare app with a settings file of its own: ours without the look, or none."""
    folder.mkdir()
    shutil.copy(Path(__file__).with_name(app), folder / "app.py")
    (folder / ".streamlit").mkdir()
    lines = CONFIG.read_text("utf-8").split("[theme]")[0] if our_settings else ""
    (folder / ".streamlit" / "config.toml").write_text(lines, "utf-8")
    return Server(folder, app=folder / "app.py", through=through)


def ours(folder: Path, through: Sequence[str] = (), **settings: str) -> Server:
    """Sizewise with an empty record."""
    folder.mkdir()
    return Server(folder, through=through, **settings)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server, until the block ends."""
    try:
        yield server.start()
    finally:
        server.kill()
