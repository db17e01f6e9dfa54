"""What of the content steps back on a day: items, missions and blocks that do not hold then."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from sizewise.ground.written import day_words
from sizewise.learn.lesson.lesson import Lesson, PlacedBlock, Prose
from sizewise.learn.lint.rules.quiz.truth.typed_facts import DAYS_FRESH
from sizewise.learn.quiz.item import Item, LimitVariable, PriceVariable, Quiz
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.freshness import DAYS, Fact, checked_on, stale
from sizewise.sizing.missions.mission import Mission


class Resting(NamedTuple):
    """An item that is not asked on a day, and why."""

    item: Item
    why: str
    old: bool
    """Whether a fact is too old; else its condition does not hold."""


def asked_on(quiz: Quiz, facts: CatalogueFacts) -> Quiz | None:
    """The quiz with only those items that hold on a day and rest on facts checked lately.

    None when no item is left.
    """
    resting = {each.item.id for each in at_rest(quiz, facts)}
    if not resting:
        return quiz
    items = tuple(item for item in quiz.items if item.id not in resting)
    return quiz.model_copy(update={"items": items}) if items else None


def at_rest(quiz: Quiz, facts: CatalogueFacts) -> Iterator[Resting]:
    """Every item that is not asked on the day."""
    for item in quiz.items:
        if not still_holds(item.holds, facts):
            yield Resting(item, f"`{item.holds}` does not hold", old=False)
        elif old := _old_fact(item, facts):
            yield Resting(item, old, old=True)


def still_holds(condition: str | None, facts: CatalogueFacts) -> bool:
    """Whether a condition holds; where there is none, it does. An unreadable one does not."""
    try:
        return condition is None or facts.holds(condition)
    except FactUnknown:
        return False


def offered_on(mission: Mission, facts: CatalogueFacts) -> Mission | None:
    """The mission, or none on a day when what it takes for granted does not hold."""
    return mission if still_holds(mission.holds, facts) else None


def shown_on(lesson: Lesson, facts: CatalogueFacts) -> Lesson:
    """The lesson without the blocks whose condition does not hold on the day."""
    parts = (
        part.model_copy(
            update={"pieces": tuple(each for each in part.pieces if _shown(each, facts))}
        )
        for part in lesson.parts
    )
    return lesson.model_copy(update={"parts": tuple(parts)})


def _shown(piece: Prose | PlacedBlock, facts: CatalogueFacts) -> bool:
    return piece.kind == "prose" or still_holds(piece.block.holds, facts)


_WAS: Mapping[Fact, str] = {"price": "was", "status": "was", "limits": "were"}


def _old_fact(item: Item, facts: CatalogueFacts) -> str:
    """The first fact of an item that nobody has checked lately; empty when all are fresh."""
    verified = item.last_verified
    if verified and facts.day - verified > timedelta(days=DAYS_FRESH):
        return f"its fact was verified on {day_words(verified)}"
    for fact, profile in _facts_of(item, facts):
        checked = checked_on(fact, profile.file)
        if stale(fact, checked, facts.day):
            return (
                f"the {fact} of {profile.id} {_WAS[fact]} checked on {day_words(checked)}, more "
                f"than {DAYS[fact]} days ago"
            )
    return ""


def _facts_of(item: Item, facts: CatalogueFacts) -> Iterator[tuple[Fact, ModelProfile]]:
    yield from facts.models_in(item.model_dump_json(exclude_defaults=True, exclude={"holds"}))
    for variable in item.variables.values():
        if isinstance(variable, PriceVariable):
            yield from facts.models_in(f"{{{{price {variable.price.model} input}}}}")
        if isinstance(variable, LimitVariable):
            yield from facts.models_in(f"{{{{limit {variable.limit.model} context_window}}}}")
