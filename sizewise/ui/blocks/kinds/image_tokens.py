"""Image tokens: a picture's size, the tiles it is cut into, and the surprise on the bill."""

from collections.abc import Iterator, Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ground import limits
from sizewise.ground.written import dollars, grouped, number_of, rate
from sizewise.learn.lesson.blocks.image_tokens import ImageTokens
from sizewise.sizing.catalogue.images.tiles import TILE, Cut, cut
from sizewise.sizing.tokens.picture import PictureUnreadable, picture_size
from sizewise.ui import house, session
from sizewise.ui.blocks.block_costs import Pictured, pictured, surprise
from sizewise.ui.kit.html import css_share, show_html
from sizewise.ui.kit.image_rule import rule_words
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.markdown import literal
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import line_html, receipt_html

MOVES = True


def draw(block: ImageTokens, key: str) -> None:
    """Width and height in, tokens and cost out, for each model."""
    show_html(Markup('<p class="labtag">Try it: change the size of the picture</p>'))
    left, right = st.columns([5, 6], gap="medium", vertical_alignment="center")
    with left:
        width = _ask_side("Width in pixels", block.width, f"width-{key}")
        height = _ask_side("Height in pixels", block.height, f"height-{key}")
        _ask_photo(key)
    rows = pictured(house.library().catalogue, house.today(), block.models, width, height)
    with right:
        show_html(photo_bill_html(rows, width, height))
    show_html(picture_html(rows, width, height))
    said = surprise(rows)
    if said:
        show_html(Markup('<p class="surprise">{}</p>').format(said))


def _ask_side(label: str, start: int, key: str) -> int:
    session.once(key, lambda: start)
    return (
        st.number_input(label, 1, limits.PICTURE_SIDE, step=64, key=key, persist_state="session")
        or 1
    )


def _ask_photo(key: str) -> None:
    """A file whose size is read; then the file is forgotten with its field."""
    field = f"photo-{session.get(f'photos-{key}', 0)}-{key}"
    with st.expander("A photo of your own", icon=":material/add_a_photo:"):
        st.file_uploader(
            f"Up to {limits.PICTURE_MEGABYTES} MB. Only its size is read, and it is not kept",
            type=["png", "jpg", "jpeg", "gif", "webp"],
            max_upload_size=limits.PICTURE_MEGABYTES,
            key=field,
            on_change=_measure,
            args=(field, key),
        )
        fault, size = session.get(f"photo-fault-{key}"), session.get(f"photo-size-{key}")
        if fault:
            st.error(fault, icon=":material/broken_image:")
        elif size:
            show_html(Markup('<p class="fine" role="status">{}</p>').format(size))


def _measure(field: str, key: str) -> None:
    file = session.get(field)
    if file is None:
        return
    session.drop(f"photo-fault-{key}")
    try:
        width, height = picture_size(file.getvalue())
    except PictureUnreadable as error:
        session.put(f"photo-fault-{key}", f"{literal(file.name)}: {error}")
    else:
        session.put(f"width-{key}", width)
        session.put(f"height-{key}", height)
        session.put(
            f"photo-size-{key}", f"{file.name} has {grouped(width)} × {grouped(height)} pixels."
        )
    session.put(f"photos-{key}", session.get(f"photos-{key}", 0) + 1)


def picture_html(rows: Sequence[Pictured], width: int, height: int) -> Markup:
    """The picture cut into its tiles, with the sum of each model beside it."""
    tiled = any(_tiled(row) for row in rows)
    shown = cut_html(cut(width, height)) if tiled else frame_html(width, height)
    words = Markup("<p>{}</p>").format(cut_words(width, height)) if tiled else Markup()
    sums = items_html(sums_words(rows, width, height))
    return Markup(
        '<div class="cut">{}<div class="cut-words" role="status">{}<ul role="list">{}'
        "</ul></div></div>"
    ).format(shown, words, sums)


