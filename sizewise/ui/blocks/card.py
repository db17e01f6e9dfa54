"""The profile card as a block of a lesson."""

import streamlit as st

from sizewise.learn.block import ProfileCard
from sizewise.ui import house
from sizewise.ui.card import card_html


def draw_profile_card(block: ProfileCard) -> None:
    """One model's card."""
    profile = house.library().catalogue.model(block.model)
    st.html(card_html(profile, house.today()))
