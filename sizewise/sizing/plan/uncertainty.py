"""How far off a plan can be: low, likely and high, and which guess matters most."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sizewise.sizing.plan.plan import Plan, PlanVariable
from sizewise.sizing.tokens.usage import UsageError

Cost = Callable[[Plan], Decimal]
"""What a plan costs, in US dollars."""


@dataclass(frozen=True)
class Band:
    """The lowest, the likely and the highest value of something. Raises UsageError (`band`)."""

    low: Decimal
    mid: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not self.low <= self.mid <= self.high:
            raise UsageError("band", "low, likely and high must stand in that order")


@dataclass(frozen=True)
class Swing:
    """What one variable alone does to the cost: at its low value and at its high one."""

    variable: PlanVariable
    band: Band
    at_low: Decimal
    at_high: Decimal

    @property
    def width(self) -> Decimal:
        """How much the cost moves, whichever way."""
        return abs(self.at_high - self.at_low)


def likely(plan: Plan, bands: Mapping[PlanVariable, Band]) -> Plan:
    """The plan with every banded variable at its likely value."""
    return _with(plan, {variable: band.mid for variable, band in bands.items()})


def tornado(plan: Plan, bands: Mapping[PlanVariable, Band], cost: Cost) -> tuple[Swing, ...]:
    """Each variable swung alone, all others at their likely value, the widest swing first."""
    middle = likely(plan, bands)
    swings = (
        Swing(
            variable,
            band,
            cost(middle.having(variable, band.low)),
            cost(middle.having(variable, band.high)),
        )
        for variable, band in bands.items()
    )
    return tuple(sorted(swings, key=lambda swing: (-swing.width, swing.variable)))


def cost_band(plan: Plan, bands: Mapping[PlanVariable, Band], cost: Cost) -> Band:
    """The cost when every guess is at its cheap end, at its likely value, at its dear end.

    Which end is cheap is seen by swinging each variable alone: more tokens cost more, a larger
    cached share costs less. All guesses at one end together are rare, so the band is wide.
    """
    swings = tornado(plan, bands, cost)
    cheap = {each.variable: _end(each, dear=False) for each in swings}
    dear = {each.variable: _end(each, dear=True) for each in swings}
    mid = cost(likely(plan, bands))
    # A shorter input can miss the cache and cost more: the swings have a say beside the corners.
    seen = [mid, *(cost(_with(plan, values)) for values in (cheap, dear))]
    seen += [end for each in swings for end in (each.at_low, each.at_high)]
    return Band(min(seen), mid, max(seen))


_SAVERS: tuple[PlanVariable, ...] = ("cached_share", "batch_share")


def _end(swing: Swing, *, dear: bool) -> Decimal:
    rises = swing.at_high > swing.at_low
    if not swing.width:
        # No calls at the likely value hide what the others do; this is what they do else.
        rises = swing.variable not in _SAVERS
    return swing.band.high if rises == dear else swing.band.low


def _with(plan: Plan, values: Mapping[PlanVariable, Decimal]) -> Plan:
    for variable, value in values.items():
        plan = plan.having(variable, value)
    return plan
