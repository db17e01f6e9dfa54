"""What a learner should know of a call's size: limits that it meets, and a rate that it changes."""

from collections.abc import Iterator

from sizewise.ground.written import grouped
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.tokens.usage import Usage
from sizewise.sizing.tokens.window import Filled


def limit_notes(profile: ModelProfile, usage: Usage, price: Price) -> Iterator[str]:
    """A sentence for the window, the longest reply and the long-context rates, where it matters."""
    yield from too_long(profile, usage)
    longer = price.long_context
    if longer and usage.input > longer.above:
        yield f"Above {grouped(longer.above)} tokens of input {profile.name} has a higher rate."


def too_long(profile: ModelProfile, usage: Usage) -> Iterator[str]:
    """A sentence for each limit that keeps the call from being made; nothing where it fits."""
    call = _filled(profile, usage)
    if {"sent", "reply"} & set(call.troubles):
        yield (
            f"Too long: {profile.name} holds {grouped(call.window)} tokens, prompt and reply "
            f"together, and one call has {grouped(call.sent + call.reply)}."
        )
    if "longest" in call.troubles and call.longest is not None:
        yield f"Too long a reply: {profile.name} writes at most {grouped(call.longest)} tokens."


def reply_too_long(profile: ModelProfile, usage: Usage) -> bool:
    """Whether the model never writes so much, however little is sent."""
    return "longest" in _filled(profile, usage).troubles


def _filled(profile: ModelProfile, usage: Usage) -> Filled:
    limits = profile.file.limits
    return Filled(limits.context_window, usage.input, usage.output, limits.max_output)
