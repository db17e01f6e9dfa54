"""The X-ray's pieces as HTML: words, characters, lines, tokenizers, and the guess."""

import unicodedata
from collections.abc import Iterable
from html import escape

from sizewise.sizing.tokens.chips import (
    Chip,
    Chips,
    chips,
)
from sizewise.sizing.tokens.vocabulary import VOCABULARIES
from sizewise.sizing.tokens.xray import (
    Counted,
    broken_up,
    dear_words,
    lines,
    parts,
)
from sizewise.ui.kit.chips import view_html
from sizewise.ui.lab.figures import meter_html, table_html

AGES = {
    "o200k_base": "GPT-4o and later",
    "cl100k_base": "GPT-4 and GPT-3.5 Turbo",
    "r50k_base": "GPT-3",
}
"""What each encoding was made for."""
SIDE_TOKENS = 150
"""Tokens drawn of each tokenizer."""
TABLE_TOKENS = 100
MOST_LINES = 12
MOST_WORDS = 8
MOST_CHARACTERS = 8
CLEAR = 48
"""Characters of a line or word that are shown."""


def verdict_html(guess: int, tokens: int) -> str:
    """How near the guess was, in words and with a sign."""
    if guess == tokens:
        mark, css, words = "✓", "ok", f"Exactly {tokens:,}. Well guessed."
    else:
        share = f"{abs(guess - tokens) / tokens:.0%} " if tokens else ""
        side = "above" if guess > tokens else "below"
        mark, css = "→", "other"
        words = f"You said {guess:,}. It is {tokens:,}: your guess is {share}{side}."
    sign = f'<span class="sign" aria-hidden="true">{mark}</span>'
    return f'<p class="guessed {css}" role="status"><span>{sign}</span><span>{words}</span></p>'


def words_html(text: str, encoding: str) -> str:
    """The words that need the most tokens; nothing when every word is one token."""
    dear = dear_words(text, encoding, MOST_WORDS)
    if not dear:
        return ""
    items = "".join(
        f"<li><b>{escape(_clear(word.text))}</b> {word.tokens[0]:,} tokens</li>" for word in dear
    )
    return f'<h3 class="xh">Words that cost most</h3><ul class="dear" role="list">{items}</ul>'


def characters_html(cut: Chips, encoding: str) -> str:
    """What is inside the characters that need several tokens."""
    several = broken_up(cut.shown, MOST_CHARACTERS)
    if not several:
        return ""
    rows = "".join(_character_html(chip, encoding) for chip in several)
    heads = ("Chip", "Code points", "Its tokens: number and bytes")
    return '<h3 class="xh">Inside a character</h3>' + table_html("Inside a character", heads, rows)


def _character_html(chip: Chip, encoding: str) -> str:
    pieces = "".join(
        f'<span class="piece"><b>{part.id}</b> {part.raw.hex(" ").upper()}</span> '
        for part in parts(chip, encoding)
    )
    points = "<br>".join(f"U+{ord(each):04X} {escape(_called(each))}" for each in chip.text.strip())
    shown = escape(chip.text.strip() or "white space")
    return f'<tr><th scope="row">{shown}</th><td class="points">{points}</td><td>{pieces}</td></tr>'


def _called(character: str) -> str:
    return unicodedata.name(character, "no name").lower()


def tokens_table_html(cut: Chips, encoding: str) -> str:
    """The first tokens as a table, for those who read and for those who listen."""
    if not cut.shown:
        return ""
    rows = "".join(_token_rows(cut.shown, encoding)[:TABLE_TOKENS])
    first = f"The first {TABLE_TOKENS:,} tokens" if cut.total > TABLE_TOKENS else "The tokens"
    table = table_html(first, ("Place", "Text", "Number", "Bytes"), rows)
    return f'<details class="more"><summary>{first} as a table</summary>{table}</details>'


def _token_rows(shown: Iterable[Chip], encoding: str) -> list[str]:
    rows: list[str] = []
    for chip in shown:
        for part in parts(chip, encoding):
            rows.append(
                f'<tr><th scope="row">{len(rows) + 1}</th><td>{_part_text(part.raw)}</td>'
                f"<td>{part.id}</td><td>{part.raw.hex(' ').upper()}</td></tr>"
            )
            if len(rows) == TABLE_TOKENS:
                return rows
    return rows


def _part_text(raw: bytes) -> str:
    try:
        return escape(raw.decode().replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥"))
    except UnicodeDecodeError:
        return "part of a character"


def side_by_side_html(text: str, chosen: str) -> str:
    """The text on the three tokenizers we ship; the difference is to the newest."""
    cuts = {name: chips(text, name, SIDE_TOKENS) for name in VOCABULARIES}
    newest = next(iter(cuts.values())).total
    words = len(text.split())
    cards = "".join(_ray_html(name, cut, newest, words, chosen) for name, cut in cuts.items())
    title = "<h2>The same text on three tokenizers</h2>"
    return f'{title}<div class="rays-box"><div class="rays">{cards}</div></div>'


def _ray_html(name: str, cut: Chips, newest: int, words: int, chosen: str) -> str:
    mine = ' <span class="pill new">your model</span>' if name == chosen else ""
    ratio = f"{cut.total / words:.2f} per word" if words else "no words"
    return (
        f'<section class="ray"><h3>{name}{mine}</h3><p class="fine">{AGES[name]}</p>'
        f'<p class="big">{cut.total:,}</p>'
        f'<p class="cap">tokens, {ratio}{_more(cut.total, newest)}</p>'
        f'<div class="reel" tabindex="0" role="region" aria-label="Tokens of {name}">'
        f"{view_html(cut)}</div></section>"
    )


def _more(tokens: int, newest: int) -> str:
    if tokens == newest:
        return ""
    side = "more" if tokens > newest else "fewer"
    return f", <b>{abs(tokens - newest) / newest:.0%} {side}</b>" if newest else ""


def lines_html(text: str) -> str:
    """Tokens line by line on each tokenizer, when the text has several lines."""
    counted = lines(text, tuple(VOCABULARIES), MOST_LINES)
    if len(counted) < 2:
        return ""
    most = max(max(line.tokens) for line in counted)
    rows = "".join(_line_html(line, most) for line in counted)
    table = table_html("Line by line", ("Line", *VOCABULARIES), rows, "lines")
    return f"<h2>Line by line</h2>{table}"


def _line_html(line: Counted, most: int) -> str:
    cells = "".join(
        f"<td>{tokens:,}{meter_html(tokens / most, strong=not place)}</td>"
        for place, tokens in enumerate(line.tokens)
    )
    return f'<tr><th scope="row" dir="auto">{escape(_clear(line.text))}</th>{cells}</tr>'


def _clear(text: str) -> str:
    return text if len(text) <= CLEAR else f"{text[:CLEAR]}…"
