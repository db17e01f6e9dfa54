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
from sizewise.sizing.cost.response.counts import UsageCounts
from sizewise.sizing.cost.response.pasted import JsonObject
from sizewise.sizing.tokens.usage import Usage

_STANDARD = {"", "default", "auto", "standard", "standard_only", "on_demand"}
MOST_UNKNOWN = 8
"""Numbers without a rate that are named one by one."""
_TICKS = Decimal("1e-10")
"""What xAI counts costs in, in US dollars."""
_FREE = re.compile(
    r"(total|^num)_?tokens?(_count)?$|^(total|context)_|_time$|_ms$|latency|duration|per_second|cost"
    r"|(^|\.)(text|image|video|document)(_tokens)?$|prediction_tokens$|cache_miss_tokens$"
    r"|web_fetch_requests$|^iterations|^num_sources_used$|^requests?$"
)
"""Numbers that repeat others or are nothing to pay for. Pictures read are input like all text."""


def tier_of(response: JsonObject, counts: UsageCounts, *, batch: bool) -> str | None:
    """The tier of service, as the response names it; none for the standard one."""
    said = response.get("service_tier", response.get("serviceTier"))
    said = said.get("type") if isinstance(said, dict) else said
    words = [said if isinstance(said, str) else "", counts.word("service_tier")]
    words += [counts.word("traffic_type").lower().removeprefix("on_demand_"), counts.word("speed")]
    named = [word.strip().lower() for word in words if word.strip().lower() not in _STANDARD]
    return "batch" if batch else next(iter(named), None)


def fees_of(response: JsonObject, counts: UsageCounts) -> dict[Fee, int]:
    """How often each tool was used that is billed by the use."""
    calls = _calls(response)
    web = counts.given("server_tool_use.web_search_requests") or calls["web_search_call"]
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
            return amount
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
    if searches := _google_searches(response):
        yield f"{number_of(searches, 'search', 'searches')} with Google, some of them free each day"
    if counts.word("inference_geo").lower() == "us":
        yield "what it costs more to compute in the US alone (inference_geo)"
    unknown = [each for each in counts.unasked() if not _FREE.search(each[0])]
    for _, written, value in unknown[:MOST_UNKNOWN]:
        yield f"“{shortened(written, 60)}” ({exactly(Decimal(str(value)))})"
    if rest := len(unknown[MOST_UNKNOWN:]):
        yield f"{number_of(rest, 'number')} more of {counts.name}"
    yield from _rest_of_total(counts, usage)


def _several(words: str) -> str:
    head, space, tail = words.partition(" ")
    return f"{head}s{space}{tail}"


def _google_searches(response: JsonObject) -> int:
    queries = 0
    candidates = response.get("candidates")
    for each in candidates if isinstance(candidates, list) else ():
        data: Any = each.get("groundingMetadata") if isinstance(each, dict) else None
        asked = data.get("webSearchQueries") if isinstance(data, dict) else None
        queries += len(asked) if isinstance(asked, list) else 0
    return queries


def _rest_of_total(counts: UsageCounts, usage: Usage) -> Iterator[str]:
    """Tokens that the total counts and no part does, as when thoughts are left out of the parts."""
    total = counts.given("total_tokens", "total_token_count")
    rest = total - usage.input - usage.output
    if rest > 0:
        yield (
            f"{number_of(rest, 'token')}: the response counts {grouped(total)} in all, and its "
            f"parts come to {grouped(usage.input + usage.output)}"
        )
