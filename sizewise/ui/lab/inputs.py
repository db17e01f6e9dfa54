"""What the lab is asked: every input but the prompt, in the address and in the tab."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sizewise.ui import house
from sizewise.ui.frame.address import YES, Parameter, day_or, one_of, some_of, whole
from sizewise.ui.frame.draft import Draft

MOST_OUTPUT = 1_000_000
"""The longest reply one may ask for, in tokens."""
MOST_CALLS = 1_000_000_000
"""The most calls a month."""
MOST_COMPARED = 8
"""How many models fit in one chart."""
MODEL = "small"
"""The role of the model that is priced before anything is chosen."""
COMPARED = ("thinking", "small", "small-of-another-maker", "large-thinking", "large")
"""The roles of those that it is compared with."""


@dataclass(frozen=True)
class Inputs:
    """One state of the lab. `cached` is a share in percent; `output` counts tokens of one call."""

    model: str = ""
    output: int = 8
    calls: int = 50_000
    cached: int = 0
    batch: bool = False
    compared: tuple[str, ...] = ()
    on: date | None = None
    """The day whose prices the comparison uses; none is today."""


def parameters(
    models: Collection[str], today: date, model: str = "", compared: tuple[str, ...] = ()
) -> dict[str, Parameter]:
    """Every input as its parameter of the address, which starts with that model and those beside
    it; without one, with any. The prompt never goes there.
    """
    start, model = Inputs(), model or next(iter(models), "")
    return {
        "model": Parameter(
            "the model", one_of(models, "the catalogue has no such model."), model, always=True
        ),
        "out": Parameter("tokens out of", whole(0, MOST_OUTPUT), start.output),
        "calls": Parameter("calls of", whole(1, MOST_CALLS), start.calls),
        "cached": Parameter("a cached share of", whole(0, 100), start.cached),
        "batch": Parameter("batch", YES, start.batch),
        "compare": Parameter(
            "a comparison of",
            some_of(
                models,
                "the catalogue does not have all of these models.",
                MOST_COMPARED,
                f"at most {MOST_COMPARED} models can be compared.",
            ),
            compared,
            always=True,
        ),
        "on": Parameter("the prices of", day_or(today), start.on),
    }


def draft(*names: str, prefix: str = "lab") -> Draft:
    """The lab's inputs of these names, or all of them; they go with the learner from view to view.

    `prefix` begins the keys of a view's own widgets.
    """
    catalogue = house.library().catalogue
    model = next(iter(catalogue.players([MODEL])), "")
    compared = catalogue.players(COMPARED)
    known = parameters(catalogue.profiles, house.today(), model, compared)
    return Draft("lab", {name: known[name] for name in names or known}, prefix)


def inputs_of(values: Mapping[str, Any]) -> Inputs:
    """The inputs as their parameters have them."""
    return Inputs(
        model=values["model"],
        output=values["out"],
        calls=values["calls"],
        cached=values["cached"],
        batch=values["batch"],
        compared=values["compare"],
        on=values["on"],
    )
