"""A common mistake beside the better thought."""

from pathlib import Path

from markupsafe import Markup

from sizewise.learn.lesson.blocks.mistake_or_better import MistakeOrBetter
from sizewise.ui import house
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.paper import Form

HERE = Path(__file__).parent

MOVES = False


def draw(block: MistakeOrBetter, _key: str) -> None:
    """What people say beside what to think instead."""
    show_html(mistake_html(block))


def mistake_html(block: MistakeOrBetter) -> Markup:
    """The two thoughts side by side."""
    facts = house.facts()
    mistake, better = inline(facts.text(block.mistake)), inline(facts.text(block.better))
    return filled(HERE / "myth.html", mistake=mistake, better=better)


def on_paper(block: MistakeOrBetter) -> Form:
    """Both thoughts side by side."""
    return Form(mistake_html(block))
