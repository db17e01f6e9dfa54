"""Who answers a plan: each contender as a provider that is ready, or a sentence why not."""

from collections.abc import Callable, Mapping

from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.benchmark.plan import Contender, ReplySource
from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.local import LocalModel, local_model
from sizewise.gateway.machine.process import NotThere
from sizewise.gateway.protocol import Provider
from sizewise.gateway.rules import Rules
from sizewise.gateway.wire.address import Judge
from sizewise.ground.plain import Plain
from sizewise.ground.written import listed

RulesByName = Mapping[str, KeywordRules]
"""Keyword rules by the name that a contender's `model` gives."""


class NotReady(Plain):
    """A contender cannot answer: which one, why, and the way out."""

    def __init__(self, contender: Contender, why: str) -> None:
        super().__init__(f"{contender.name} cannot answer. {why}")


def key_name(contender: Contender) -> str:
    """The variable of the environment that holds a contender's key: each has its own, so that
    none goes to a stranger."""
    return f"SIZEWISE_KEY_{contender.name.upper().replace('-', '_')}"


def provider_of(
    contender: Contender, environment: Mapping[str, str], rules: RulesByName
) -> Provider:
    """Who stands behind a contender, ready to answer. Raises NotReady."""
    return _SOURCES[contender.source](contender, environment, rules)


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


def _local(contender: Contender, _: Mapping[str, str], __: RulesByName) -> Provider:
    return on_this_machine(contender, local_model())


def _endpoint(contender: Contender, environment: Mapping[str, str], _: RulesByName) -> Provider:
    key, judge = ApiKey(environment.get(key_name(contender), "")), Judge(shared=False)
    if why := judge.fault(contender.address):
        raise NotReady(contender, f"Its address {contender.address} is refused: {why}.")
    return Endpoint(contender.address, contender.model, key, judge)


def _rules(contender: Contender, _: Mapping[str, str], rules: RulesByName) -> Provider:
    if contender.model not in rules:
        there = listed(sorted(rules)) or "none"
        raise NotReady(contender, f"There are no rules {contender.model}. There are: {there}.")
    return Rules(rules[contender.model], contender.model)


def _not_here(contender: Contender, _: Mapping[str, str], __: RulesByName) -> Provider:
    what = f"A run measures what answers now, and its source is {contender.source}."
    raise NotReady(contender, f"{what} Write source: local, endpoint or rules.")


_SOURCES: Mapping[ReplySource, Callable[[Contender, Mapping[str, str], RulesByName], Provider]] = {
    "local": _local,
    "endpoint": _endpoint,
    "recorded": _not_here,
    "rules": _rules,
}
"""How each source is made ready."""
