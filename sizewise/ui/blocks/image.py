"""Image tokens: a picture's size, its tokens, and the surprise on the bill."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from sizewise.learn.block import ImageTokens
from sizewise.sizing.money import dollars, rate
from sizewise.ui import house
from sizewise.ui.blocks.sums import Pictured, pictured, surprise
from sizewise.ui.provenance import prices_html
from sizewise.ui.receipt import line_html, receipt_html

MOST = 20_000
"""The longest side of a picture, in pixels."""


def draw_image_tokens(block: ImageTokens, key: str) -> None:
    """Width and height in, tokens and cost out, for each model."""
    st.html('<p class="labtag">Try it: change the size of the picture</p>')
    left, right = st.columns([5, 6], gap="medium", vertical_alignment="center")
    with left:
        width = st.number_input("Width in pixels", 1, MOST, block.width, 64, key=f"width-{key}")
        height = st.number_input("Height in pixels", 1, MOST, block.height, 64, key=f"height-{key}")
        st.html(frame_html(width or 1, height or 1))
    catalogue, day = house.library().catalogue, house.today()
    rows = pictured(catalogue, day, block.models, width or 1, height or 1)
    with right:
        st.html(_receipt_html(rows, width or 1, height or 1))
    said = surprise(rows)
    if said:
        st.html(f'<p class="surprise">{escape(said)}</p>')


def frame_html(width: int, height: int) -> str:
    """The picture's shape to scale, for the eye; the numbers beside it say the same."""
    longest = max(width, height)
    across, down = max(4, round(100 * width / longest)), max(4, round(100 * height / longest))
    size = f"width:{across}%;height:{down}%"
    return f'<div class="frame" aria-hidden="true"><i style="{size}"></i></div>'


def _receipt_html(rows: Sequence[Pictured], width: int, height: int) -> str:
    lines = "".join(_line(row) for row in rows)
    stamp = prices_html((row.cost.price for row in rows), house.today())
    estimated = [row.profile.name for row in rows if row.estimated]
    note = f'<p class="sub">Estimate: {escape(", ".join(estimated))}.</p>' if estimated else ""
    sub = f"{width:,} × {height:,} pixels, in high detail"
    return receipt_html("One picture", sub, lines, f"{note}{stamp}", level=3)


def _line(row: Pictured) -> str:
    note = f"{row.tokens:,} tokens × {rate(row.rate)} per million"
    return line_html(row.profile.name, dollars(row.amount), note=note)
