"""The theme is written once, and the browser hears the same of it."""

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.app_session import _populate_theme_msg

from sizewise.ui.web.theme_message import written_once

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar")


def told(write):
    """All sections as Streamlit writes them: each into the place of its own message."""
    message = CustomThemeConfig()
    for section in SECTIONS:
        place = message
        for name in section.split(".")[1:]:
            place = getattr(place, name)
        write(place, section)
    return message


def test_a_copied_theme_is_what_streamlit_itself_writes():
    once = written_once(_populate_theme_msg)
    assert told(_populate_theme_msg).light.primary_color
    assert told(once) == told(_populate_theme_msg)
    assert told(once) == told(_populate_theme_msg)


def test_each_section_is_asked_for_once_and_one_that_sets_nothing_is_left_out():
    asked = []
    once = written_once(lambda message, section: asked.append(section))
    message = told(once)
    told(once)
    assert asked == list(SECTIONS)
    assert not message.HasField("light")
