"""What the lab answers: one model's bill for a prompt, and the same job on other models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sizewise.ground.written import grouped, number_of
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.compare import Compared, compare
from sizewise.sizing.cost.cost import BatchUnavailable, CostEstimate, estimate
from sizewise.sizing.cost.limit_notes import limit_notes
from sizewise.sizing.cost.thinking_notes import thinking_note
from sizewise.sizing.cost.workload import CACHE_FROM, Workload, cacheable, monthly, one_call
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.lab.inputs import Inputs


@dataclass(frozen=True)
class WorkloadBill:
    """A model's costs for a workload: a month, one call, and what to know about them."""

    month: CostEstimate
    call: CostEstimate
    notes: tuple[str, ...]


def workload(tokens: int, inputs: Inputs, batch: bool) -> Workload:
    """The workload of a prompt of that many tokens."""
    return Workload(
        Usage(input=tokens, output=inputs.output),
        calls_per_month=inputs.calls,
        cached_share=Decimal(inputs.cached) / 100,
        batch=batch,
    )


def no_batch(profile: ModelProfile, tokens: int, day: date) -> str | None:
    """Why a model cannot be asked in batches, or None when it can. Raises PriceUnknown."""
    try:
        estimate(Usage(input=tokens), profile.price_on(day), batch=True)
    except BatchUnavailable as reason:
        return f"{profile.name} cannot be priced as a batch: {reason}."
    return None


def bill(profile: ModelProfile, tokens: int, inputs: Inputs, day: date) -> WorkloadBill:
    """The bill at that day's price. Raises PriceUnknown.

    A batch is priced as one only where the model has a batch price.
    """
    batch = inputs.batch and no_batch(profile, tokens, day) is None
    job, price = workload(tokens, inputs, batch), profile.price_on(day)
    return WorkloadBill(
        month=monthly(job, price),
        call=estimate(one_call(job), price, batch=batch),
        notes=tuple(_notes(profile, tokens, inputs, price)),
    )


def _notes(profile: ModelProfile, tokens: int, inputs: Inputs, price: Price) -> Iterator[str]:
    yield from limit_notes(profile, Usage(tokens, output=inputs.output), price)
    share = Decimal(inputs.cached) / 100
    if inputs.cached and tokens and not cacheable(tokens, share):
        yield (
            f"A cache starts at {grouped(CACHE_FROM)} repeated tokens. "
            f"{inputs.cached}% of this prompt "
            f"is {number_of(int(tokens * share), 'token')}, so nothing comes from the cache."
        )
    if note := thinking_note(profile):
        yield f"{note}: add them to the tokens out."


def token_counts(text: str, profiles: Mapping[str, ModelProfile]) -> dict[str, int]:
    """How many tokens a text has for each model, each counted with its own tokenizer.

    Raises TextTooLong.
    """
    encodings = {model: tokenizer_of(profile).encoding for model, profile in profiles.items()}
    counts = {encoding: count(text, encoding) for encoding in set(encodings.values())}
    return {model: counts[encoding] for model, encoding in encodings.items()}


def compared(text: str, catalogue: Catalogue, inputs: Inputs, day: date) -> tuple[Compared, ...]:
    """The same job on every model to compare, cheapest first, those without a price last."""
    profiles = {model: catalogue.model(model) for model in inputs.compared}
    tokens = token_counts(text, profiles)
    rows = [
        compare(workload(tokens[model], inputs, inputs.batch), [profile], day)[0]
        for model, profile in profiles.items()
    ]
    return tuple(sorted(rows, key=_place))


def _place(row: Compared) -> tuple[bool, Decimal]:
    return row.estimate is None, row.estimate.total if row.estimate else Decimal(0)
