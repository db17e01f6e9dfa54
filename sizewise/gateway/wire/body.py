"""What is sent, as JSON has it."""

import json
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

from sizewise.gateway.protocol import Request

_NEW_FIELD = ("api.openai.com", ".openai.azure.com")
"""Hosts that want the limit of output tokens under its newer name."""


SPARE: Mapping[str, tuple[str, ...]] = {
    "temperature": ("temperature",),
    "seed": ("seed",),
    "logprobs": ("logprobs", "top_logprobs"),
    "top_logprobs": ("logprobs", "top_logprobs"),
    "stream_options": ("stream_options",),
}
"""Settings without which a request still asks the same, and what goes along with each."""
LIMITS = ("max_tokens", "max_completion_tokens")
"""The names of the limit of output tokens, the older one first."""


def limit_name(base_url: str) -> str:
    """The name under which an address takes the limit of output tokens."""
    host = urlsplit(base_url).hostname or ""
    return LIMITS[host.endswith(_NEW_FIELD)]


def body_of(
    model: str,
    request: Request,
    limit_field: str = "max_tokens",
    without: Collection[str] = (),
) -> dict[str, Any]:
    """The request as JSON, without what it does not ask for, and `without` settings of `SPARE`. The
    limit is never left out: one of `LIMITS` among them has it told under the other name.
    """
    if limit_field in without:
        limit_field = next((name for name in LIMITS if name not in without), limit_field)
    asked = {
        "model": model,
        "messages": [{"role": each.role, "content": each.content} for each in request.sent],
        "temperature": request.temperature,
        limit_field: request.limit,
        "stream": True,
        "stream_options": {"include_usage": True},
        "response_format": _response_format(request.schema),
        "grammar": request.grammar,
        "logprobs": request.logprobs is not None or None,
        "top_logprobs": request.logprobs,
        "seed": request.seed,
        "stop": list(request.stop) or None,
        "cache_prompt": False if request.cache == "off" else None,
    }
    out = {name for setting in without for name in SPARE.get(setting, ())}
    return {name: each for name, each in asked.items() if each is not None and name not in out}


def _response_format(schema: str | None) -> dict[str, Any] | None:
    if schema is None:
        return None
    named = {"name": "reply", "schema": json.loads(schema)}
    return {"type": "json_schema", "json_schema": named}
