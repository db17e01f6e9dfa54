"""Our style sheets as two files, one a theme, which a browser keeps: a page only names them.

Every style sheet lies beside its screen. As part of the page they would travel with each page that
opens, 147 kB unpacked, and make the browser work out the styles of what is there already.
"""

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Literal, get_args

import streamlit as st
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

SCREENS = Path(__file__).parents[1]
PATH = "/app/style/{name}"
"""Where they are served."""
ColourScheme = Literal["light", "dark"]
"""What a browser asks for: a light page or a dark one."""
PAPERS: tuple[ColourScheme, ...] = get_args(ColourScheme)
_FONTS = {"font": "font", "heading-font": "headingFont", "code-font": "codeFont"}
_LINK = Markup('<link rel="stylesheet" href="./app/style/{}" media="(prefers-color-scheme: {})">')


def _option(name: str) -> str:
    head, *rest = name.split("-")
    return head + "".join(word.capitalize() for word in rest) + "Color"


@lru_cache(maxsize=2)
def variables(paper: ColourScheme) -> str:
    """CSS variables of a theme, from .streamlit/config.toml."""
    inks = {
        f"--st-{name}-color": st.get_option(f"theme.{paper}.{_option(name)}") for name in colours()
    }
    fonts = {f"--st-{css}": st.get_option(f"theme.{option}") for css, option in _FONTS.items()}
    return "".join(f"{name}:{value};" for name, value in {**inks, **fonts}.items() if value)


@lru_cache(maxsize=1)
def colours() -> tuple[str, ...]:
    """The theme's colours that style sheets ask for: `red-text` for `var(--st-red-text-color)`."""
    every = "".join(each.read_text("utf-8") for each in SCREENS.rglob("*.css"))
    return tuple(sorted(set(re.findall(r"var\(--st-([\w-]+)-color\)", every))))


@lru_cache(maxsize=1)
def sheets() -> str:
    """Every style sheet beside its screen, in the order of their names: 00-base comes first.

    Those of the reading settings are added for who has chosen them.
    """
    found = [each for each in SCREENS.rglob("*.css") if each.parent.name != "css"]
    return "\n".join(each.read_text("utf-8") for each in sorted(found, key=attrgetter("name")))


@lru_cache(maxsize=2)
def sheet(paper: ColourScheme) -> str:
    """The whole look for who has that theme in the system; paper is always printed light.

    The bridge marks a page whose theme is another than the system's.
    """
    rules = sheets()
    if paper == "dark":
        rules = rules.replace(":root[data-paper=dark]", ":root:not([data-paper=light])")
    # !important, since the bridge writes colours of the theme into the element itself.
    printed = variables("light").replace(";", " !important;")
    return f":root{{{variables(paper)}}}{rules}@media print{{:root{{{printed}}}}}"


@lru_cache(maxsize=1)
def _files() -> Mapping[str, bytes]:
    """Both files, packed, by names that change with what they hold."""
    whole = {paper: sheet(paper).encode() for paper in PAPERS}
    return {_name(paper, css): gzip.compress(css) for paper, css in whole.items()}


def _name(paper: ColourScheme, css: bytes) -> str:
    return f"{paper}-{sha256(css).hexdigest()[:12]}.css"


@lru_cache(maxsize=1)
def links() -> bytes:
    """What names both files to a page. The one of the other theme waits until it is needed."""
    return str(Markup().join(map(_LINK.format, _files(), PAPERS))).encode()


async def answer(request: Request) -> Response:
    """A file of style, to be kept for ever. Who asks for one of another edition of the program, as
    behind a proxy with two of them, gets this one's and keeps it not.
    """
    name = str(request.path_params["name"])
    of_paper = dict(zip(PAPERS, _files().values(), strict=True))
    packed = _files().get(name, of_paper["dark" if name.startswith("dark-") else "light"])
    keep = "public, max-age=31536000, immutable" if name in _files() else "no-store"
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), headers=headers, media_type="text/css")
    headers["Content-Encoding"] = "gzip"
    return Response(packed, headers=headers, media_type="text/css")
