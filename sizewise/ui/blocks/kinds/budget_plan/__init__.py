"""The budget plan: choose, cost, prove, what may happen, and the plan on one page."""

from sizewise.ui.blocks.kinds.budget_plan.form import on_paper
from sizewise.ui.blocks.kinds.budget_plan.screen import draw

__all__ = ["MOVES", "draw", "on_paper"]

MOVES = True
