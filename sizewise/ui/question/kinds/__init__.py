"""How each kind of item is asked, read, told and printed: one module each, all in `VIEWS`."""

from collections.abc import Mapping
from typing import Protocol

from markupsafe import Markup

from sizewise.learn.quiz.item import ItemType
from sizewise.learn.quiz.response import Response, Score
from sizewise.learn.quiz.shown import ShownItem
from sizewise.learn.quiz.worksheet import SheetQuestion
from sizewise.ui.question.kinds import boolean, match, multiple, numeric, order, pretest, single


class ItemView(Protocol):
    """What a kind of item looks like."""

    HOW: str
    """How to answer; empty where it goes without saying."""
    HOW_ON_PAPER: str
    """The same for a sheet of paper."""
    STAYS: bool
    """Whether what it is answered with stays, hidden, while the answer is explained: taking cards
    away and drawing the feedback at once would make the learner wait longer for it."""

    def ask(self, attempt_id: str, item: ShownItem) -> None:
        """Draw what the learner answers with. Choosing never submits."""

    def response(self, attempt_id: str, item: ShownItem) -> Response:
        """What the widgets hold now."""

    def outcomes(self, item: ShownItem) -> tuple[Response, ...]:
        """Every answer that can be told before the record has it, one for each option as they are
        shown; none where they are too many, or typed.
        """

    def told_html(self, item: ShownItem, response: Response, explained: Score) -> Markup:
        """A card for each answer: right or wrong, given or not, and why."""

    def sum_html(self, item: ShownItem, explained: Score) -> Markup:
        """How the points add up; empty where they do not."""

    def solved_html(self, item: ShownItem) -> Markup:
        """The same cards when nothing is known of what was given."""

    def paper_html(self, question: SheetQuestion) -> Markup:
        """Where to write or mark the answer on paper."""

    def key_html(self, question: SheetQuestion) -> Markup:
        """What is right on paper, and why."""


VIEWS: Mapping[ItemType, ItemView] = {
    "single": single,
    "multiple": multiple,
    "boolean": boolean,
    "numeric": numeric,
    "pretest": pretest,
    "order": order,
    "match": match,
}
"""Every kind by the word that an item's `type` says."""


def view_of(item: ShownItem) -> ItemView:
    """How the item is asked and told."""
    return VIEWS[item.type]
