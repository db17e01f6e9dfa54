"""The budget plan: choose, cost, prove, what may happen, and the plan on one page."""

from sizewise.ui.blocks.budget.screen import draw_budget_plan

__all__ = ["draw_budget_plan"]
