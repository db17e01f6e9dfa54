"""Take a receipt along: a link, a picture, a table, and the total in another currency."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.spreadsheet import safe_cell
from sizewise.ground.written import number_of, plainly, rate
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.ui.kit.receipt import FEES, KINDS
from sizewise.ui.script import script

HEADS = ("model", "line", "tokens", "usd_per_million", "usd", "formula")

_SHARE = script(
    "share",
    Path(__file__).with_name("share.js"),
    Markup(
        """<div class="share"><button type="button" data-deed="link">Copy a link</button>
<button type="button" data-deed="picture" aria-label="Save as PNG picture">PNG</button>
<button type="button" data-deed="table" aria-label="Save as CSV table">CSV</button>
<span role="status"></span></div>"""
    ),
)


def share_bar(
    key: str, name: str, receipt: str = "", table: str = "", *, link: bool = True
) -> None:
    """Buttons that take an answer along.

    The link is the page's address, which never holds a text. `receipt` selects the element around
    a receipt, such as ".st-key-lab_receipt"; `table` is its CSV; without them these two buttons
    stay away. `name` names the files. Without `link` none is offered: the page is for its learner.
    """
    _SHARE(key=key, data={"receipt": receipt, "csv": table, "name": name, "link": link})


def bill_csv(title: str, bill: CostEstimate) -> str:
    """A bill as CSV: exact dollars, each line with its formula, then the price's source and day."""
    return written_csv((HEADS, *_lines(title, bill), *_origin(bill)))


def _lines(title: str, bill: CostEstimate) -> Iterator[tuple[str, ...]]:
    for line in bill.lines:
        formula = f"{number_of(line.tokens, 'token')} × {rate(line.rate)} / 1,000,000"
        amounts = (str(line.tokens), plainly(line.rate), plainly(line.amount))
        yield (title, KINDS[line.kind], *amounts, formula)
    for fee in bill.fees:
        label, one, several = FEES[fee.fee]
        formula = f"{number_of(fee.uses, one, several)} × {rate(fee.rate)} / 1,000"
        yield title, label, "", "", plainly(fee.amount), formula
    yield title, "Total", "", "", plainly(bill.total), "the sum of the lines"


def _origin(bill: CostEstimate) -> Iterator[tuple[str, ...]]:
    yield "", "Price from", "", "", "", bill.price.source
    yield "", "Price checked on", "", "", "", bill.price.checked_on.isoformat()


def written_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV. No cell is a formula to a spreadsheet."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([safe_cell(cell) for cell in row] for row in rows)
    return sheet.getvalue()
