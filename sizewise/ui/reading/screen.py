"""The page of reading settings: a sample, and what may be chosen. Each change shows at once."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.learn.lesson.blocks.token_chips import TokenChips
from sizewise.learn.lesson.lesson import Part
from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house, session
from sizewise.ui.frame.comfort import kept
from sizewise.ui.frame.comfort.settings import SETTINGS, USUAL, Setting
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import html

LEDE = (
    "Make the pages easy on your eyes and ears. Each change holds at once and on every page. "
    "The piece of a lesson below shows what it does."
)


def draw() -> None:
    """Draw the page."""
    chosen = kept.current()
    st.title("Reading settings", anchor=False)
    show_html(Markup('<p class="lede">{}</p>').format(LEDE))
    house.record_notice()
    with st.container(key="read"):
        show_html(sample_html())
    _ask_all(chosen)
    st.button(
        "Back to the usual",
        key="usual",
        icon=":material/undo:",
        disabled=chosen == USUAL,
        on_click=kept.forget,
    )
    st.caption(_where_kept())


def _ask_all(chosen: dict[str, str]) -> None:
    half = (len(SETTINGS) + 1) // 2
    with st.container(key="wishes"):
        for column, settings in zip(
            st.columns(2, gap="large"), (SETTINGS[:half], SETTINGS[half:]), strict=True
        ):
            with column:
                for setting in settings:
                    _ask(setting, chosen[setting.name])


def _ask(setting: Setting, value: str) -> None:
    key = f"wish-{setting.name}"
    session.put(key, value)
    words = {choice.value: choice.words for choice in setting.choices}
    with st.container(key=f"wish_{setting.name}", gap=None):
        st.segmented_control(
            setting.label,
            list(words),
            format_func=words.__getitem__,
            required=True,
            wrap=True,
            key=key,
            on_change=_choose,
            args=(setting.name, key),
        )
        st.caption(setting.why)


def _choose(name: str, key: str) -> None:
    kept.change(name, session.get(key))


def _where_kept() -> str:
    if session.get(house.TROUBLE):
        return "What you choose now holds as long as this tab is open."
    return "What you choose is kept with your progress."


def sample_html() -> Markup:
    """A piece of a lesson: the first words and tokens that a lesson has to show."""
    found = next(_with_tokens(), None)
    if found is None:
        return Markup(
            '<div class="prose sample"><p>There is no lesson to show a piece of.</p></div>'
        )
    part, block = found
    prose = "\n\n".join(piece.markdown.strip() for piece in part.pieces if piece.kind == "prose")
    words = html(house.facts().text(prose.partition("\n\n")[0]))
    return Markup('<div class="sample"><h2>{}</h2><div class="prose">{}</div>{}</div>').format(
        part.title, words, _tokens_html(block)
    )


def _with_tokens() -> Iterator[tuple[Part, TokenChips]]:
    for lesson in house.library().lessons.values():
        for part in lesson.parts:
            for piece in part.pieces:
                if piece.kind == "block" and piece.block.kind == "token-chips":
                    yield part, piece.block


def _tokens_html(block: TokenChips) -> Markup:
    try:
        profile = house.library().catalogue.model(block.model)
    except ModelUnknown:
        return Markup()
    cut = chips(block.text, tokenizer_of(profile).encoding)
    tally = Markup("<b>{}</b> on {}").format(number_of(cut.total, "token"), profile.name)
    return Markup('{}<p class="tally">{}</p>').format(view_html(cut), tally)