def _tiled(row: Pictured) -> bool:
    rule = row.profile.file.image_tokens
    return rule is not None and rule.rule == "tiles"


def cut_words(width: int, height: int) -> str:
    """What a tile model does with the picture before it counts."""
    made = cut(width, height)
    smaller = (made.width, made.height) != (width, height)
    first = (
        f"First it is made smaller, to {grouped(made.width)} × {grouped(made.height)} "
        "pixels. Then it"
        if smaller
        else "It is small enough as it is. It"
    )
    return (
        f"{first} is cut into {made.across} × {made.down} = {number_of(made.tiles, 'tile')} "
        f"of {TILE} × {TILE} pixels. A tile that is half empty counts as a whole one."
    )


def sums_words(rows: Sequence[Pictured], width: int, height: int) -> Iterator[Markup]:
    """How each model counts the picture, the sum written out."""
    tiles = cut(width, height).tiles
    for row in rows:
        name, rule = row.profile.name, row.profile.file.image_tokens
        if rule is None:
            continue  # no row is made for a model whose rule nobody has published
        tokens = number_of(row.tokens, "token")
        if rule.rule == "tiles":
            sums = Markup("{} + {} × {} = <b>{}</b>").format(
                grouped(rule.base), tiles, grouped(rule.tile), tokens
            )
        else:
            about = "" if rule.exact else "about "
            sums = Markup("by another rule, {}: {}<b>{}</b>").format(
                rule_words(rule), about, tokens
            )
        yield Markup("{}: {}").format(name, sums)


def cut_html(made: Cut) -> Markup:
    """The picture to scale on its tiles, for the eye; the words beside it say the same."""
    wide = css_share(made.width / (made.across * TILE))
    high = css_share(made.height / (made.down * TILE))
    lines = f"--across:{made.across};--down:{made.down}"
    size = f"width:{wide};height:{high}"
    return Markup(
        '<div class="tiles" style="{}" aria-hidden="true"><i style="{}"></i>{}</div>'
    ).format(lines, size, Markup("<b></b>") * made.tiles)


def frame_html(width: int, height: int) -> Markup:
    """The picture's shape to scale, for the eye; the numbers beside it say the same."""
    longest = max(width, height)
    across, down = max(4, round(100 * width / longest)), max(4, round(100 * height / longest))
    size = f"width:{across}%;height:{down}%"
    return Markup('<div class="frame" aria-hidden="true"><i style="{}"></i></div>').format(size)


def photo_bill_html(rows: Sequence[Pictured], width: int, height: int) -> Markup:
    """What one picture of that size costs on each model."""
    lines = Markup().join(_line(row) for row in rows)
    stamp = prices_html((row.cost.price for row in rows), house.today())
    estimated = [row.profile.name for row in rows if row.estimated]
    note = (
        Markup('<p class="sub">Estimate: {}.</p>').format(", ".join(estimated))
        if estimated
        else Markup()
    )
    sub = f"{grouped(width)} × {grouped(height)} pixels, in high detail"
    return receipt_html("One picture", sub, lines, Markup("{}{}").format(note, stamp), level=3)


def _line(row: Pictured) -> Markup:
    note = f"{number_of(row.tokens, 'token')} × {rate(row.rate)} per million"
    return line_html(row.profile.name, dollars(row.amount), note=note)


def on_paper(block: ImageTokens) -> Form:
    """The picture at its first size, cut up and priced."""
    width, height = block.width, block.height
    rows = pictured(house.library().catalogue, house.today(), block.models, width, height)
    said = surprise(rows)
    note = Markup('<p class="surprise">{}</p>').format(said) if said else Markup()
    picture, bill = picture_html(rows, width, height), photo_bill_html(rows, width, height)
    left = Markup("<div>{}{}</div>").format(tag("What a picture costs"), picture)
    return Form(Markup('<div class="beside">{}{}</div>{}').format(left, bill, note))
