"""A budget plan as far as it is made: the learner's numbers and words, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan, PlanEvent
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.plan.school import BudgetEvent, SchoolMonth, SchoolPlan, school_month, struck
from sizewise.sizing.tokens.image import image_tokens
from sizewise.ui.blocks.block_costs import usage


@dataclass(frozen=True)
class Numbers:
    """What the learner sets. Shares are whole percents, the budget is in US dollars."""

    pupils: int
    questions: Decimal
    days: int
    photos: int
    reserve: int
    budget: Decimal
    photo_tokens: int
    """Of one photo: from the catalogue, or the learner's assumption where no source says."""


@dataclass(frozen=True)
class Evidence:
    """A test of the model: so many right of so many, and the bar in percent."""

    right: int = 0
    of: int = 0
    bar: int = 85

    @property
    def sound(self) -> bool:
        """Whether no more were right than were tested."""
        return self.right <= self.of


@dataclass(frozen=True)
class PlanWords:
    """What the learner writes."""

    responsible: str = ""
    plan_b: str = ""


@dataclass(frozen=True)
class Sketch:
    """A model at today's price, a month on it, and which events to look at."""

    profile: ModelProfile
    price: Price
    numbers: Numbers
    plan: SchoolPlan
    month: SchoolMonth

    @property
    def assumed(self) -> bool:
        """Whether photos are planned whose tokens are only assumed."""
        return bool(self.numbers.photos) and self.profile.file.image_tokens is None


@dataclass(frozen=True)
class Strike:
    """An event and the month after it."""

    event: BudgetEvent
    month: SchoolMonth


def photo_tokens(profile: ModelProfile, block: BudgetPlan) -> int | None:
    """The tokens of the block's photo on a model; none when no source says."""
    rule = profile.file.image_tokens
    return None if rule is None else image_tokens(block.width, block.height, "high", rule)


def most_photo_tokens(catalogue: Catalogue, block: BudgetPlan) -> int:
    """The most that any model of the catalogue is known to make of the block's photo.

    Where no source says, a careful plan begins with this.
    """
    counted = (photo_tokens(profile, block) for profile in catalogue.profiles.values())
    return max((tokens for tokens in counted if tokens is not None), default=0)


def sketch(block: BudgetPlan, profile: ModelProfile, day: date, numbers: Numbers) -> Sketch:
    """The month that those numbers make. Raises PriceUnknown and UsageError."""
    price = profile.price_on(day)
    plan = SchoolPlan(
        pupils=numbers.pupils,
        questions=numbers.questions,
        days=numbers.days,
        usage=usage(block.usage),
        photo_share=Decimal(numbers.photos) / 100,
        photo_tokens=numbers.photo_tokens,
        reserve=Decimal(numbers.reserve) / 100,
        budget=numbers.budget,
    )
    return Sketch(profile, price, numbers, plan, school_month(plan, price))


def strike(made: Sketch, events: Sequence[PlanEvent]) -> Strike:
    """The month after all of these events together."""
    together = BudgetEvent()
    for each in events:
        together = together.and_also(
            BudgetEvent(each.price_times, each.photos_times, each.hours_out)
        )
    return Strike(together, struck(made.month, together))
