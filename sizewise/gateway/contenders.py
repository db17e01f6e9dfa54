"""Who answers a plan: each contender as a provider that is ready, or a sentence why not."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.benchmark.plan import Contender, ReplySource
from sizewise.benchmark.trial import Trial
from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.local import LocalModel, local_model
from sizewise.gateway.machine.process import NotThere
from sizewise.gateway.protocol import Provider
from sizewise.gateway.recorded import Recorded, recordings
from sizewise.gateway.rules import Rules
from sizewise.gateway.wire.address import Judge
from sizewise.ground.plain import Plain
from sizewise.ground.written import listed


class NotReady(Plain):
    """A contender cannot answer: which one, why, and the way out."""

    def __init__(self, contender: Contender, why: str) -> None:
        super().__init__(f"{contender.name} cannot answer. {why}")


def key_name(contender: Contender) -> str:
    """The variable of the environment that holds a contender's key: each has its own, so that
    none goes to a stranger."""
    return f"SIZEWISE_KEY_{contender.name.upper().replace('-', '_')}"


class AtHand(NamedTuple):
    """What contenders are made ready with."""

    keys: Mapping[str, str]
    """Keys by the names of `key_name`, as the environment or a form has them."""
    rules: Mapping[str, KeywordRules]
    """Keyword rules by the name that a contender's `model` gives."""
    shared: bool = False
    """Whether several people reach this machine: then none may lead it to addresses of its own."""
    trials: Callable[[], Iterable[Trial]] = tuple
    """The trials of the runs that come along, for who answers as it did then."""


def provider_of(contender: Contender, at_hand: AtHand) -> Provider:
    """Who stands behind a contender, ready to answer. Raises NotReady."""
    return _SOURCES[contender.source](contender, at_hand)


def on_this_machine(contender: Contender, found: LocalModel) -> Provider:
    """The local model, loaded, if it is the one that is meant. Raises NotReady."""
    if contender.model != found.model:
        why = f"The model on this machine is {found.model}, and the plan says {contender.model}."
        raise NotReady(contender, why)
    try:
        found.process.serving()
    except NotThere as reason:
        raise NotReady(contender, str(reason)) from None
    return found


def _local(contender: Contender, _: AtHand) -> Provider:
    return on_this_machine(contender, local_model())


def _endpoint(contender: Contender, at_hand: AtHand) -> Provider:
    key, judge = ApiKey(at_hand.keys.get(key_name(contender), "")), Judge(shared=at_hand.shared)
    if why := judge.fault(contender.address):
        raise NotReady(contender, f"Its address {contender.address} is refused: {why}.")
    return Endpoint(contender.address, contender.model, key, judge)


def _rules(contender: Contender, at_hand: AtHand) -> Provider:
    if contender.model not in at_hand.rules:
        there = listed(sorted(at_hand.rules)) or "none"
        raise NotReady(contender, f"There are no rules {contender.model}. There are: {there}.")
    return Rules(at_hand.rules[contender.model], contender.model)


def _recorded(contender: Contender, at_hand: AtHand) -> Provider:
    known = tuple(recordings(at_hand.trials()))
    if contender.model not in {each.model for each in known}:
        there = listed(sorted({each.model for each in known})) or "none"
        raise NotReady(contender, f"No run recorded {contender.model}. There are: {there}.")
    return Recorded(contender.model, known)


_SOURCES: Mapping[ReplySource, Callable[[Contender, AtHand], Provider]] = {
    "local": _local,
    "endpoint": _endpoint,
    "recorded": _recorded,
    "rules": _rules,
}
"""How each source is made ready."""
