"""The profile card as a block of a lesson."""

from sizewise.learn.lesson.blocks.profile_card import ProfileCard
from sizewise.ui import house
from sizewise.ui.kit.card import card_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.paper import Form

MOVES = False


def draw(block: ProfileCard, _key: str) -> None:
    """One model's card."""
    profile = house.library().catalogue.model(block.model)
    show_html(card_html(profile, house.today()))


def on_paper(block: ProfileCard) -> Form:
    """The model's card; its sources stay on screen."""
    profile = house.library().catalogue.model(block.model)
    return Form(card_html(profile, house.today()))
