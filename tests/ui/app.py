"""The app drawn in memory, as Streamlit's own tests draw one."""

from time import monotonic

from streamlit.testing.v1 import AppTest

from sizewise.ui.playground.calls import RunningCall
from sizewise.ui.server import SHELL
from sizewise.ui.web import import_path

import_path.keep(SHELL)  # as the server does
PATIENCE = 60
"""Seconds: a page takes a tenth of one; a machine with much to do takes longer."""


def opened(page: str, **address: str) -> AppTest:
    """The app, with a page and an address, after its first run."""
    app = AppTest.from_file(SHELL, default_timeout=PATIENCE)
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"../../../pages/{page}.py").run()


def reached(page: str, **address: str) -> AppTest:
    """The same for somebody who comes from the first page.

    Now the address is written at once, which for the first draw of a tab is left to the browser.
    """
    app = AppTest.from_file(SHELL, default_timeout=PATIENCE).run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(f"../../../pages/{page}.py").run()


def said(app: AppTest) -> str:
    """Every text on the page."""
    return "\n".join(
        str(getattr(each, "value", None) or getattr(each.proto, "body", ""))
        for kind in ("title", "header", "subheader", "markdown", "html", "warning", "error", "info")
        for each in app.get(kind)
    )


def html(app: AppTest) -> str:
    """All HTML of the page but its style sheets."""
    bodies = (each.proto.body for each in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def watched(call: RunningCall) -> None:
    """Look at a call until nothing more comes: one that nobody looks at ends by itself."""
    until = monotonic() + PATIENCE
    while not call.reply().over and monotonic() < until:
        call.join(1)
