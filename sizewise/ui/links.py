"""Links inside HTML that lead to another page of the app without loading all of it anew."""

from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from sizewise.ui.script import script

_LINKS = script("links", Path(__file__).with_name("links.js"))


def follow() -> None:
    """Make the links of a page quick. Without it they work too, and load all of the app."""
    _LINKS(key="sizewise_links")


def go_html(words: str, page: str, css: str = "", **query: str) -> Markup:
    """A link to a page of the app with these query parameters."""
    return Markup('<a class="go {}" href="{}">{}</a>').format(css, href(page, **query), words)


def href(page: str, **query: str) -> str:
    """The address of a page of the app with these query parameters."""
    return f"{page}?{urlencode(query, safe=',')}" if query else page
