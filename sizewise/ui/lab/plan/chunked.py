"""The rung of one long text that is read in parts, as far as each of its calls can be made."""

from collections.abc import Iterator, Mapping
from typing import Any

from sizewise.ground.written import dollars, grouped, number_of
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.limit_notes import too_long
from sizewise.sizing.plan.savings import chunk_and_merge, parts_of
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.lab.plan import scenario
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
    if never := " ".join(_impossible(planned, other or planned.larger, asked)):
        return Rung(TITLE, deed, None, f"{never} Change the length of the parts.")
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
    if whole := " ".join(too_long(planned.larger, _call(planned, asked, asked["doc"]))):
        cost = f"in parts, the text costs {dollars(saving.after)}"
        return Rung(TITLE, deed, None, f"{whole} So it cannot be read at once; {cost}.")
    lost = "What is longer than the overlap and spans two parts may be lost."
    return Rung(TITLE, deed, saving, lost)


def _merger(asked: Mapping[str, Any]) -> ModelProfile | None:
    """Another model that merges; none where the large one does."""
    model = asked["merge"]
    return None if model == scenario.NONE else house.library().catalogue.model(model)


def _impossible(planned: Planned, merger: ModelProfile, asked: Mapping[str, Any]) -> Iterator[str]:
    """What keeps a part from being read, or the parts from being merged."""
    part = min(asked["chunk"], asked["doc"])
    yield from too_long(planned.profile, _call(planned, asked, part))
    written = parts_of(asked["doc"], asked["chunk"], asked["overlap"]) * planned.plan.answer
    yield from too_long(merger, _call(planned, asked, written))


def _call(planned: Planned, asked: Mapping[str, Any], sent: int) -> Usage:
    output, reasoning = planned.plan.usage.output, planned.plan.reasoning
    return Usage(asked["prefix"] + sent, output=output, reasoning=reasoning)
