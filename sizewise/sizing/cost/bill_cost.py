"""What a pasted response cost: each line that the price list has a rate for, and what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from sizewise.ground.written import grouped, number_of, shortened
from sizewise.sizing.catalogue.price import TIERS, Price, Tier
from sizewise.sizing.cost.bill import Bill
from sizewise.sizing.cost.cache_worth import CacheWorth, cache_worth
from sizewise.sizing.cost.cost import CostEstimate, FeeLine, TierUnavailable, estimate

USES = {"web_search": "web search", "file_search": "search in stored files"}
"""The word for one use of each tool."""


@dataclass(frozen=True)
class BillCost:
    """A bill's receipt, the tier its rates are of (none: standard), and what is not in it.

    `cache` is what the cache was worth, none where the bill has nothing of one.
    """

    receipt: CostEstimate
    tier: Tier | None
    left_out: tuple[str, ...]
    cache: CacheWorth | None


def cost_of(bill: Bill, price: Price, *, calls: int = 1) -> BillCost:
    """The cost of that many calls like the one of the bill.

    A tier without rates is priced as standard, and `left_out` says so. Where the bill sums up
    requests, the mean of them decides whether long-context rates hold. Raises TierUnavailable for a
    call longer than any known rate.
    """
    summed = _summed_above(bill, price)
    if summed and bill.usage.input <= summed * bill.requests:
        price = price.model_copy(update={"long_context": None})
    tier: Tier | None = bill.tier if bill.tier in TIERS else None
    try:
        receipt = estimate(bill.usage, price, calls=calls, tier=tier)
    except TierUnavailable:
        receipt, tier = estimate(bill.usage, price, calls=calls), None
    lines = tuple(_fees(bill, price, calls))
    fees = sum((line.amount for line in lines), Decimal(0))
    whole = replace(receipt, fees=lines, total=receipt.total + fees)
    notes = _left_out(bill, price, tier)
    used = bill.usage.cached or bill.usage.cache_written
    cache = cache_worth(bill.usage, price, calls=calls, tier=tier) if used else None
    return BillCost(whole, tier, (*_long_requests(bill, summed), *notes), cache)


def _summed_above(bill: Bill, price: Price) -> int:
    """The limit of the long-context rates, where a sum of requests hides which were above it."""
    longer = price.long_context
    hidden = longer and bill.requests > 1 and bill.usage.input > longer.above
    return longer.above if longer and hidden else 0


def _long_requests(bill: Bill, above: int) -> Iterator[str]:
    if above:
        yield (
            f"which of the {grouped(bill.requests)} requests had more than {grouped(above)} input "
            "tokens, and so other rates"
        )


def _fees(bill: Bill, price: Price, calls: int) -> Iterator[FeeLine]:
    for fee, uses in bill.fees.items():
        rate = getattr(price.seldom, fee)
        if rate is not None:
            yield FeeLine(fee, uses * calls, rate, (uses * calls * rate).scaleb(-3))


def _left_out(bill: Bill, price: Price, tier: Tier | None) -> Iterator[str]:
    if bill.tier and tier is None:
        named = shortened(bill.tier)
        yield f"what the tier “{named}” changes: the price list has no rate for it on that day"
    for fee, uses in bill.fees.items():
        if getattr(price.seldom, fee) is None:
            word = USES[fee]
            several = word.replace("search", "searches", 1)
            yield f"{number_of(uses, word, several)}: the price list has no rate for that"
    served = price.tiers.get(tier, price) if tier else price
    for words, tokens, rate in _by_another_rate(bill, served):
        if tokens and rate is None:
            yield words
    yield from bill.left_out


def _by_another_rate(bill: Bill, price: Price) -> Iterator[tuple[str, int, Decimal | None]]:
    """What is billed by another rate where the list has none of its own."""
    usage, seldom = bill.usage, price.seldom
    sound = usage.input_audio + usage.cached_audio
    for words, tokens, rate in (
        ("an hour in the cache costs more than 5 minutes", usage.kept_1h, seldom.cache_write_1h),
        ("sound costs more than text", sound, seldom.input_audio),
        ("written sound costs more than text", usage.output_audio, seldom.output_audio),
        ("pictures cost more than text", usage.output_image, seldom.output_image),
    ):
        yield f"what {words} ({number_of(tokens, 'token')})", tokens, rate
