"""The rung of one long text that is read in parts, as far as each of its calls can be made."""

from collections.abc import Iterator, Mapping
from itertools import chain, starmap
from typing import Any

from sizewise.ground.written import dollars, grouped, number_of
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.limit_notes import reply_too_long, too_long
from sizewise.sizing.plan.savings import chunk_and_merge, parts_of
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.lab.plan import scenario
from sizewise.ui.lab.plan.notes import unplanned_thinking
from sizewise.ui.lab.plan.planned import Planned
from sizewise.ui.lab.plan.rung import Rung

TITLE = "Chunk and merge"


def rung(planned: Planned, asked: Mapping[str, Any]) -> Rung:
    """Reading in parts against reading all at once. No saving is told where a call cannot be."""
    other = _merger(asked)
    deed = (
        f"For one text of {number_of(asked['doc'], 'token')}: the small model reads parts of "
        f"{grouped(asked['chunk'])}, {other.name if other else 'the large one'} merges what it "
        "wrote."
    )
    if planned.larger is None or planned.larger_price is None:
        return Rung(TITLE, deed, None, "Choose a larger model above to compare with.")
    if asked["overlap"] >= asked["chunk"]:
        return Rung(TITLE, deed, None, "An overlap must be shorter than a part.")
    calls = list(_calls(planned, other or planned.larger, asked))
    if never := " ".join(chain.from_iterable(starmap(too_long, calls))):
        return Rung(TITLE, deed, None, f"{never} {_way_out(calls)}")
    try:
        saving = chunk_and_merge(
            asked["doc"], asked["chunk"], asked["prefix"], planned.plan.answer,
            planned.price, planned.larger_price,
            overlap=asked["overlap"],
            merge=other.price_on(house.today()) if other else None,
            reasoning=planned.plan.reasoning,
        )  # fmt: skip
    except PriceUnknown as unknown:
        return Rung(TITLE, deed, None, f"{unknown}.")
    thinks = " ".join(unplanned_thinking([other] if other else [], planned.plan.reasoning))
    if whole := " ".join(too_long(planned.larger, _call(planned, asked, asked["doc"]))):
        cost = f"in parts, the text costs {dollars(saving.after)}"
        never = f"{whole} So it cannot be read at once; {cost}. {thinks}"
        return Rung(TITLE, deed, None, never.strip())
    lost = "What is longer than the overlap and spans two parts may be lost."
    return Rung(TITLE, deed, saving, f"{lost} {thinks}".strip())


def _merger(asked: Mapping[str, Any]) -> ModelProfile | None:
    """Another model that merges; none where the large one does."""
    model = asked["merge"]
    return None if model == scenario.NONE else house.library().catalogue.model(model)


def _calls(
    planned: Planned, merger: ModelProfile, asked: Mapping[str, Any]
) -> Iterator[tuple[ModelProfile, Usage]]:
    """The calls that must be made: one that reads a part, and the one that merges."""
    part = min(asked["chunk"], asked["doc"])
    yield planned.profile, _call(planned, asked, part)
    written = parts_of(asked["doc"], asked["chunk"], asked["overlap"]) * planned.plan.answer
    yield merger, _call(planned, asked, written)


def _way_out(calls: list[tuple[ModelProfile, Usage]]) -> str:
    """What to change so that each of the calls can be made."""
    if any(starmap(reply_too_long, calls)):
        return "Plan a shorter answer or less thinking, or choose another model."
    return "Change the length of the parts."


def _call(planned: Planned, asked: Mapping[str, Any], sent: int) -> Usage:
    output, reasoning = planned.plan.usage.output, planned.plan.reasoning
    return Usage(asked["prefix"] + sent, output=output, reasoning=reasoning)
