"""Read a part of a lesson aloud, with the voice of the learner's own computer."""

from pathlib import Path

from markupsafe import Markup

from sizewise.ui.script import script

_LISTEN = script(
    "listen",
    Path(__file__).with_name("listen.js"),
    Markup(
        """<div class="listen" role="group" aria-label="Read aloud" hidden>
<button type="button" data-deed="turn">Listen</button>
<button type="button" data-deed="stop" hidden>Stop</button>
<span role="status" class="only-heard"></span></div>"""
    ),
)


def bar(place: str) -> None:
    """Buttons that read the part on screen aloud, pause and stop.

    They stay away where the browser has no English voice of its own: no text leaves the computer.
    `place` names the part; another one falls silent.
    """
    _LISTEN(key="listen", data={"place": place})
