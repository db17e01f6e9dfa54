"""Rungs about being sure: failed tries that cost nothing, a small model that is checked."""

from decimal import Decimal
from fractions import Fraction

from sizewise.ground.written import exactly, grouped, rate, with_noun
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.retries import Ladder
from sizewise.sizing.plan.savings import CostStep, Saving
from sizewise.sizing.plan.verified import VerifiedCascade
from sizewise.sizing.tokens.usage import Usage, UsageError


def unbilled_retries(calls: int, ladder: Ladder, usage: Usage, price: Price) -> Saving:
    """Tries that fail and are not billed, against those that are, such as replies of no use.

    On average: with a share p of usable tries, at most n of them, 1 + q + ... + q^(n-1) are paid
    when all are billed, q = 1 - p, and 1 - q^n when only a usable one is. Raises UsageError
    (`calls`).
    """
    _not_negative(calls)
    one = estimate(usage, price).total
    before = calls * ladder.cost(one)
    after = calls * ladder.cost_if_failures_are_free(one)
    tries, usable = (
        with_noun(exactly(each), "try", "tries") for each in (ladder.expected, 1 - ladder.all_fail)
    )
    steps = (
        CostStep("all tries billed", _product(calls, tries, one), before),
        CostStep(
            "only usable ones billed",
            _product(calls, usable, one),
            after,
        ),
    )
    return Saving("Retries that are not billed", steps, before, after)


def checked_cascade(
    calls: int, cascade: VerifiedCascade, small: Decimal, check: Decimal, large: Decimal
) -> Saving:
    """A small model answers, a check reads each answer, a large one answers again what it doubts.

    Against the large model answering all. Amounts are US dollars for one call. Raises UsageError
    (`calls`).
    """
    _not_negative(calls)
    sent_on = exact(cascade.escalated)
    again = calls * sent_on * large
    steps = (
        CostStep("the large model answers all", _product(calls, "", large), calls * large),
        CostStep("the small model answers", _product(calls, "", small), calls * small),
        CostStep("a check reads each answer", _product(calls, "", check), calls * check),
        CostStep("the large model again", _product(calls, exactly(sent_on), large), again),
    )
    return Saving(
        "A small model with a check", steps, calls * large, calls * (small + check) + again
    )


def exact(share: Fraction) -> Decimal:
    """A share as a decimal: exact where it was made of whole per cents."""
    return Decimal(share.numerator) / share.denominator


def _product(calls: int, factor: str, one: Decimal) -> str:
    return " × ".join(filter(None, (grouped(calls), factor, rate(one))))


def _not_negative(calls: int) -> None:
    if calls < 0:
        raise UsageError("calls", "calls must be at least 0")
