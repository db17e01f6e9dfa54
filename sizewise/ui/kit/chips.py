"""Token chips as HTML, and the same in words for those who listen."""

import re
import unicodedata
from html import escape
from itertools import groupby

import regex

from sizewise.sizing.tokens.chips import (
    Chip,
    Chips,
)

COLOURS = 5
"""Neighbouring chips take turns with this many colours."""

LONG = 200
"""From so many chips on, the view scrolls in its own frame."""

CROWD = 9
"""So many equal spaces in a chip are counted, not drawn."""

_CHARACTER = regex.compile(r"\X")
_BROKEN = re.compile(r"((?:\\x[0-9a-f]{2})+)")
_SIGNS = {"\n": "⏎", "\r": "␍", "\t": "⇥"}
_SPOKEN = {" ": "space", "\n": "new line", "\r": "carriage return", "\t": "tab"}


def chips_html(chips: Chips, ids: bool = False, raw: bool = False) -> str:
    """The chips as coloured spans, hidden from screen readers.

    With `ids` each shows its tokens' numbers, with `raw` its bytes in hex. Put the text, or
    `spoken(chips)`, beside it for those who do not see it.
    """
    drawn = "<wbr>".join(_chip(place, chip, ids, raw) for place, chip in enumerate(chips.shown))
    return f'<span class="tks" aria-hidden="true">{drawn}</span>'


def view_html(chips: Chips, ids: bool = False, raw: bool = False) -> str:
    """A framed view of the chips, with the same in words, and a line about those not drawn."""
    if not chips.total:
        return '<div class="view none"><p>No text, no tokens.</p></div>'
    label = escape(spoken(chips), quote=True)
    view = f'<div class="view" role="img" aria-label="{label}">{chips_html(chips, ids, raw)}</div>'
    return (_scrolled(view) if len(chips.shown) > LONG else view) + _rest(chips)


def _scrolled(view: str) -> str:
    """A long view scrolls in its frame; the frame takes the focus, so that arrow keys move it."""
    return f'<div class="reel" tabindex="0" role="region" aria-label="All tokens">{view}</div>'


def spoken(chips: Chips, first: int = 50) -> str:
    """The tokens in words: "3 tokens: You, are, a", at most the first fifty chips."""
    names = ", ".join(_name(chip) for chip in chips.shown[:first])
    tokens = "1 token" if chips.total == 1 else f"{chips.total:,} tokens"
    more = chips.total - sum(len(chip.ids) for chip in chips.shown[:first])
    return f"{tokens}: {names}" + (f", and {more:,} more" if more else "")


def _rest(chips: Chips) -> str:
    if not chips.hidden:
        return ""
    drawn = chips.total - chips.hidden
    return (
        f'<p class="fine">The first {drawn:,} tokens are drawn. '
        f"The other {chips.hidden:,} are counted.</p>"
    )


def _chip(place: int, chip: Chip, ids: bool, raw: bool) -> str:
    several = len(chip.ids) > 1
    css = f"tk tk{place % COLOURS}" + (" multi" if several else "")
    badge = f"<sup>{len(chip.ids)} tokens</sup>" if several else ""
    numbers = f"<small>{' '.join(map(str, chip.ids))}</small>" if ids else ""
    if raw:
        numbers += f"<small>{chip.raw.hex(' ').upper()}</small>"
    breaks = "<br>" * min(2, chip.text.count("\n"))
    return f'<span class="{css}">{_shown(chip)}{badge}{numbers}</span>{breaks}'


def _shown(chip: Chip) -> str:
    pieces = _BROKEN.split(chip.text) if _is_broken(chip) else [chip.text]
    # Of the split pieces every second one stands for bytes that make no character.
    return "".join(
        _hex(piece) if place % 2 else _readable(piece) for place, piece in enumerate(pieces)
    )


def _readable(text: str) -> str:
    runs = ((one, len(list(run))) for one, run in groupby(_CHARACTER.findall(text)))
    return "".join(_run(one, times) for one, times in runs)


def _run(character: str, times: int) -> str:
    """A character as often as it stands there; of many that cannot be seen one and a number."""
    if times < CROWD or not _unseen(character):
        return _character(character) * times
    return f"{_character(character)}<code>×{times}</code>"


def _is_broken(chip: Chip) -> bool:
    try:
        chip.raw.decode()
    except UnicodeDecodeError:
        return True
    return False


def _hex(piece: str) -> str:
    return f"<code>{piece.replace(chr(92) + 'x', ' ').strip().upper()}</code>"


def _character(character: str) -> str:
    """A character as HTML; one that cannot be seen gets a sign or its number."""
    if character == " ":
        return '<i class="sp">&nbsp;</i>'
    if _unseen(character):
        return "".join(map(_sign, character.replace("\r\n", "\n")))
    return escape(character)


def _unseen(character: str) -> bool:
    kinds = {unicodedata.category(each) for each in character}
    return kinds <= {"Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp"}


def _sign(point: str) -> str:
    known = _SIGNS.get(point)
    return f'<i class="sign">{known}</i>' if known else f"<code>{_code(point)}</code>"


def _code(point: str) -> str:
    return f"U+{ord(point):04X}"


def _name(chip: Chip) -> str:
    if _is_broken(chip):
        return "bytes " + chip.raw.hex(" ").upper()
    seen = "".join(each for each in _CHARACTER.findall(chip.text) if not _unseen(each))
    kinds = dict.fromkeys(_SPOKEN.get(each, _code(each)) for each in chip.text)
    return seen or " and ".join(kinds)
