"""How each maker counts, brought to one way: cached tokens within the input, reasoning within the
output.
"""

from collections.abc import Callable, Mapping
from dataclasses import astuple
from typing import Literal

from sizewise.sizing.cost.response.counts import UsageCounts
from sizewise.sizing.cost.response.iterations import compactions
from sizewise.sizing.cost.response.refused import BillError
from sizewise.sizing.tokens.usage import Usage

ResponseFormat = Literal[
    "OpenAI chat completions",
    "OpenAI responses",
    "Anthropic messages",
    "Bedrock Converse",
    "Bedrock InvokeModel",
    "Gemini",
    "Cohere",
    "Ollama",
    "Vercel AI SDK",
]
"""Whose response it is."""


_KNOWN_BY: tuple[tuple[ResponseFormat, tuple[str, ...]], ...] = (
    ("Cohere", ("billed_units",)),
    ("Ollama", ("prompt_eval_count", "eval_count")),
    ("Bedrock InvokeModel", ("generation_token_count", "input_token_count", "output_token_count")),
    ("Gemini", ("prompt_token_count",)),
)
"""What only one maker writes; Llama on Bedrock counts its prompt as Gemini does."""
_VERCEL = (
    *("reasoning_tokens", "cached_input_tokens", "output_token_details.text_tokens"),
    *(f"input_token_details.{kind}_tokens" for kind in ("no_cache", "cache_read", "cache_write")),
)


def shape_of(counts: UsageCounts) -> ResponseFormat:
    """Whose numbers these are. Raises BillError when they are nobody's."""
    for shape, ways in _KNOWN_BY:
        if any(counts.holds(way) for way in ways):
            return shape
    if counts.has("prompt_tokens"):
        return "OpenAI chat completions"
    if not counts.has("input_tokens"):
        raise BillError(counts.name, f"`{counts.name}` holds no number of input tokens.")
    if counts.camel_case and any(counts.has(way) for way in _VERCEL):
        return "Vercel AI SDK"
    # Only OpenAI gives a total and tells the kinds of input apart.
    details = any(counts.holds(each) for each in ("input_tokens_details", "input_token_details"))
    if counts.camel_case and not details:
        return "Bedrock Converse"
    return "OpenAI responses" if details or counts.has("total_tokens") else "Anthropic messages"


def usage_of(counts: UsageCounts, shape: ResponseFormat) -> Usage:
    """What the call used. Raises BillError and UsageError."""
    return _READERS[shape](counts)


def _openai(counts: UsageCounts, sent: str, written: str, details: tuple[str, ...]) -> Usage:
    """OpenAI's way, and that of all who copy it, with the names of the four parts."""

    def within(*ways: str) -> int:
        return counts.given(*(f"{each}.{way}" for each in details for way in ways))

    told = f"{written}_details", f"{written[:-1]}_details"
    input_tokens, answered = counts.needed(sent), counts.given(written)
    elsewhere = counts.given(
        *("prompt_cache_hit_tokens", "cached_tokens", "cached_input_tokens", "num_cached_tokens")
    )
    cached = within("cached_tokens", "cache_read") or elsewhere
    cached_audio = within("cached_tokens_details.audio_tokens")
    thought = counts.given(
        *(f"{each}.reasoning_tokens" for each in told), "reasoning_tokens", told[1] + ".reasoning"
    )
    return Usage(
        input_tokens,
        cached,
        _with_thoughts(counts, input_tokens, answered, thought),
        thought,
        within("cache_write_tokens", "cache_creation_tokens", "cache_creation"),
        input_audio=max(within("audio_tokens") - cached_audio, 0),
        cached_audio=cached_audio,
        output_audio=counts.given(*(f"{each}.audio_tokens" for each in told)),
        output_image=counts.given(*(f"{each}.image_tokens" for each in told)),
    )


def _with_thoughts(counts: UsageCounts, sent: int, answered: int, thought: int) -> int:
    """The whole output: some leave thoughts out of the answer, which the total shows."""
    beside = thought and counts.given("total_tokens") == sent + answered + thought
    return answered + (thought if beside else 0)


def _openai_chat(counts: UsageCounts) -> Usage:
    details = ("prompt_tokens_details", "prompt_token_details")
    return _openai(counts, "prompt_tokens", "completion_tokens", details)


def _openai_responses(counts: UsageCounts) -> Usage:
    details = ("input_tokens_details", "input_token_details")
    return _openai(counts, "input_tokens", "output_tokens", details)


