"""What is drawn first goes to the browser first."""

import time

from streamlit.runtime.scriptrunner import get_script_run_ctx

MOMENT = 0.025
"""Seconds in which the server sends some thirty pieces of a page."""


def send_what_is_drawn() -> None:
    """Rest, so that what a fragment has drawn so far is seen before it goes on.

    The server sends from another thread, and Python lets that one go on for one piece only in each
    of its turns of 5 ms; what is drawn meanwhile is sent with it, and the browser draws it all at
    once: chips waited for a chart that stands far below them. A page that opens is shown once it is
    whole, and does not rest.
    """
    context = get_script_run_ctx()
    if context and context.fragment_ids_this_run:
        time.sleep(MOMENT)
