"""What a response says beside its tokens: the tier of service, uses of tools, its maker's own sum,
and what has no rate here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sizewise.ground.written import exactly, grouped, number_of, shortened
from sizewise.sizing.cost.cost import Fee
from sizewise.sizing.cost.response.counts import UsageCounts, small
from sizewise.sizing.cost.response.iterations import steps_left_out
from sizewise.sizing.cost.response.pasted import JsonObject, as_object, objects_in
from sizewise.sizing.tokens.usage import Usage

_STANDARD = {"", "default", "auto", "standard", "standard_only", "on_demand"}
MOST_UNKNOWN = 8
"""Numbers without a rate that are named one by one."""
_TICKS = Decimal("1e-10")
"""What xAI counts costs in, in US dollars."""
_FREE = re.compile(
    r"(total|^num)_?tokens?(_count)?$|^(total|context)_|_time$|_ms$|latency|duration|per_second|cost"
    r"|(^|\.)(text|image|video|document)(_tokens)?$|prediction_tokens$|cache_miss_tokens$"
    r"|web_fetch_requests$|^iterations|^raw\.|^request_usage_entries\."
)
"""Numbers that repeat others, are read elsewhere or are nothing to pay for.

Pictures read are input like all text. The iterations of a call have readers of their own.
"""
_BATCH_OVER = {"", "completed", "expired", "cancelled", "failed"}


def tier_of(response: JsonObject, counts: UsageCounts, *, batch: bool) -> str | None:
    """The tier of service, as the response names it; none for the standard one."""
    words = [*_tiers_said(response), counts.word("service_tier"), counts.word("raw.service_tier")]
    words += [counts.word("traffic_type").lower().removeprefix("on_demand_"), counts.word("speed")]
    named = [word.strip().lower() for word in words if word.strip().lower() not in _STANDARD]
    return "batch" if batch else next(iter(named), None)


def _tiers_said(response: JsonObject) -> Iterator[str]:
    """What the response calls its tier; LangChain and Vercel's SDK repeat it at another place."""
    told = as_object(_either(response, "providerMetadata")).values()
    for place in (response, as_object(response.get("response_metadata")), *map(as_object, told)):
        said = _either(place, "serviceTier")
        said = said.get("type") if isinstance(said, dict) else said
        if isinstance(said, str):
            yield said


def requests_of(response: JsonObject, counts: UsageCounts) -> int:
    """How many requests are summed up: a batch's, a run of agents', the steps of Vercel's SDK."""
    batch = as_object(_either(response, "requestCounts"))
    steps = response.get("steps") if counts.name == "totalUsage" else None
    said = batch.get("completed") or len(steps if isinstance(steps, list) else ())
    return max(said if type(said) is int else 0, counts.given("requests"), 1)


def fees_of(response: JsonObject, counts: UsageCounts) -> dict[Fee, int]:
    """How often each tool was used that is billed by the use."""
    calls = _calls(response)
    asked = counts.given(*(f"{at}server_tool_use.web_search_requests" for at in ("", "raw.")))
    web = asked or calls["web_search_call"]
    found: dict[Fee, int] = {"web_search": web, "file_search": calls["file_search_call"]}
    return {fee: uses for fee, uses in found.items() if uses}


def _calls(response: JsonObject) -> Counter[str]:
    """The calls of tools in the answer of OpenAI's responses; opening a found page is free."""
    output = response.get("output")
    calls: Counter[str] = Counter()
    for each in output if isinstance(output, list) else ():
        kind = each.get("type") if isinstance(each, dict) else None
        action = each.get("action") if isinstance(kind, str) else None
        opened = isinstance(action, dict) and action.get("type") in ("open_page", "find_in_page")
        if isinstance(kind, str) and not opened:
            calls[kind] += 1
    return calls


def own_cost(counts: UsageCounts) -> Decimal | None:
    """What the provider says that it charged, in US dollars."""
    for way in ("cost", "cost.total_cost", "total_cost", "estimated_cost"):
        if (amount := counts.amount(way)) is not None:
            # With a key of one's own OpenRouter charges a fee, and the maker the rest.
            upstream = counts.amount("cost_details.upstream_inference_cost")
            return amount + (upstream or 0 if counts.says("is_byok") else 0)
    ticks = counts.amount("cost_in_usd_ticks")
    return None if ticks is None else ticks * _TICKS


