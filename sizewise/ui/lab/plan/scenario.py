"""The planned scenario: every number of it stands in the address, so that a link rebuilds it."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from sizewise.sizing.break_even import Axis
from sizewise.sizing.plan import Plan
from sizewise.ui import house, session
from sizewise.ui.address import Parameter, amount, one_of, read, whole, written
from sizewise.ui.notice import asked_in_vain

KEPT = "lab_plan_kept"
NOTICES = "lab_plan_notices"
MOST_TOKENS = 1_000_000
MOST_CALLS = 100_000_000
MOST_DOLLARS = 1_000_000_000
NONE = "none"
LARGER = "gpt-6.1-sol"
VERSUS = "gpt-6-luna"

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
    "examples": ("examples of", 0, 1_000_000, 500),
    "epochs": ("epochs of", 1, 50, 3),
}
"""Name in the address -> how a notice names it, least, most, start. Shares are in percent."""

_AMOUNTS = {"budget": "a budget of", "fixed": "a fixed sum of", "training": "a training rate of"}
_START: Mapping[str, Any] = {
    **{name: start for name, (_, _, _, start) in _NUMBERS.items()},
    "budget": Decimal("50.00"),
    "fixed": Decimal("0.00"),
    "training": Decimal("0.00"),
    "part": "year",
    "sure": "estimated",
    "vary": "reasoning",
    "whose": "second",
    "tier": 1,
}


def bounds(name: str) -> tuple[int, int]:
    """The least and the most of a number."""
    _, least, most, _ = _NUMBERS[name]
    return least, most


def parameters(models: Collection[str]) -> dict[str, Parameter]:
    """Every parameter of a plan's address but the model."""
    known = one_of(models, "the catalogue has no such model.")
    return {
        **{name: Parameter(said, whole(*ends)) for name, (said, *ends, _) in _NUMBERS.items()},
        **{name: Parameter(said, amount(0, MOST_DOLLARS)) for name, said in _AMOUNTS.items()},
        "larger": Parameter("the larger model", _or_none(known)),
        "versus": Parameter("the model", known),
        "part": Parameter("the section", one_of(PARTS, "there is no such section.")),
        "sure": Parameter("a certainty", one_of(SURE, "there is no such certainty.")),
        "vary": Parameter("a break-even in", one_of(AXES, "that cannot vary here.")),
        "whose": Parameter(
            "a change on", one_of(("both", "first", "second"), "write both, first or second.")
        ),
        "tier": Parameter("the tier", whole(0, 20)),
    }


def _or_none(known: Any) -> Any:
    return lambda text: NONE if text == NONE else known(text)


def defaults(models: Collection[str]) -> dict[str, Any]:
    """The plan before anybody changed it."""
    first = next(iter(models), NONE)
    return {
        **_START,
        "larger": LARGER if LARGER in models else NONE,
        "versus": VERSUS if VERSUS in models else first,
    }


def start() -> dict[str, Any]:
    """Where the fields begin: the address, else the tab's memory, else our example."""
    models = house.library().catalogue.profiles
    kept = dict(session.get(KEPT, ()))
    values, notices = read(
        lambda name: session.query(name) or kept.get(name, ""),
        parameters(models),
        defaults(models),
    )
    if notices:
        session.put(NOTICES, tuple(dict.fromkeys((*session.get(NOTICES, ()), *notices))))
    return values


def keep(**changed: Any) -> None:
    """Remember these values, and write to the address whatever differs from the example."""
    usual = written(defaults(house.library().catalogue.profiles))
    new = written(changed)
    kept = dict(session.get(KEPT, ()))
    if any(kept.get(name, text) != text for name, text in new.items()):
        session.drop(NOTICES)
    session.put(KEPT, tuple({**kept, **new}.items()))
    session.set_query(**{name: "" if text == usual[name] else text for name, text in new.items()})


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


def draw_notices() -> None:
    """Say what the address asked for and could not get, until a field changes."""
    asked_in_vain(session.get(NOTICES, ()))
