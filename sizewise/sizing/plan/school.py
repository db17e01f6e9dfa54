"""A month of a school's chatbot: questions, photos, a reserve, a budget, and what may happen.

Amounts are US dollars.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage, UsageError


@dataclass(frozen=True)
class SchoolPlan:
    """What a month brings and what it may cost.

    `questions` are those of one pupil on a school day, `usage` is one question with its answer.
    `photo_share` (0 to 1) of the questions come with a photo of `photo_tokens` more input tokens.
    `reserve` (0 and up) is kept on top of the month's cost, as a share of it. Raises UsageError,
    naming the field, for what cannot be.
    """

    pupils: int
    questions: Decimal
    days: int
    usage: Usage
    photo_share: Decimal
    photo_tokens: int
    reserve: Decimal
    budget: Decimal

    def __post_init__(self) -> None:
        for name in ("pupils", "questions", "days", "photo_tokens", "reserve", "budget"):
            if getattr(self, name) < 0:
                raise UsageError(name, f"{name.replace('_', ' ')} cannot be negative")
        if not 0 <= self.photo_share <= 1:
            raise UsageError("photo_share", "the share of photos lies between 0 and 1")

    @property
    def daily(self) -> int:
        """The questions of a school day, rounded up."""
        return _up(self.pupils * self.questions)

    @property
    def calls(self) -> int:
        """The questions of a month, rounded up."""
        return _up(self.pupils * self.questions * self.days)

    @property
    def photos(self) -> int:
        """The photos of a month, rounded up."""
        return _up(self.calls * self.photo_share)


@dataclass(frozen=True)
class BudgetEvent:
    """Something that happens: every rate times this, photos times that, hours without an answer."""

    price_times: Decimal = Decimal(1)
    photos_times: Decimal = Decimal(1)
    hours_out: int = 0

    def and_also(self, other: "BudgetEvent") -> "BudgetEvent":
        """Both at once: factors multiply, and the hours come one after the other."""
        return BudgetEvent(
            self.price_times * other.price_times,
            self.photos_times * other.photos_times,
            self.hours_out + other.hours_out,
        )


@dataclass(frozen=True)
class SchoolMonth:
    """A month's cost: text, photos, the reserve on top, and what the budget leaves."""

    calls: int
    photos: int
    per_question: Decimal
    per_photo: Decimal
    reserve: Decimal
    budget: Decimal

    @property
    def text_cost(self) -> Decimal:
        """All questions and answers, without the photos."""
        return self.calls * self.per_question

    @property
    def photo_cost(self) -> Decimal:
        """All photos."""
        return self.photos * self.per_photo

    @property
    def spent(self) -> Decimal:
        """What the maker bills."""
        return self.text_cost + self.photo_cost

    @property
    def kept(self) -> Decimal:
        """What is kept for a worse month."""
        return self.spent * self.reserve

    @property
    def total(self) -> Decimal:
        """The bill and the reserve."""
        return self.spent + self.kept

    @property
    def left(self) -> Decimal:
        """What the budget leaves after the bill and the reserve; below 0 it is too little."""
        return self.budget - self.total

    @property
    def fits(self) -> bool:
        """Whether the budget pays for the bill and the reserve."""
        return self.left >= 0

    @property
    def holds(self) -> bool:
        """Whether the budget pays for the bill at least, with the reserve used up if need be."""
        return self.spent <= self.budget


def school_month(plan: SchoolPlan, price: Price) -> SchoolMonth:
    """A month at a price. A photo costs what its tokens add to a question's input."""
    plain = estimate(plan.usage, price).total
    seen = replace(plan.usage, input=plan.usage.input + plan.photo_tokens)
    return SchoolMonth(
        calls=plan.calls,
        photos=plan.photos,
        per_question=plain,
        per_photo=estimate(seen, price).total - plain,
        reserve=plan.reserve,
        budget=plan.budget,
    )


def struck(month: SchoolMonth, event: BudgetEvent) -> SchoolMonth:
    """The month once an event has happened. An outage saves nothing: pupils ask later."""
    return replace(
        month,
        photos=_up(month.photos * event.photos_times),
        per_question=month.per_question * event.price_times,
        per_photo=month.per_photo * event.price_times,
    )


def unanswered(plan: SchoolPlan, event: BudgetEvent) -> int:
    """Questions that get no answer during an outage, at worst: it begins with a school day."""
    school_days = -(-event.hours_out // 24)
    return plan.daily * school_days


def _up(value: Decimal) -> int:
    return int(Decimal(value).to_integral_value(ROUND_CEILING))