def _vercel(counts: UsageCounts) -> Usage:
    """As OpenAI counts; older spellings stand beside the newer, the maker's own in `raw`."""
    sent, answered = counts.needed("input_tokens"), counts.given("output_tokens")
    read = counts.given("input_token_details.cache_read_tokens", "cached_input_tokens")
    kept = counts.given("input_token_details.cache_write_tokens")
    fresh = counts.given("input_token_details.no_cache_tokens")
    thought = counts.given("output_token_details.reasoning_tokens", "reasoning_tokens")
    return Usage(
        max(sent, fresh + read + kept if fresh else 0),
        read,
        _with_thoughts(counts, sent, answered, thought),
        thought,
        kept,
        counts.given("raw.cache_creation.ephemeral_1h_input_tokens"),
    )


def _anthropic(counts: UsageCounts) -> Usage:
    """The message and what was summed up for it, which is counted beside."""
    steps = [counts, *compactions(counts)]
    return Usage(*map(sum, zip(*(astuple(_message(each)) for each in steps), strict=True)))


def _message(counts: UsageCounts) -> Usage:
    """Anthropic leaves what a cache gives and keeps out of its input tokens."""
    read = counts.given("cache_read_input_tokens")
    hour = counts.given("cache_creation.ephemeral_1h_input_tokens")
    minutes = counts.given("cache_creation.ephemeral_5m_input_tokens")
    kept = max(counts.given("cache_creation_input_tokens"), hour + minutes)
    return Usage(
        counts.needed("input_tokens") + read + kept,
        read,
        counts.given("output_tokens"),
        counts.given("output_tokens_details.thinking_tokens"),
        kept,
        hour,
    )


def _bedrock(counts: UsageCounts) -> Usage:
    """As Anthropic counts, unless the total says that the input holds the caches already."""
    read = counts.given("cache_read_input_tokens", "cache_read_input_token_count")
    kept = counts.given("cache_write_input_tokens", "cache_write_input_token_count")
    hour = counts.given("cache_details.1h")
    counts.given("cache_details.5m")
    sent, written = counts.needed("input_tokens"), counts.given("output_tokens")
    inside = counts.given("total_tokens") == sent + written
    return Usage(sent if inside else sent + read + kept, read, written, 0, kept, hour)


def _invoked(counts: UsageCounts) -> Usage:
    """What Bedrock says of a model called in its maker's own way: caches beside the input."""
    read = counts.given("cache_read_input_token_count")
    kept = counts.given("cache_write_input_token_count")
    llama = counts.has("generation_token_count")
    sent = counts.needed("prompt_token_count" if llama else "input_token_count")
    written = counts.given("generation_token_count" if llama else "output_token_count")
    return Usage(sent + read + kept, read, written, cache_written=kept)


def _cohere(counts: UsageCounts) -> Usage:
    """Cohere counts what it bills apart from all that the model read and wrote."""
    for way in ("tokens.input_tokens", "tokens.output_tokens", "cached_tokens"):
        counts.given(way)
    written = counts.given("billed_units.output_tokens")
    return Usage(counts.needed("billed_units.input_tokens"), output=written)


def _ollama(counts: UsageCounts) -> Usage:
    return Usage(counts.needed("prompt_eval_count"), output=counts.given("eval_count"))


def _gemini(counts: UsageCounts) -> Usage:
    """Gemini leaves thoughts out of its candidates, and results of tools out of its prompt."""
    thoughts = counts.given("thoughts_token_count")
    cached_audio = counts.given("cache_tokens_details.audio")
    sound = counts.given("prompt_tokens_details.audio")
    sound += counts.given("tool_use_prompt_tokens_details.audio")
    return Usage(
        counts.needed("prompt_token_count") + counts.given("tool_use_prompt_token_count"),
        counts.given("cached_content_token_count"),
        counts.given("candidates_token_count", "response_token_count") + thoughts,
        thoughts,
        input_audio=max(sound - cached_audio, 0),
        cached_audio=cached_audio,
        output_audio=counts.given("candidates_tokens_details.audio"),
        output_image=counts.given("candidates_tokens_details.image"),
    )


_READERS: Mapping[ResponseFormat, Callable[[UsageCounts], Usage]] = {
    "OpenAI chat completions": _openai_chat,
    "OpenAI responses": _openai_responses,
    "Anthropic messages": _anthropic,
    "Bedrock Converse": _bedrock,
    "Bedrock InvokeModel": _invoked,
    "Gemini": _gemini,
    "Cohere": _cohere,
    "Ollama": _ollama,
    "Vercel AI SDK": _vercel,
}
