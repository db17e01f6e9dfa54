"""Pictures of every page in four looks, side by side on one sheet: `make sheet`.

`python -m tests.browser.sheet lab you` takes these pages alone. For eyes: nothing is compared.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from sizewise.ui.frame.pages import PAGES
from sizewise.ui.lab.views import VIEWS
from tests.browser.chrome import ARGUMENTS, find
from tests.browser.plugin import DESK, PHONE
from tests.browser.screen import visit
from tests.browser.server import ROOT, Server

FOLDER = ROOT / "test-results" / "sheet"
LOOKS = tuple(product((DESK, PHONE), ("light", "dark")))
ADDRESSES = (*(page.path for page in PAGES), *(f"lab?view={view}" for view in VIEWS))
STYLE = (
    "body{font:14px sans-serif;margin:1rem;background:#888}"
    "section{display:flex;gap:.6rem;align-items:flex-start;margin-bottom:1rem}"
    "h2{width:9rem;flex:none;font-size:14px;margin:0;overflow-wrap:anywhere}"
    "img.desk{width:520px}img.phone{width:169px}"
)


def taken(browser: Browser, server: Server, addresses: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Each address with a picture of each look of it, as soon as it is there."""
    for viewport, scheme in LOOKS:
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce"
        )
        for address in addresses:
            yield address, _picture(context, server, address, f"{viewport['width']}-{scheme}")
        context.close()


def _picture(context: BrowserContext, server: Server, address: str, look: str) -> Path:
    page = context.new_page()
    visit(page, f"{server.url}/{address}")
    file = FOLDER / f"{address.replace('?', '-').replace('=', '-') or 'home'}-{look}.png"
    page.screenshot(path=file)
    page.close()
    return file


def sheet(pictures: dict[str, list[Path]]) -> str:
    """The sheet: a row for each address."""
    rows = "".join(
        f"<section><h2>/{address}</h2>{''.join(map(_image, files))}</section>"
        for address, files in pictures.items()
    )
    return f"<!doctype html><title>Every page</title><style>{STYLE}</style>{rows}"


def _image(file: Path) -> str:
    width = "desk" if f"-{DESK['width']}-" in file.name else "phone"
    return f'<img class="{width}" src="{file.name}" alt="{file.stem}">'


def main(asked: Sequence[str]) -> None:
    """Take the pictures and lay them out, as a page and as one picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, list[Path]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
        server = Server(Path(folder))
        try:
            visit(browser.new_page(), server.start().url)  # until all of the course is read
            for address, file in taken(browser, server, asked or ADDRESSES):
                pictures.setdefault(address, []).append(file)
        finally:
            server.kill()
        (FOLDER / "sheet.html").write_text(sheet(pictures), "utf-8")
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        page.goto((FOLDER / "sheet.html").as_uri())
        page.screenshot(path=FOLDER / "sheet.png", full_page=True)
    print(f"wrote {(FOLDER / 'sheet.html').relative_to(ROOT)} and sheet.png beside it")


if __name__ == "__main__":
    main(sys.argv[1:])
