"""What is wrong with a request before anybody is asked."""

from itertools import pairwise

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Request
from sizewise.ground import limits
from sizewise.ground.json_form import schema_fault
from sizewise.ground.written import grouped, number

OUTPUT_TOKENS = 100_000
"""Output tokens that may be asked for."""


def fault_of(request: Request) -> Failure | None:
    """The first fault that the sender can mend."""
    sentence = next(filter(None, (check(request) for check in _CHECKS)), None)
    return Failure("refused", sentence) if sentence else None


def _messages(request: Request) -> str:
    if not any(each.content.strip() for each in request.messages):
        return "the prompt is empty"
    if any(one.role == "assistant" == two.role for one, two in pairwise(request.messages)):
        return "two replies of the model stand one after the other"
    return ""


def _length(request: Request) -> str:
    characters = sum(len(each.content) for each in request.messages)
    if characters > limits.TEXT_CHARACTERS:
        return (
            f"it has {grouped(characters)} characters, and "
            f"{grouped(limits.TEXT_CHARACTERS)} is the most"
        )
    return ""


def _numbers(request: Request) -> str:
    if not 0 <= request.temperature <= 2:
        return f"a temperature of {number(request.temperature)} is not from 0 to 2"
    if not 1 <= request.limit <= OUTPUT_TOKENS:
        return f"{grouped(request.limit)} output tokens are not from 1 to {grouped(OUTPUT_TOKENS)}"
    if request.logprobs is not None and not 0 <= request.logprobs <= 20:
        return f"{request.logprobs} tokens beside each are not from 0 to 20"
    return ""


def _form(request: Request) -> str:
    if request.schema is None:
        return ""
    if request.grammar is not None:
        return "it has a JSON Schema and a grammar; choose one of them"
    return schema_fault(request.schema)


def _nonce(request: Request) -> str:
    busting = request.cache == "bust"
    return "a request that evades the cache needs a nonce" if busting and not request.nonce else ""


_CHECKS = (_messages, _length, _numbers, _form, _nonce)
