"""What to know of the models that answer a plan: their end, their limits, their thinking."""

from collections.abc import Iterator, Sequence

from sizewise.ground.written import listed
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.limit_notes import limit_notes
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house


def notes_on_models(billed: Sequence[tuple[ModelProfile, Price]], usage: Usage) -> Iterator[str]:
    """Models that end within the plan's year, limits that one call meets, tokens not planned."""
    today = house.today()
    for profile, _ in billed:
        last = profile.file.lifecycle.shutdown
        if last is not None and (last - today).days < 365:
            gone = "ends within this year of plans" if last > today else "is gone already"
            yield f"{profile.name} {gone}: plan the move to its successor."
    for profile, price in billed:
        yield from limit_notes(profile, usage, price)
    yield from unplanned_thinking([profile for profile, _ in billed], usage.reasoning)


def unplanned_thinking(models: Sequence[ModelProfile], reasoning: int) -> Iterator[str]:
    """A sentence where a model thinks unasked, and the plan has no tokens for it."""
    thinking = [each.name for each in models if each.file.thinks_unasked]
    if thinking and not reasoning:
        alone = f"{thinking[0]} thinks before it answers"
        who = f"{listed(thinking)} think before they answer" if len(thinking) > 1 else alone
        every = "" if len(thinking) == len(models) else ": they count for both models"
        yield f"{who}. Plan tokens for it{every}."
