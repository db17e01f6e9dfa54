"""The pictures of a call: typed sizes, or files that are measured here and not kept."""

from typing import get_args

import streamlit as st

from sizewise.ground import limits
from sizewise.ground.written import number_of
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.images.pixels import Detail
from sizewise.sizing.catalogue.images.rule import ImageRule
from sizewise.sizing.cost.call import Picture
from sizewise.sizing.tokens.image import image_tokens
from sizewise.sizing.tokens.picture import PictureUnreadable, picture_size
from sizewise.ui import session
from sizewise.ui.kit.markdown import literal
from sizewise.ui.lab.call import state

DETAILS = get_args(Detail)
FILES = "lab_call_files"
ROUND = "lab_call_files_round"
FAULT = "lab_call_file_fault"


def ask_pictures(profile: ModelProfile) -> tuple[Picture, ...]:
    """The pictures that count: those with a size, and none where nobody knows the rule."""
    kept = session.get(state.PICTURES, ())
    words = {0: "none", 1: "1 picture"}.get(len(kept), f"{len(kept)} pictures")
    rule = profile.file.image_tokens
    with st.expander(f"Pictures: {words}", key="lab_call_picture_box", icon=":material/image:"):
        typed = tuple(_ask_one(place, each, rule) for place, each in enumerate(kept, start=1))
        state.keep_pictures(typed)
        _ask_more(len(kept))
    if typed and rule is None:
        st.warning(
            f"No source says how many tokens a picture has on {profile.name}, so the pictures "
            "are left out. Choose another model to count them.",
            icon=":material/hide_image:",
        )
        return ()
    return tuple(Picture(wide, high, detail) for _, wide, high, detail in typed if wide and high)


def _ask_one(
    place: int, kept: tuple[int, int, int, Detail], rule: ImageRule | None
) -> tuple[int, int, int, Detail]:
    number, width, height, detail = kept
    with st.container(
        horizontal=True, vertical_alignment="bottom", key=f"lab_call_picture_{number}"
    ):
        wide = _ask_side(f"Width of picture {place}", width, f"lab_call_w_{number}")
        high = _ask_side(f"Height of picture {place}", height, f"lab_call_h_{number}")
        close = st.selectbox(
            f"Detail of picture {place}",
            DETAILS,
            index=DETAILS.index(detail),
            key=f"lab_call_d_{number}",
            on_change=state.own,
            width=120,
        )
        st.button(
            f"Remove picture {place}",
            key=f"lab_call_drop_{number}",
            on_click=state.drop_picture,
            args=(number,),
            icon=":material/delete:",
        )
    _say(wide, high, close, rule)
    return number, wide, high, close


def _ask_side(label: str, start: int, key: str) -> int:
    side = st.number_input(
        label, 0, limits.PICTURE_SIDE, start, step=1, key=key, on_change=state.own, width=150
    )
    return side or 0


def _say(wide: int, high: int, detail: Detail, rule: ImageRule | None) -> None:
    if not wide or not high:
        st.error(
            f"A picture of {wide} x {high} pixels has nothing to see: write at least 1 each way. "
            "It is not counted.",
            icon=":material/crop_free:",
        )
    elif rule is not None:
        st.caption(number_of(image_tokens(wide, high, detail, rule), "token"))


def _ask_more(count: int) -> None:
    full = count >= state.MOST_PICTURES
    st.button(
        "Add a picture",
        on_click=_add,
        key="lab_call_add_picture",
        icon=":material/add_photo_alternate:",
        disabled=full,
    )
    key = f"{FILES}_{session.get(ROUND, 0)}"
    st.file_uploader(
        f"Or measure your own, up to {limits.PICTURE_MEGABYTES} MB: only its size is read, and the "
        "file is not kept",
        type=["png", "jpg", "jpeg", "gif", "webp"],
        max_upload_size=limits.PICTURE_MEGABYTES,
        key=key,
        on_change=_measure,
        args=(key,),
        disabled=full,
    )
    if fault := session.get(FAULT):
        st.error(fault, icon=":material/broken_image:")


def _add() -> None:
    state.add_picture()
    state.own()


def _measure(key: str) -> None:
    """Take the size of the uploaded file, then forget the file with its field."""
    file = session.get(key)
    if file is None:
        return
    session.put(FAULT, "")
    try:
        state.add_picture(*picture_size(file.getvalue()))
    except PictureUnreadable as error:
        session.put(FAULT, f"{literal(file.name)}: {error}")
    session.put(ROUND, session.get(ROUND, 0) + 1)
    state.own()
