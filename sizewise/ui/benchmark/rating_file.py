"""Where the lines of a blind rating are kept: in the log of one's own run, else in a file of their
own that is read behind the log, since a log that came along or was brought is left as it is.
"""

from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from sizewise.benchmark.log import line, mended
from sizewise.benchmark.rating import Reply, key
from sizewise.benchmark.rating_line import KeyOpened, KeySealed, ReplyRated, ScaleKind
from sizewise.gateway.one_writer import only_writer
from sizewise.library.recorded_runs import RunLog
from sizewise.ui import house
from sizewise.ui.benchmark import own_runs


def rated(run: RunLog, own: Path | None) -> RunLog:
    """A log with the lines of its ratings."""
    if own is not None:
        return run
    beside = _beside(run.text)
    if not beside.exists():
        return run
    return own_runs.parsed(run.text + mended(run.text) + beside.read_bytes())


def place_of(text: bytes, own: Path | None) -> Path:
    """The file that takes the lines of a rating."""
    return own or _beside(text)


def _beside(text: bytes) -> Path:
    return house.runs_folder() / f"{sha256(text).hexdigest()[:16]}.ratings"


def append(file: Path, *lines: KeySealed | ReplyRated | KeyOpened) -> None:
    """Write lines at the end. Raises OSError, and LogInUse while a run writes that log."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(file), file.open("ab") as log:
        log.write(mended(file.read_bytes()) + b"".join(map(line, lines)))


def seal(
    file: Path, replies: tuple[Reply, ...], task: str, scale: ScaleKind, labels: tuple[str, ...]
) -> None:
    """Begin a rating: its key is kept aside, and its seal goes into the log."""
    closed = key(replies, token_hex(16))
    file.parent.mkdir(parents=True, exist_ok=True)
    _seed_file(closed.seal).write_text(closed.seed, "ascii")
    append(
        file,
        KeySealed(
            seal=closed.seal,
            task=task,
            codes=tuple(closed.replies),
            scale=scale,
            labels=labels,
            at=house.now(),
        ),
    )


def seed_of(sealed: KeySealed) -> str | None:
    """What opens a key; none when its file is gone."""
    try:
        return _seed_file(sealed.seal).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _seed_file(seal: str) -> Path:
    return house.runs_folder() / f"{seal[:16]}.key"
