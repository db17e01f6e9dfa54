"""The planned scenario: every number of it stands in the address, so that a link rebuilds it."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from sizewise.sizing.plan.break_even import Axis
from sizewise.sizing.plan.plan import Plan
from sizewise.ui import house
from sizewise.ui.frame.address import Parameter, ParameterKind, amount, one_of, whole
from sizewise.ui.frame.draft import Draft

MOST_TOKENS = 1_000_000
MOST_CALLS = 100_000_000
MOST_DOLLARS = 1_000_000_000
NONE = "none"
LARGER = "large-thinking"
"""The role of the model that hard calls go to at first."""
VERSUS = "thinking"
"""The role of the one that a break-even is worked out against at first."""

PARTS = {
    "year": ("Twelve months", "calendar_month"),
    "sure": ("How sure?", "tune"),
    "even": ("Break-even", "balance"),
    "limits": ("Rate limits", "speed"),
    "savings": ("Savings", "stairs"),
}
"""Name in the address -> title and icon of a section below the plan."""

AXES: Mapping[Axis, str] = {
    "reasoning": "hidden thinking tokens",
    "answer": "answer tokens",
    "input": "input tokens",
    "cached_share": "cached share",
    "calls_per_month": "calls per month",
}
"""What a break-even can vary, in words."""

SURE = {
    "measured": "I measured it: 10% off at most",
    "estimated": "I estimated it: a quarter off",
    "guessed": "I guessed it: half or double",
}

_NUMBERS: Mapping[str, tuple[str, int, int, int]] = {
    "in": ("tokens in of", 0, MOST_TOKENS, 800),
    "answer": ("an answer of", 0, MOST_TOKENS, 200),
    "think": ("hidden thinking of", 0, MOST_TOKENS, 0),
    "daily": ("calls a day of", 0, MOST_CALLS, 1500),
    "days": ("days a month of", 1, 31, 30),
    "grow": ("a growth of", -50, 100, 10),
    "cache": ("a cached share of", 0, 100, 0),
    "batched": ("a batch share of", 0, 100, 0),
    "retry": ("a share of retries of", 0, 100, 2),
    "up": ("an escalated share of", 0, 100, 5),
    "peak": ("a peak of", 1, 50, 3),
    "hours": ("busy hours of", 1, 24, 8),
    "rpm": ("requests a minute of", 1, MOST_CALLS, 500),
    "tpm": ("tokens a minute of", 1, 1_000_000_000, 200_000),
    "prefix": ("a repeated start of", 0, MOST_TOKENS, 600),
    "pack": ("items a request of", 1, 1000, 10),
    "doc": ("a document of", 0, 10_000_000, 60_000),
    "chunk": ("a part of", 1, MOST_TOKENS, 8000),
    "overlap": ("an overlap of", 0, MOST_TOKENS, 0),
    "hit": ("a hit rate of", 0, 100, 100),
    "again": ("a share of repeats of", 0, 100, 20),
    "examples": ("examples of", 0, 1_000_000, 500),
    "epochs": ("epochs of", 1, 50, 3),
    "usable": ("usable tries of", 0, 100, 80),
    "tries": ("tries of", 1, 10, 3),
    "right": ("a small model right in", 0, 100, 75),
    "better": ("a large model right in", 0, 100, 95),
    "caught": ("wrong answers caught of", 0, 100, 80),
    "doubted": ("right answers doubted of", 0, 100, 10),
}
"""Name in the address -> how a notice names it, least, most, start. Shares are in percent."""

_AMOUNTS: Mapping[str, tuple[str, int, int, int]] = {
    "budget": ("a budget of", 0, MOST_DOLLARS, 50),
    "fixed": ("a fixed sum of", 0, MOST_DOLLARS, 0),
    "training": ("a training rate of", 0, 10_000, 0),
}
"""The same in dollars, with cents."""


def bounds(name: str) -> tuple[int, int]:
    """The least and the most of a number."""
    _, least, most, _ = {**_NUMBERS, **_AMOUNTS}[name]
    return least, most


def parameters(
    models: Collection[str], larger: str = NONE, versus: str = ""
) -> dict[str, Parameter]:
    """Every parameter of a plan's address but the model, with the two other models it starts with;
    without the second, with any.
    """
    versus = versus or next(iter(models), NONE)
    known = one_of(models, "the catalogue has no such model.")
    sides = one_of(("both", "first", "second"), "write both, first or second.")
    return {
        **{
            name: Parameter(said, whole(least, most), start)
            for name, (said, least, most, start) in _NUMBERS.items()
        },
        **{
            name: Parameter(said, amount(least, most, places=2), Decimal(start))
            for name, (said, least, most, start) in _AMOUNTS.items()
        },
        "larger": Parameter("the larger model", _or_none(known), larger),
        "versus": Parameter("the model", known, versus),
        "merge": Parameter("the model that merges", _or_none(known), NONE),
        "part": Parameter("the section", one_of(PARTS, "there is no such section."), "year"),
        "sure": Parameter("a certainty", one_of(SURE, "there is no such certainty."), "estimated"),
        "vary": Parameter("a break-even in", one_of(AXES, "that cannot vary here."), "reasoning"),
        "whose": Parameter("a change on", sides, "second"),
        "tier": Parameter("the tier", whole(0, 20), 1),
    }


def _or_none(known: ParameterKind) -> ParameterKind:
    return known._replace(read=lambda text: NONE if text == NONE else known.read(text))


def draft() -> Draft:
    """The plan between two draws: begun by the address, the tab's memory, or our example."""
    catalogue = house.library().catalogue
    larger = next(iter(catalogue.players([LARGER])), NONE)
    versus = next(iter(catalogue.players([VERSUS])), "")
    return Draft("lab_plan", parameters(catalogue.profiles, larger, versus))


def plan_of(values: Mapping[str, Any]) -> Plan:
    """The plan that the values describe."""

    def share(name: str) -> Decimal:
        return Decimal(values[name]) / 100

    return Plan(
        input=values["in"],
        answer=values["answer"],
        calls_per_day=Decimal(values["daily"]),
        reasoning=values["think"],
        growth=share("grow"),
        cached_share=share("cache"),
        batch_share=share("batched"),
        retry_share=share("retry"),
        escalation_share=share("up"),
        days=values["days"],
    )
