"""What an experiment says: a verdict in words with its sign, and big numbers."""

from collections.abc import Mapping

from markupsafe import Markup

from sizewise.ui.kit.lists import pairs_html


def told_html(css: str, sign: str, word: str, said: str) -> Markup:
    """The state of an experiment, read aloud when it changes.

    `css` is "ok" for good news, "off" for bad, empty for neither; sign and word say the same.
    """
    mark = Markup('<span class="sign" aria-hidden="true">{}</span>').format(sign)
    return Markup(
        '<p class="told {}" role="status">{}<span><strong>{}</strong> {}</span></p>'
    ).format(css, mark, word, said)


def numbers_html(pairs: Mapping[str, str]) -> Markup:
    """Numbers in a row, each below its name."""
    return pairs_html(pairs.items(), "told-numbers")
