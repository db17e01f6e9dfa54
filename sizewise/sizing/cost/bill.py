"""A pasted API response: what the call used, as its maker counted it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sizewise.sizing.cost.cost import Fee
from sizewise.sizing.cost.response.beside import fees_of, left_out, own_cost, requests_of, tier_of
from sizewise.sizing.cost.response.counts import UsageCounts
from sizewise.sizing.cost.response.makers import ResponseFormat as ResponseFormat
from sizewise.sizing.cost.response.makers import shape_of, usage_of
from sizewise.sizing.cost.response.pasted import objects
from sizewise.sizing.cost.response.refused import BillError as BillError
from sizewise.sizing.cost.response.unwrapped import unwrapped
from sizewise.sizing.tokens.tokens import clean
from sizewise.sizing.tokens.usage import Usage, UsageError


@dataclass(frozen=True)
class Bill:
    """What a response says: whose shape it has, the model it names (or none), and the usage."""

    shape: ResponseFormat
    model: str | None
    usage: Usage
    made_on: date | None = None
    """The day in UTC on which the maker sent it; none when the response does not say."""
    tier: str | None = None
    """The tier of service as the response names it, such as batch; none for the standard one."""
    fees: Mapping[Fee, int] = field(default_factory=dict)
    """How often each tool was used that is billed by the use."""
    left_out: tuple[str, ...] = ()
    """What the response speaks of and nobody here has a rate for."""
    own_cost: Decimal | None = None
    """What the provider says that the call cost, in US dollars; none when it does not say."""
    requests: int = 1
    """How many requests the usage is the sum of, as in a batch."""


def read_bill(pasted: str) -> Bill:
    """The usage of a pasted response, or of its `usage` object alone.

    The makers count differently, and here all is brought to one way. Raises BillError.
    """
    found = unwrapped(objects(pasted))
    counts = UsageCounts(found.usage, found.name)
    shape = shape_of(counts)
    try:
        usage = usage_of(counts, shape)
    except UsageError as error:
        raise BillError(error.field, f"This response does not add up: {error}.") from None
    requests = requests_of(found.response, counts)
    return Bill(
        shape,
        _model(found.response),
        usage,
        _made_on(found.response),
        tier_of(found.response, counts, batch=found.batch),
        fees_of(found.response, counts),
        tuple(left_out(found.response, counts, usage)),
        own_cost(counts),
        requests,
    )


_NAMED = ("model", "modelVersion", "model_version", "model_name", "modelId", "model_id")


def _model(response: Mapping[str, Any]) -> str | None:
    around = response.get("response_metadata")
    places = [response, around if isinstance(around, dict) else {}]
    named = (place.get(name) for place in places for name in _NAMED)
    return next((clean(each) for each in named if isinstance(each, str) and each.strip()), None)


_MADE = ("created", "created_at", "createTime", "create_time")
"""Where OpenAI's two shapes and Gemini write the moment of the answer; Anthropic writes none."""


def _made_on(response: Mapping[str, Any]) -> date | None:
    """The day of the answer: seconds since 1970, or ISO 8601. Nonsense counts as not said."""
    said = next((response[name] for name in _MADE if name in response), None)
    try:
        if isinstance(said, str):
            return datetime.fromisoformat(said).astimezone(UTC).date()
        # bool is a number to Python, and no moment to anybody
        if isinstance(said, bool) or not isinstance(said, (int, float)):
            return None
        return datetime.fromtimestamp(said, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
