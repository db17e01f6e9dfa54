"""A common mistake beside the better thought."""

from markupsafe import Markup

from sizewise.learn.lesson.blocks.mistake_or_better import MistakeOrBetter
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.kit.paper import Form

MOVES = False


def draw(block: MistakeOrBetter, _key: str) -> None:
    """What people say beside what to think instead."""
    show_html(mistake_html(block))


def mistake_html(block: MistakeOrBetter) -> Markup:
    """The two thoughts side by side."""
    facts = house.facts()
    mistake, better = inline(facts.text(block.mistake)), inline(facts.text(block.better))
    return Markup(
        '<div class="myth"><div class="m"><h3><span aria-hidden="true">✕ </span>'
        'Common mistake</h3><p>{}</p></div><div class="f"><h3><span aria-hidden="true">'
        "✓ </span>Better</h3><p>{}</p></div></div>"
    ).format(mistake, better)


def on_paper(block: MistakeOrBetter) -> Form:
    """Both thoughts side by side."""
    return Form(mistake_html(block))
