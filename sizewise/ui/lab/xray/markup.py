"""The X-ray's pieces as HTML: words, characters, lines, tokenizers, and the guess."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import grouped, number, number_of, whole_percent
from sizewise.sizing.tokens.chips import Chip, Chips, chips
from sizewise.sizing.tokens.vocabulary import VOCABULARIES
from sizewise.sizing.tokens.xray import Counted, broken_up, dear_words, lines, parts
from sizewise.ui.kit.chips import code_point, view_html
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import own_words, table_html

HERE = Path(__file__).parent

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


def verdict_html(guess: int, tokens: int) -> Markup:
    """How near the guess was, in words and with a sign."""
    if guess == tokens:
        mark, css, words = "✓", "ok", f"Exactly {grouped(tokens)}. Well guessed."
    else:
        share = f"{whole_percent(abs(guess - tokens) / tokens)} " if tokens else ""
        side = "above" if guess > tokens else "below"
        mark, css = "→", "other"
        words = f"You said {grouped(guess)}. It is {grouped(tokens)}: your guess is {share}{side}."
    sign = Markup('<span class="sign" aria-hidden="true">{}</span>').format(mark)
    return Markup('<p class="guessed {}" role="status"><span>{}</span><span>{}</span></p>').format(
        css, sign, words
    )


def words_html(text: str, encoding: str) -> Markup:
    """The words that need the most tokens; nothing when every word is one token."""
    dear = dear_words(text, encoding, MOST_WORDS)
    if not dear:
        return Markup()
    items = Markup().join(
        Markup("<li><b>{}</b> {}</li>").format(
            _clear(word.text), number_of(word.tokens[0], "token")
        )
        for word in dear
    )
    return Markup(
        '<h3 class="xh">Words that cost most</h3><ul class="dear" role="list">{}</ul>'
    ).format(items)


def characters_html(cut: Chips, encoding: str) -> Markup:
    """What is inside the characters that need several tokens."""
    several = broken_up(cut.shown, MOST_CHARACTERS)
    if not several:
        return Markup()
    rows = (_character(chip, encoding) for chip in several)
    heads = ("Chip", "Code points", "Its tokens: number and bytes")
    return Markup('<h3 class="xh">Inside a character</h3>') + table_html(
        "Inside a character", heads, rows
    )


def _character(chip: Chip, encoding: str) -> tuple[str, ...]:
    pieces = Markup().join(
        Markup('<span class="piece"><b>{}</b> {}</span> ').format(
            part.id, part.raw.hex(" ").upper()
        )
        for part in parts(chip, encoding)
    )
    points = Markup("<br>").join(
        f"{code_point(each)} {_called(each)}" for each in chip.text.strip()
    )
    shown = chip.text.strip() or "white space"
    return shown, Markup('<div class="points">{}</div>').format(points), pieces


def _called(character: str) -> str:
    return unicodedata.name(character, "no name").lower()


def tokens_table_html(cut: Chips, encoding: str) -> Markup:
    """The first tokens as a table, for those who read and for those who listen."""
    if not cut.shown:
        return Markup()
    rows = islice(_token_rows(cut.shown, encoding), TABLE_TOKENS)
    first = (
        f"The first {grouped(TABLE_TOKENS)} tokens" if cut.total > TABLE_TOKENS else "The tokens"
    )
    table = table_html(first, ("Place", "Text", "Number", "Bytes"), rows)
    return Markup('<details class="more"><summary>{} as a table</summary>{}</details>').format(
        first, table
    )


def _token_rows(shown: Iterable[Chip], encoding: str) -> Iterator[tuple[str, ...]]:
    every = (part for chip in shown for part in parts(chip, encoding))
    for place, part in enumerate(every, start=1):
        yield str(place), _part_text(part.raw), str(part.id), part.raw.hex(" ").upper()


def _part_text(raw: bytes) -> str:
    try:
        return raw.decode().replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥")
    except UnicodeDecodeError:
        return "part of a character"


def side_by_side_html(text: str, chosen: str) -> Markup:
    """The text on the three tokenizers we ship; the difference is to the newest."""
    cuts = {name: chips(text, name, SIDE_TOKENS) for name in VOCABULARIES}
    newest = next(iter(cuts.values())).total
    words = len(text.split())
    cards = Markup().join(_ray_html(name, cut, newest, words, chosen) for name, cut in cuts.items())
    title = Markup("<h2>The same text on three tokenizers</h2>")
    return Markup('{}<div class="rays-box"><div class="rays">{}</div></div>').format(title, cards)


def _ray_html(name: str, cut: Chips, newest: int, words: int, chosen: str) -> Markup:
    return filled(
        HERE / "ray.html",
        name=name,
        chosen=name == chosen,
        age=AGES[name],
        total=grouped(cut.total),
        ratio=f"{number(cut.total / words)} per word" if words else "no words",
        more=_more(cut.total, newest),
        chips=view_html(cut),
    )


def _more(tokens: int, newest: int) -> Markup:
    if tokens == newest:
        return Markup()
    side = "more" if tokens > newest else "fewer"
    return (
        Markup(", <b>{} {}</b>").format(whole_percent(abs(tokens - newest) / newest), side)
        if newest
        else Markup()
    )


def lines_html(text: str) -> Markup:
    """Tokens line by line on each tokenizer, when the text has several lines."""
    counted = lines(text, tuple(VOCABULARIES), MOST_LINES)
    if len(counted) < 2:
        return Markup()
    most = max(max(line.tokens) for line in counted)
    rows = (_line(line, most) for line in counted)
    table = table_html("Line by line", ("Line", *VOCABULARIES), rows, "lines")
    return Markup("<h2>Line by line</h2>{}").format(table)


def _line(line: Counted, most: int) -> tuple[str, ...]:
    counts = (
        grouped(tokens) + meter_html(tokens / most, "" if place else "strong")
        for place, tokens in enumerate(line.tokens)
    )
    return own_words(_clear(line.text)), *counts


def _clear(text: str) -> str:
    return text if len(text) <= CLEAR else f"{text[:CLEAR]}…"
