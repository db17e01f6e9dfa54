"""Settings that decide who gets in: what cannot be meant so ends the start, with a sentence."""

import os
import sys

from sizewise.ui.web import network, sockets
from sizewise.ui.web.visitor import SHARED

PREVIEW = "SIZEWISE_PREVIEW"


def check(address: str | None) -> None:
    """End the process when a setting is wrong. `address` is where the server listens, if told."""
    problem = _of_switches() or _of_preview(address) or _of_proxies() or _of_sockets()
    if problem:
        sys.exit(f"Sizewise does not start: {problem}")


def _of_switches() -> str:
    set_to = {name: os.environ.get(name, "") for name in (SHARED, PREVIEW)}
    wrong = [f"{name}={said}" for name, said in set_to.items() if said not in {"", "0", "1"}]
    return f"{wrong[0]} must be 1 or 0, or not be set." if wrong else ""


def _of_preview(address: str | None) -> str:
    """A preview shows the author's files, and what is wrong with them."""
    if os.environ.get(PREVIEW) != "1":
        return ""
    if os.environ.get(SHARED) == "1":
        return f"{PREVIEW}=1 is for an author alone, and {SHARED}=1 for many. Take one away."
    if address and not network.names_this_machine(f"[{address}]" if ":" in address else address):
        return (
            f"{PREVIEW}=1 is for an author at this machine, and the server listens at {address}. "
            "Start it with: python -m sizewise preview"
        )
    return ""


def _of_proxies() -> str:
    try:
        network.proxies(os.environ.get(network.PROXIES, ""))
    except ValueError as error:
        return f"{network.PROXIES}: {error}. Write addresses such as 10.0.0.5 or 10.0.0.0/24."
    return ""


def _of_sockets() -> str:
    try:
        sockets.per_address()
    except ValueError:
        setting = os.environ[sockets.SETTING]
        return f"{sockets.SETTING}={setting} is no whole number above 0, such as 300."
    return ""
