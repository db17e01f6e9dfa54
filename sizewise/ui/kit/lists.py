"""Lists: items, and terms with what they are."""

from collections.abc import Iterable

from markupsafe import Markup


def items_html(lines: Iterable[str]) -> Markup:
    """The items of a list, for the element that the caller puts around them."""
    return Markup().join(Markup("<li>{}</li>").format(line) for line in lines)


def pairs_html(pairs: Iterable[tuple[str, str]], css: str = "") -> Markup:
    """Terms and what they are, each pair in a box of its own."""
    boxes = Markup().join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(term, what) for term, what in pairs
    )
    return Markup('<dl class="{}">{}</dl>').format(css, boxes)
