"""What the board is asked: every choice but the address and the key of an endpoint."""

from decimal import Decimal

from sizewise.gateway.stand_in import MISHAPS
from sizewise.ui.board.recorded_rows import ROWS
from sizewise.ui.frame.address import Parameter, amount, one_of, some_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.playground.samples import SAMPLES
from sizewise.ui.playground.who import WHO

VIEWS = {
    "rows": ("The board", "table_rows"),
    "live": ("Break one", "electric_bolt"),
    "pace": ("How much gets through", "speed"),
}
"""Name in the address -> title and icon."""
ORDERS = {"price": "Cheapest first", "speed": "Quickest first", "success": "Surest first"}
LIVE = ("live-local", "live-local-cache", "live-endpoint", "live-endpoint-cache")
"""Rows that are measured here and now."""
MOST_SECONDS = 120


def draft() -> Draft:
    """What the page keeps."""
    names, fault = (*ROWS, *LIVE), one_of(MISHAPS, "there is no such fault.")
    return Draft(
        "board",
        {
            "view": Parameter("the view", one_of(VIEWS, "the board has no such view."), "rows"),
            "order": Parameter("the order", one_of(ORDERS, "there is no such order."), "price"),
            "out": Parameter(
                "an outage of",
                some_of(names, "the board does not have all of these.", len(names), ""),
                (),
            ),
            "hour": Parameter("an hour's price of", amount(0, 1000, 3), Decimal("0.05")),
            "fails": Parameter("failures of", whole(0, 100), 5),
            "knows": Parameter("a wait of", amount(0, MOST_SECONDS, 1), Decimal(2)),
            "rpm": Parameter("requests a minute of", whole(0, 100_000), 30),
            "reply": Parameter("a reply of", whole(1, 100_000), 200),
            "desks": Parameter("requests at once of", whole(1, 10_000), 1),
            "first": Parameter("a fault of", fault, "rate-limit"),
            "second": Parameter("a fault of", fault, "disconnected"),
            "third": Parameter("an answer by", one_of(WHO, "nobody is called so."), "local"),
            "prompt": Parameter("the prompt", one_of(SAMPLES, "there is no such prompt."), "reply"),
        },
    )
