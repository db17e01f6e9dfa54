"""What an experiment says: a verdict in words with its sign, and big numbers."""

from collections.abc import Mapping


def told_html(css: str, sign: str, word: str, said: str) -> str:
    """The state of an experiment, read aloud when it changes. `said` is ready HTML.

    `css` is "ok" for good news, "off" for bad, empty for neither; sign and word say the same.
    """
    mark = f'<span class="sign" aria-hidden="true">{sign}</span>'
    return (
        f'<p class="told {css}" role="status">{mark}<span><strong>{word}</strong> {said}</span></p>'
    )


def numbers_html(pairs: Mapping[str, str]) -> str:
    """Numbers in a row, each below its name."""
    shown = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs.items())
    return f'<dl class="told-numbers">{shown}</dl>'
