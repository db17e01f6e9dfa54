"""The theme, written once: Streamlit tells the browser of it at every press."""

from collections.abc import Callable
from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

ThemeWriter = Callable[[CustomThemeConfig, str], None]
"""Writes a section of the theme's settings into a message."""


def written_once(write: ThemeWriter) -> ThemeWriter:
    """A writer of theme sections that asks `write` for each section once, and copies it then.

    Streamlit reads some three hundred settings anew for each message, which was a seventh of all
    the processor's time at a press. No setting of the theme changes while a server runs.
    """

    @cache
    def kept(section: str) -> CustomThemeConfig:
        theme = CustomThemeConfig()
        write(theme, section)
        return theme

    def copy(message: CustomThemeConfig, section: str = "theme") -> None:
        theme = kept(section)
        if theme.ListFields():  # a section that sets nothing is left out of the message
            message.MergeFrom(theme)

    return copy


def write_once() -> None:
    """Let the server's sessions copy the theme. Done once, before the first page is asked for."""
    vars(app_session).update(_populate_theme_msg=written_once(app_session._populate_theme_msg))
