"""The rows that come along: our local model, as it was measured on a machine and a day."""

from collections.abc import Mapping
from typing import NamedTuple

from sizewise import ROOT
from sizewise.benchmark.board import BoardRow, board_row
from sizewise.benchmark.log import Log, read
from sizewise.ui import house

LOG = ROOT / "content" / "runs" / "board.jsonl"


class Arrangement(NamedTuple):
    """How the local model ran: on so many cores, with a cache of prompts or without."""

    cores: int
    cache: bool


ROWS: Mapping[str, Arrangement] = {
    "one-core": Arrangement(1, cache=False),
    "one-core-cache": Arrangement(1, cache=True),
    "two-cores": Arrangement(2, cache=False),
    "two-cores-cache": Arrangement(2, cache=True),
}
"""Name in the log and in the address -> how it ran."""


@house.of_content
def log() -> Log:
    """The recorded calls; none where the file cannot be read."""
    try:
        return read(LOG.read_bytes())
    except OSError:
        return Log(())


def recorded_rows() -> Mapping[str, BoardRow]:
    """The rows of which something was recorded."""
    found = {
        name: board_row([trial for trial in log().trials if trial.model == name]) for name in ROWS
    }
    return {name: row for name, row in found.items() if row is not None}
