"""Finds Chrome or Chromium; `python -m tests.browser.chrome` prints it, or what to type."""

import os
import shutil
import sys
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
"""The first is Debian's Chromium without the window around the page: it takes a third less of the
processor."""
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = (
    "The browser tests need Chrome or Chromium. Install one, on Debian and Ubuntu with:\n"
    "  sudo apt install chromium-headless-shell\n"
    "or name an installed one: SIZEWISE_BROWSER=/path/to/chrome make test"
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
"""How it is started: without any network but this machine."""
SOON_LEFT = ("--js-flags=--no-opt --no-maglev", "--process-per-site")
"""For tests, and not where times are measured. A page that is soon left does not earn what it takes
to optimise its scripts, a sixth of the processor's time. Without the second each test, since it
begins with an empty page, gets a process of its own that compiles every script anew: half.
"""


class NoBrowser(Exception):
    """No Chrome or Chromium was found; the message says what to type."""


def find() -> str:
    """The program's path. Raises NoBrowser."""
    named = os.environ.get("SIZEWISE_BROWSER")
    installed = [shutil.which(name) for name in NAMES]
    for path in (named, *installed, *PLACES):
        if path and Path(path).is_file():
            return path
    raise NoBrowser(MISSING)


if __name__ == "__main__":
    try:
        print(find())
    except NoBrowser as problem:
        sys.exit(str(problem))
