"""The profile card as a block of a lesson."""

from sizewise.learn.lesson.block import ProfileCard
from sizewise.ui import house
from sizewise.ui.kit.card import card_html
from sizewise.ui.kit.html import show_html


def draw_profile_card(block: ProfileCard) -> None:
    """One model's card."""
    profile = house.library().catalogue.model(block.model)
    show_html(card_html(profile, house.today()))