_TOOLS: Mapping[str, str] = {
    "code_interpreter_call": "run of code",
    "image_generation_call": "picture made by a tool",
    "computer_call": "step on a computer",
    "mcp_call": "call of a server of tools",
}


def left_out(response: JsonObject, counts: UsageCounts, usage: Usage) -> Iterator[str]:
    """What the response speaks of and this bill has no rate for, each as a part of a sentence."""
    calls = _calls(response)
    for kind, words in _TOOLS.items():
        if calls[kind]:
            yield f"{number_of(calls[kind], words, _several(words))}, which may cost extra"
    yield from _searched(response)
    if counts.word("inference_geo").lower() == "us":
        yield "what it costs more to compute in the US alone (inference_geo)"
    status = response.get("status") if response.get("object") == "batch" else ""
    if isinstance(status, str) and status not in _BATCH_OVER:
        yield f"what this batch still costs: its status is “{shortened(status, 60)}”"
    yield from _kept_beside(response, counts)
    yield from steps_left_out(counts, str(response.get("model") or ""))
    unknown = [each for each in counts.unasked() if not _FREE.search(each[0])]
    for _, written, value in unknown[:MOST_UNKNOWN]:
        yield f"“{shortened(written, 60)}” ({exactly(Decimal(str(value)))})"
    if rest := len(unknown[MOST_UNKNOWN:]):
        yield f"{number_of(rest, 'number')} more of {counts.name}"
    yield from _rest_of_total(counts, usage)


def _kept_beside(response: JsonObject, counts: UsageCounts) -> Iterator[str]:
    """Anthropic's caches, which Vercel's SDK left out of its usage before version 6."""
    told = as_object(as_object(_either(response, "providerMetadata")).get("anthropic"))
    parts = {"cacheCreationInputTokens": "kept in", "cacheReadInputTokens": "read from"}
    if counts.has("cached_input_tokens"):
        del parts["cacheReadInputTokens"]
    for name, words in parts.items() if not counts.holds("input_token_details") else ():
        tokens = _either(told, name)
        if type(tokens) is int and tokens > 0:
            yield f"{number_of(tokens, 'token')} {words} a cache of Anthropic’s, beside this usage"


def _several(words: str) -> str:
    head, space, tail = words.partition(" ")
    return f"{head}s{space}{tail}"


def _searched(response: JsonObject) -> Iterator[str]:
    """Searches that stand in the answer alone; a stream may tell of one several times."""
    found = [
        as_object(_either(each, "groundingMetadata")) for each in _listed(response, "candidates")
    ]
    queries = {query for each in found for query in _texts(each, "webSearchQueries")}
    if queries:
        searches = number_of(len(queries), "search", "searches")
        yield f"{searches} with Google, some of them free each day"
    if any("maps" in chunk for each in found for chunk in _listed(each, "groundingChunks")):
        yield "grounding with Google Maps, which may cost extra"
    answers = [
        as_object(each.get("message") or each.get("delta")) for each in _listed(response, "choices")
    ]
    notes = (note for each in answers for note in _listed(each, "annotations"))
    if any(note.get("type") == "url_citation" for note in notes):
        yield "the web search that the answer cites, which may cost extra"


def _listed(found: JsonObject, name: str) -> list[JsonObject]:
    return objects_in(_either(found, name))


def _texts(found: JsonObject, name: str) -> list[str]:
    listed = _either(found, name)
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _either(found: JsonObject, name: str) -> Any:
    """What stands there in camelCase, or as Python's SDKs write it in snake_case."""
    return found.get(name, found.get(small(name)))


def _rest_of_total(counts: UsageCounts, usage: Usage) -> Iterator[str]:
    """Tokens that the total counts and no part does, as when thoughts are left out of the parts."""
    total = counts.given("total_tokens", "total_token_count")
    rest = total - usage.input - usage.output
    if rest > 0:
        yield (
            f"{number_of(rest, 'token')}: the response counts {grouped(total)} in all, and its "
            f"parts come to {grouped(usage.input + usage.output)}"
        )
