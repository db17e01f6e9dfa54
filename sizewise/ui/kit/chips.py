"""Token chips as HTML, and the same in words for those who listen."""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

import regex
from markupsafe import Markup, escape

from sizewise.ground.written import grouped, listed, noun_for, number_of
from sizewise.sizing.tokens.chips import Chip, Chips

COLOURS = 5
"""Neighbouring chips take turns with this many colours."""

LONG = 200
"""From so many chips on, the view scrolls in its own frame."""

CROWD = 9
"""So many equal spaces in a chip are counted, not drawn."""

_CROWDED = " " * CROWD
_SPACE = Markup('<i class="sp">&nbsp;</i>')
_CHARACTER = regex.compile(r"\X")
_BROKEN = re.compile(r"((?:\\x[0-9a-f]{2})+)")
_SIGNS = {"\n": "⏎", "\r": "␍", "\t": "⇥"}
_SPOKEN = {" ": "space", "\n": "new line", "\r": "carriage return", "\t": "tab"}


def chips_html(chips: Chips, ids: bool = False, raw: bool = False) -> Markup:
    """The chips as coloured spans, hidden from screen readers.

    With `ids` each shows its tokens' numbers, with `raw` its bytes in hex. Put the text, or
    `spoken(chips)`, beside it for those who do not see it.
    """
    drawn = Markup("<wbr>").join(
        _chip(place % COLOURS, chip, ids, raw) for place, chip in enumerate(chips.shown)
    )
    return Markup('<span class="tks" aria-hidden="true">{}</span>').format(drawn)


def view_html(chips: Chips, ids: bool = False, raw: bool = False) -> Markup:
    """A framed view of the chips, with the same in words, and a line about those not drawn."""
    if not chips.total:
        return Markup('<div class="view none"><p>No text, no tokens.</p></div>')
    label = spoken(chips)
    view = Markup('<div class="view" role="img" aria-label="{}">{}</div>').format(
        label, chips_html(chips, ids, raw)
    )
    return (_scrolled(view) if len(chips.shown) > LONG else view) + _rest(chips)


def _scrolled(view: str) -> Markup:
    """A long view scrolls in its frame; the frame takes the focus, so that arrow keys move it."""
    return Markup(
        '<div class="reel" tabindex="0" role="region" aria-label="All tokens">{}</div>'
    ).format(view)


def spoken(chips: Chips, first: int = 50) -> str:
    """The tokens in words: "3 tokens: You, are, a", at most the first fifty chips."""
    names = ", ".join(_name(chip) for chip in chips.shown[:first])
    tokens = number_of(chips.total, "token")
    more = chips.total - sum(len(chip.ids) for chip in chips.shown[:first])
    return f"{tokens}: {names}" + (f", and {grouped(more)} more" if more else "")


def _rest(chips: Chips) -> Markup:
    if not chips.hidden:
        return Markup()
    drawn = chips.total - chips.hidden
    return Markup(
        '<p class="fine">The first {} tokens are drawn. The other {} {} counted.</p>'
    ).format(grouped(drawn), grouped(chips.hidden), noun_for(chips.hidden, "is", "are"))


@lru_cache(maxsize=8192)
def _chip(colour: int, chip: Chip, ids: bool, raw: bool) -> Markup:
    """Kept, since a text says its words again, and all of it is drawn anew with each change."""
    several = len(chip.ids) > 1
    css = f"tk tk{colour}" + (" multi" if several else "")
    badge = Markup("<sup>{} tokens</sup>").format(len(chip.ids)) if several else Markup()
    numbers = Markup("<small>{}</small>").format(" ".join(map(str, chip.ids))) if ids else Markup()
    if raw:
        numbers += Markup("<small>{}</small>").format(chip.raw.hex(" ").upper())
    breaks = Markup("<br>") * min(2, chip.text.count("\n"))
    return Markup('<span class="{}">{}{}{}</span>{}').format(
        css, shown_html(chip), badge, numbers, breaks
    )


def shown_html(chip: Chip) -> Markup:
    """A chip's text alone: what cannot be seen has a sign, what is no character its bytes."""
    plain = chip.text.isascii() and chip.text.isprintable() and chip.raw == chip.text.encode()
    if plain and _CROWDED not in chip.text:
        return escape(chip.text).replace(" ", _SPACE)  # nearly all text, in a tenth of the time
    pieces = _BROKEN.split(chip.text) if _is_broken(chip) else [chip.text]
    # Of the split pieces every second one stands for bytes that make no character.
    return Markup().join(
        _hex(piece) if place % 2 else _readable(piece) for place, piece in enumerate(pieces)
    )


def _readable(text: str) -> Markup:
    runs = ((one, len(list(run))) for one, run in groupby(_CHARACTER.findall(text)))
    return Markup().join(_run(one, times) for one, times in runs)


def _run(character: str, times: int) -> Markup:
    """A character as often as it stands there; of many that cannot be seen one and a number."""
    if times < CROWD or not _unseen(character):
        return _character(character) * times
    return Markup("{}<code>×{}</code>").format(_character(character), times)


def _is_broken(chip: Chip) -> bool:
    try:
        chip.raw.decode()
    except UnicodeDecodeError:
        return True
    return False


def _hex(piece: str) -> Markup:
    return Markup("<code>{}</code>").format(piece.replace(chr(92) + "x", " ").strip().upper())


def _character(character: str) -> Markup:
    """A character as HTML; one that cannot be seen gets a sign or its number."""
    if character == " ":
        return _SPACE
    if _unseen(character):
        return Markup().join(map(_sign, character.replace("\r\n", "\n")))
    return escape(character)


def _unseen(character: str) -> bool:
    kinds = {unicodedata.category(each) for each in character}
    return kinds <= {"Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp"}


def _sign(point: str) -> Markup:
    known = _SIGNS.get(point)
    return (
        Markup('<i class="sign">{}</i>').format(known)
        if known
        else Markup("<code>{}</code>").format(code_point(point))
    )


def code_point(point: str) -> str:
    """The number of a sign, as Unicode writes it: `U+200B`."""
    return f"U+{ord(point):04X}"


def _name(chip: Chip) -> str:
    if _is_broken(chip):
        return "bytes " + chip.raw.hex(" ").upper()
    seen = "".join(each for each in _CHARACTER.findall(chip.text) if not _unseen(each))
    kinds = dict.fromkeys(_SPOKEN.get(each, code_point(each)) for each in chip.text)
    return seen or listed(list(kinds))
