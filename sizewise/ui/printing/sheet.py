"""A sheet: a title, what stands below it, and the line at the foot of each of its pages."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from sizewise.ground.written import day_words
from sizewise.ui.kit.html import style_html
from sizewise.ui.kit.markdown import inline


class Sheet(NamedTuple):
    """Something to print that begins on a page of its own."""

    kind: str
    """lesson, quiz or key; names its pages, which have a foot of their own."""
    title: str
    """Markdown, facts filled in."""
    body: Markup
    printed_on: date
    facts_on: date | None = None
    """The day its facts were last checked, or for which they hold."""
    code: str = ""
    """What makes the same sheet again."""

    @property
    def foot(self) -> str:
        """The line at the foot of a page: what it is, of which day, and when facts were checked."""
        pieces = [f"Printed {day_words(self.printed_on)}"]
        if self.facts_on:
            pieces.append(f"facts checked on {day_words(self.facts_on)}")
        if self.code:
            pieces.append(f"sheet {self.code}")
        return " · ".join(pieces)


def sheets_html(sheets: Sequence[Sheet]) -> Markup:
    """The sheets, ready to print, with the rules for their pages."""
    pages = style_html("".join(map(_page_css, sheets)))
    return pages + Markup().join(map(_sheet_html, sheets))


def _sheet_html(sheet: Sheet) -> Markup:
    title = inline(sheet.title)
    return Markup(
        '<article class="sheet {}"><h2>{}</h2>{}<p class="colophon">'
        "{} · made with Sizewise</p></article>"
    ).format(sheet.kind, title, sheet.body, sheet.foot)


def _page_css(sheet: Sheet) -> str:
    """The foot of the sheet's pages: browsers that know none print the colophon alone."""
    name = f"sheet-{sheet.kind}"
    plain = sheet.title.replace("*", "").replace("`", "")
    foot = f'{css_text(plain)} "\\A" {css_text(sheet.foot)}'
    return (
        f".sheet.{sheet.kind}{{page:{name}}}"
        f"@page {name}{{@bottom-left{{content:{foot}}}"
        '@bottom-right{content:"Page " counter(page) " of " counter(pages)}}'
    )


def css_text(text: str) -> str:
    """A text as a CSS string that ends neither itself nor the style element."""
    kept = "".join(f"\\{ord(each):x} " if each in '"\\<>\n\r' else each for each in text)
    return f'"{kept}"'
