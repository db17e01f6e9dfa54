"""One object of a pasted text: the response in it, out of its wrappers, and what it counts."""

from dataclasses import dataclass, field
from typing import Any

from sizewise.sizing.cost.response.pasted import JsonObject, as_object

METRICS = "amazon-bedrock-invocationMetrics"
"""What Bedrock puts beside the last event of any maker's stream: the same counts once more."""

_USAGE = ("totalUsage", "usage", "usageMetadata", "usage_metadata", "token_usage")
"""How makers call the object with the numbers; a sum over steps stands for the last step too."""
_BENEATH = ("x_groq", "delta")
"""What holds the usage in the last chunk of Groq's stream and of Cohere's."""
_COUNTS = (
    *("prompt_tokens", "promptTokens", "prompt_token_count", "promptTokenCount"),
    *("input_tokens", "inputTokens", "generation_token_count"),
    *("prompt_eval_count", "eval_count"),
)
"""What a usage object counts first, by which one is known that comes alone."""
_NO_COUNTS = (METRICS, "message", "generation", "response", "context", "logprobs")
"""What stands beside the numbers where a response has no usage object."""
_WRAPPERS = (
    *("response", "result", "message", "body", "modelOutput", "response_metadata"),
    "metadata",
)
_BATCH_MARKS = ("custom_id", "recordId", "key", "processed_time")
_DEEPEST = 5


@dataclass(frozen=True)
class ResponsePiece:
    """A response or an event of one, and the name and the content of its usage object.

    `usage` is empty where nothing is counted, `event` where the object is no event of a stream.
    `batch` says whether it came out of a batch.
    """

    response: JsonObject
    name: str = "usage"
    usage: JsonObject = field(default_factory=dict)
    batch: bool = False
    event: str = ""


def piece_of(found: JsonObject) -> ResponsePiece:
    """The innermost object that may be the response, from its wrappers."""
    event = _text(found.get("type"))
    batch = False
    for _ in range(_DEEPEST):
        batch = batch or found.get("object") == "batch"
        if counted := _counted(found):
            return ResponsePiece(found, *counted, batch, event)
        within = _within(found)
        if within is None:
            break
        batch = batch or _marked(found)
        found = _named_as(within, found)
    return ResponsePiece(found, batch=batch, event=event)


def _counted(found: JsonObject) -> tuple[str, JsonObject] | None:
    """The name and the content of the usage object, if there is one."""
    for name in _USAGE:
        if usage := as_object(found.get(name)):
            return name, usage
    for around in _BENEATH:
        if usage := as_object(as_object(found.get(around)).get("usage")):
            return f"{around}.usage", usage
    if as_object(as_object(found.get("meta")).get("billed_units")):
        return "meta", found["meta"]
    if any(found.get(count) is not None for count in _COUNTS):
        return "usage", {name: v for name, v in found.items() if name not in _NO_COUNTS}
    metrics = as_object(found.get(METRICS))
    return (METRICS, metrics) if metrics else None


def _within(found: JsonObject) -> JsonObject | None:
    for name in _WRAPPERS:
        inner = found.get(name)
        # Callers write into `metadata` what they like; only Bedrock's stream counts there.
        if isinstance(inner, dict) and (name != "metadata" or as_object(inner.get("usage"))):
            return inner
    return None


def _marked(around: JsonObject) -> bool:
    """Whether that is a line of a batch file: it says which request it answers."""
    said = {*around, *as_object(around.get("metadata"))}
    return any(mark in said for mark in _BATCH_MARKS)


def _named_as(within: JsonObject, around: JsonObject) -> JsonObject:
    """The inner object, with the model that the outer one names."""
    named = {"model": around["model"]} if "model" in around else {}
    return {**named, **within}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
