"""An address as a square code that a phone can scan."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from sizewise.ui.kit.html import filled

HERE = Path(__file__).parent
MARGIN = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def qr_html(address: str, name: str) -> Markup:
    """The code of an address; `name` is read aloud. Phones want it dark on white in any theme."""
    import segno  # here: hardly any page draws one

    rows = segno.make(address, error="m", micro=False).matrix
    drawing = filled(HERE / "qr.html", side=len(rows) + 2 * MARGIN, dark="".join(_runs(rows)))
    # Streamlit takes an SVG out of the HTML it is given, and leaves a picture of one in.
    source = f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
    return Markup('<img class="qr" src="{}" alt="{}">').format(source, name)


def _runs(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    """The dark modules as pieces of a path, those side by side as one."""
    for y, row in enumerate(rows, MARGIN):
        x = MARGIN
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide
