"""What sets models apart, in sentences; those to come are told with their day."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from sizewise.ground.written import day_words, in_thousands, listed, noun_for, times
from sizewise.sizing.catalogue.catalog import ModelFile, ModelProfile
from sizewise.sizing.catalogue.price import Price
from sizewise.ui.catalogue.words import call_on, price_on, rates_words, times_words

Profiles = Sequence[ModelProfile]
"""Models side by side, in their order on the page."""


class Changeover(NamedTuple):
    """Something that is known to happen on a day, as the end of a sentence."""

    day: date
    words: str


def differences(models: Profiles, day: date) -> list[str]:
    """The differences that matter for a choice on that day, the bill of a typical call first."""
    bills = [(bill.total, each.name) for each in models if (bill := call_on(each, day))]
    return [*dearer("A typical call", bills), *apart(models, day)]


def apart(models: Profiles, day: date) -> list[str]:
    """What sets those apart that have come by that day, whatever the job: rates, ends, windows,
    abilities.
    """
    come = [each for each in models if each.file.lifecycle.released <= day]
    if len(come) < 2:
        return list(_ends(come, day))
    return [
        *_rates(come, day),
        *_ends(come, day),
        *_windows(come),
        *_abilities(come),
        *_thinking(come),
    ]


def turns(models: Profiles, after: date) -> list[Changeover]:
    """What is known to come after a day: models, new prices and ends, the next day first."""
    by_day: dict[date, list[str]] = {}
    for turn in sorted(turn for each in models for turn in _turns(each, after) if turn.day > after):
        by_day.setdefault(turn.day, []).append(turn.words)
    return [Changeover(day, "; ".join(words)) for day, words in by_day.items()]


def _turns(profile: ModelProfile, after: date) -> Iterator[Changeover]:
    released = profile.file.lifecycle.released
    if released > after:
        yield Changeover(released, f"{profile.name} comes")
    for before, later in pairwise(profile.prices):
        if later.starts and rates_words(before) != rates_words(later):
            words = f"{profile.name} changes its price from {rates_words(before)} to "
            yield Changeover(later.starts, words + rates_words(later))
    life = profile.file.lifecycle.as_known_on(after)
    turned = life.redirect.since if life.redirect else None
    if turned:
        yield Changeover(turned, f"another model answers under the name of {profile.name}")
    if life.shutdown and life.shutdown != turned:
        yield Changeover(life.shutdown, f"{profile.name} is shut down")


def dearer(what: str, bills: Sequence[tuple[Decimal, str]]) -> Iterator[str]:
    """How the bills of one thing compare: `what` starts the sentence; each bill has its name."""
    if len(bills) < 2:
        return
    (least, cheapest), *others = sorted(bills)
    alike = [name for total, name in others if total == least]
    if alike:
        yield f"{what} costs the same on {listed([cheapest, *alike])}."
    more = [
        f"{times_words(total, least)} as much on {name}"
        for total, name in others
        if least and total > least
    ]
    if more:
        yield f"{what} is cheapest on {cheapest}; it costs {listed(more)}."


def _rates(models: Profiles, day: date) -> Iterator[str]:
    """Each model against the one with the lowest input rate, where a rate is higher."""
    priced = [(price, each) for each in models if (price := price_on(each, day))]
    if len(priced) < 2:
        return
    low, base = min(priced, key=lambda pair: (pair[0].input, pair[0].output))
    for price, each in priced:
        alike = (price.input, price.output) == (low.input, low.output)
        if not alike and low.input and low.output and price.output >= low.output:
            yield f"{each.name} costs {_factors(price, low, base.name)}."


def _factors(price: Price, low: Price, base: str) -> str:
    """Where input and output differ by another factor, one number would mislead."""
    sent, written = times(price.input / low.input), times(price.output / low.output)
    if sent == written:
        return f"{sent} as much as {base} per input token and per output token"
    return f"{sent} as much per input token as {base}, and {written} per output token"


def _ends(models: Profiles, day: date) -> Iterator[str]:
    """Who is gone and who goes, as far as it could be known on that day."""
    lives = [(each.file.lifecycle.as_known_on(day), each.name) for each in models]
    gone = [name for life, name in lives if life.status_on(day) == "retired"]
    if gone:
        yield f"{listed(gone)} {_be(gone)} shut down on that day."
    turned = [name for life, name in lives if life.status_on(day) == "redirected"]
    if turned:
        yield f"Another model answers under the name of {listed(turned)} on that day."
    living = [(life, name) for life, name in lives if life.answers_on(day)]
    coming = sorted((life.shutdown, name) for life, name in living if life.shutdown)
    if coming:
        first = [name for end, name in coming if end == coming[0][0]]
        when = day_words(coming[0][0])
        yield f"{listed(first)} {noun_for(len(first), 'retires', 'retire')} first, on {when}."
    staying = [name for life, name in living if not life.shutdown]
    if coming and staying:
        yield f"No end is announced of {listed(staying)}."


def _windows(models: Profiles) -> Iterator[str]:
    held = sorted(((each.file.limits.context_window, each.name) for each in models), reverse=True)
    (most, largest), (least, smallest) = held[0], held[-1]
    if most >= 2 * least:
        yield (
            f"{largest} holds {in_thousands(most)} tokens in one call, {smallest} only "
            f"{in_thousands(least)}."
        )


_CAN: tuple[tuple[str, Callable[[ModelFile], bool]], ...] = (
    ("read images", lambda file: "image" in file.inputs),
    ("read sound", lambda file: "audio" in file.inputs),
    ("have weights that you can download", lambda file: file.open_weights),
)


def _abilities(models: Profiles) -> Iterator[str]:
    for words, can in _CAN:
        able = [each.name for each in models if can(each.file)]
        if able and len(able) < len(models):
            yield f"Only {listed(able)} {_agreed(words, len(able))}."


def _agreed(words: str, number: int) -> str:
    verb, _, rest = words.partition(" ")
    one = {"read": "reads", "have": "has"}[verb]
    return f"{one if number == 1 else verb} {rest}"


def _thinking(models: Profiles) -> Iterator[str]:
    thinking = [each.name for each in models if each.file.thinks_unasked]
    if thinking and len(thinking) < len(models):
        verb = noun_for(len(thinking), "thinks", "think")
        yield (
            f"{listed(thinking)} {verb} before answering; hidden tokens are billed as output, so "
            "the bill can grow beyond what the list price suggests."
        )


def _be(names: list[str]) -> str:
    return noun_for(len(names), "is", "are")
