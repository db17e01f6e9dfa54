"""The context window as a bar that sliders fill, and what is left of it for the reply."""

from collections.abc import Iterator, Sequence
from math import gcd
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import grouped, noun_for, number_of, whole_percent
from sizewise.learn.lesson.blocks.context_window import ContextWindowBlock
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.tokens.window import Filled
from sizewise.ui import house
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.provenance import checked_html

HERE = Path(__file__).parent

MOVES = True

STOPS = 50
"""A slider has at least this many stops."""
NAMED_FROM = 0.12
"""A piece of at least this share of the bar carries its name."""
WindowPart = tuple[str, int, str]
"""Name, tokens and class of something in the bar."""


def draw(block: ContextWindowBlock, key: str) -> None:
    """Sliders for what is sent and for the reply; the bar and the words below follow."""
    profile = house.library().catalogue.model(block.model)
    limits = profile.file.limits
    show_html(Markup('<p class="labtag">Try it: fill the window</p>'))
    sent, reply = _ask(block, profile, key)
    call = Filled(limits.context_window, sum(sent), reply, limits.max_output)
    pieces = [
        (house.facts().text(each.name), tokens, f"w{number}")
        for number, (each, tokens) in enumerate(zip(block.pieces, sent, strict=True))
    ]
    stamp = checked_html("limits", limits.checked_on, house.today())
    show_html(bar_html(call, pieces) + verdict_html(call, profile.name))
    show_html(key_html(call, pieces) + stamp)


def _ask(block: ContextWindowBlock, profile: ModelProfile, key: str) -> tuple[list[int], int]:
    """What each piece holds, and what the reply is given."""
    half = (len(block.pieces) + 2) // 2
    left, right = st.columns(2, gap="medium")
    sent = []
    for number, piece in enumerate(block.pieces):
        with left if number < half else right:
            most = max(piece.most, piece.tokens)
            sent.append(_slider(safe(piece.name), most, piece.tokens, f"piece-{number}-{key}"))
    with right:
        most = max(longest_asked(profile), block.reply)
        reply = _slider("Kept free for the reply", most, block.reply, f"reply-{key}")
    return sent, reply


def _slider(label: str, most: int, start: int, key: str) -> int:
    return st.slider(
        label,
        0,
        most,
        start,
        step_of(most, start),
        format="localized",
        key=key,
        persist_state="session",
    )


def longest_asked(profile: ModelProfile) -> int:
    """Where the reply's slider ends: past the longest reply, so that one can ask for too much."""
    limits = profile.file.limits
    return min(limits.context_window, 2 * (limits.max_output or limits.context_window // 4))


def step_of(most: int, start: int) -> int:
    """The widest round step that meets both the start and the end and leaves 50 stops."""
    shared = gcd(most, start)
    rounds = (times * 10**power for power in range(6, -1, -1) for times in (5, 2, 1))
    return next((step for step in rounds if shared % step == 0 and step * STOPS <= most), 1)


def bar_html(call: Filled, pieces: Sequence[WindowPart]) -> Markup:
    """The window filled from the left; what does not fit sticks out on the right."""
    whole = max(call.window, call.sent + call.reply)
    shown = [*pieces, ("Reply", call.reply, "wreply"), ("Free", call.free, "wfree")]
    parts = Markup().join(_part_html(each, whole) for each in shown)
    words = ", ".join(f"{name} {grouped(tokens)}" for name, tokens, _ in shown if tokens)
    label = f"Window of {grouped(call.window)} tokens. {words or 'Nothing in it'}."
    return Markup(
        '<div class="window" role="img" aria-label="{}"><div class="in">{}</div>{}</div>'
    ).format(label, parts, _edge_html(call.window, whole))


def _part_html(piece: WindowPart, whole: int) -> Markup:
    name, tokens, css = piece
    if not tokens:
        return Markup()
    named = Markup("<span>{}</span>").format(name) if tokens >= NAMED_FROM * whole else Markup()
    return Markup('<i class="{}" style="flex:{} 1 0">{}</i>').format(css, tokens, named)


def _edge_html(window: int, whole: int) -> Markup:
    """Where the window ends, when something lies behind it."""
    place = css_share(window / whole)
    beyond = (
        Markup('<b class="beyond" style="left:{}"></b>').format(place)
        if whole > window
        else Markup()
    )
    side = " far" if window > 0.6 * whole else ""
    return Markup(
        '{}<p class="edge{}" style="--at:{}"><span>{} tokens: the window ends here</span></p>'
    ).format(beyond, side, place, grouped(window))


def verdict_html(call: Filled, model: str) -> Markup:
    """What is left for the reply and what does not fit, in words."""
    css, sign, word = ("off", "✕", "Does not fit.") if call.troubles else ("ok", "✓", "Fits.")
    return told_html(css, sign, word, " ".join(sentences(call, model)))


def sentences(call: Filled, model: str) -> Iterator[str]:
    """The state of a window, sentence by sentence."""
    if "sent" in call.troubles:
        yield (
            f"What is sent is {number_of(call.too_many, 'token')} too long, before a word "
            "of the reply. "
            "Such a call is refused, or your app must leave something out."
        )
    else:
        yield (
            f"{number_of(call.sent, 'token')} {noun_for(call.sent, 'is', 'are')} sent, and "
            f"{grouped(call.left)} {noun_for(call.left, 'is', 'are')} left for the reply."
        )
    if "reply" in call.troubles:
        yield (
            f"A reply of {grouped(call.reply)} would break off after "
            f"{grouped(call.left)}, or be refused."
        )
    yield from _about_longest(call, model)


def _about_longest(call: Filled, model: str) -> Iterator[str]:
    if call.longest is None:
        yield f"No source gives the longest reply of {model}."
    elif "longest" in call.troubles:
        yield (
            f"{model} writes at most {grouped(call.longest)} tokens in one reply, "
            f"so {grouped(call.reply)} are too many, however empty the window is."
        )
    elif call.longest <= call.left:
        yield f"Of these {model} uses at most {grouped(call.longest)} in one reply."
    elif call.left:
        yield (
            f"{model} could write {grouped(call.longest)} in one reply, "
            "but this window has no room for so many."
        )


def key_html(call: Filled, pieces: Sequence[WindowPart]) -> Markup:
    """Every part of the bar with its pattern, its tokens and its share of the window."""
    shown = [*pieces, ("Kept for the reply", call.reply, "wreply"), ("Free", call.free, "wfree")]
    if call.too_many:
        shown.append(("Does not fit", call.too_many, "wbeyond"))
    rows = [
        (name, grouped(tokens), whole_percent(tokens / call.window), css)
        for name, tokens, css in shown
    ]
    return filled(HERE / "window_key.html", shown=rows)


def on_paper(block: ContextWindowBlock) -> Form:
    """The window as it is filled at first."""
    profile = house.library().catalogue.model(block.model)
    limits = profile.file.limits
    sent = sum(piece.tokens for piece in block.pieces)
    call = Filled(limits.context_window, sent, block.reply, limits.max_output)
    pieces = [
        (line(piece.name), piece.tokens, f"w{number}") for number, piece in enumerate(block.pieces)
    ]
    stamp = checked_html("limits", limits.checked_on, house.today())
    said = verdict_html(call, profile.name)
    picture = bar_html(call, pieces) + key_html(call, pieces)
    return Form(Markup("{}{}{}{}").format(tag("What fills the window"), picture, said, stamp))
