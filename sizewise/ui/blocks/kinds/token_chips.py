"""A text to change, cut into tokens."""

from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.learn.lesson.blocks.token_chips import TokenChips
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.text_area import counted, text_area

MOVES = True

MOST = 2000
"""Characters in the box of a lesson; the lab takes more."""


def draw(block: TokenChips, key: str) -> None:
    """A box to type in, and its text as tokens."""
    profile = house.library().catalogue.model(block.model)
    tokenizer = tokenizer_of(profile)
    show_html(Markup('<p class="labtag">Try it: type</p>'))
    text = counted(text_area(block.label, value=block.text, height=98, key=f"type-{key}"), MOST)
    cut = chips(text, tokenizer.encoding)
    words = number_of(len(text.split()), "word")
    count = Markup("<b>{}</b> for {}").format(number_of(cut.total, "token"), words)
    show_html(
        view_html(cut)
        + Markup('<p class="tally" role="status">{} on {}</p>').format(count, profile.name)
        + (
            Markup()
            if tokenizer.status == "exact"
            else Markup('<p class="fine">{}</p>').format(tokenizer.why)
        )
    )


def on_paper(block: TokenChips) -> Form:
    """The text as tokens, with its count."""
    profile = house.library().catalogue.model(block.model)
    cut = chips(block.text, tokenizer_of(profile).encoding)
    words = number_of(len(block.text.split()), "word")
    tally = Markup("<b>{}</b> for {}").format(number_of(cut.total, "token"), words)
    return Form(
        Markup('{}{}<p class="tally">{} on {}</p>').format(
            tag("How a model reads it"), view_html(cut), tally, profile.name
        )
    )
