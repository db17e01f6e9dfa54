"""How each kind of block is drawn and printed: one module each, all in `VIEWS`."""

from collections.abc import Mapping
from typing import Any, Protocol

from sizewise.ui.blocks.kinds import (
    blind_rating,
    break_the_json,
    budget_plan,
    context_window,
    cost_slider,
    forgetting_chat,
    guess_first,
    image_tokens,
    mail_ladder,
    measured_waits,
    mistake_or_better,
    profile_card,
    queue,
    receipt,
    router,
    spot_the_key,
    still_true,
    token_chips,
    try_it,
    unsure_cascade,
)
from sizewise.ui.kit.paper import Form


class BlockView(Protocol):
    """What a kind of block looks like."""

    MOVES: bool
    """Whether there is something to press or move: then it is redrawn by itself alone."""

    def draw(self, block: Any, key: str) -> None:
        """Draw it. `key` is its place: lesson, part and number."""

    def on_paper(self, block: Any) -> Form:
        """How it stands on paper: its first state, and something to find out."""


VIEWS: Mapping[str, BlockView] = {
    "blind-rating": blind_rating,
    "break-the-json": break_the_json,
    "budget-plan": budget_plan,
    "context-window": context_window,
    "cost-slider": cost_slider,
    "forgetting-chat": forgetting_chat,
    "guess-first": guess_first,
    "image-tokens": image_tokens,
    "mail-ladder": mail_ladder,
    "measured-waits": measured_waits,
    "mistake-or-better": mistake_or_better,
    "profile-card": profile_card,
    "queue": queue,
    "receipt": receipt,
    "router": router,
    "spot-the-key": spot_the_key,
    "still-true": still_true,
    "token-chips": token_chips,
    "try-it": try_it,
    "unsure-cascade": unsure_cascade,
}
"""Every kind by the word that a block's `kind` says."""
