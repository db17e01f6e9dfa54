"""Responses to try in "Read a bill", one of each maker's shape. Made up, with plausible numbers."""

from collections.abc import Mapping
from typing import NamedTuple

from sizewise.sizing.cost.bill import ResponseFormat


class ExampleResponse(NamedTuple):
    """A response as its maker sends it, its title, and how the maker counts."""

    title: str
    text: str


RESPONSES = {
    "openai-chat": ExampleResponse(
        "OpenAI chat",
        """{
  "id": "chatcmpl-example",
  "object": "chat.completion",
  "model": "gpt-4o-mini-2024-07-18",
  "choices": [
    {"index": 0, "message": {"role": "assistant", "content": "technical"}, "finish_reason": "stop"}
  ],
  "usage": {
    "prompt_tokens": 2006,
    "completion_tokens": 300,
    "total_tokens": 2306,
    "prompt_tokens_details": {"cached_tokens": 1920},
    "completion_tokens_details": {"reasoning_tokens": 0}
  }
}""",
    ),
    "openai-responses": ExampleResponse(
        "OpenAI responses",
        """{
  "id": "resp-example",
  "object": "response",
  "model": "gpt-5-mini",
  "usage": {
    "input_tokens": 328,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens": 1210,
    "output_tokens_details": {"reasoning_tokens": 1088},
    "total_tokens": 1538
  }
}""",
    ),
    "anthropic": ExampleResponse(
        "Anthropic",
        """{
  "id": "msg_example",
  "type": "message",
  "model": "claude-haiku-4-5-20251001",
  "stop_reason": "end_turn",
  "usage": {
    "input_tokens": 21,
    "cache_creation_input_tokens": 0,
    "cache_read_input_tokens": 18400,
    "output_tokens": 393
  }
}""",
    ),
    "bedrock": ExampleResponse(
        "Bedrock Converse",
        """{
  "output": {"message": {"role": "assistant", "content": [{"text": "technical"}]}},
  "stopReason": "end_turn",
  "usage": {
    "inputTokens": 125,
    "outputTokens": 60,
    "totalTokens": 185
  },
  "metrics": {"latencyMs": 1175}
}""",
    ),
    "gemini": ExampleResponse(
        "Gemini",
        """{
  "modelVersion": "gemini-2.5-flash-lite",
  "candidates": [{"content": {"parts": [{"text": "technical"}]}, "finishReason": "STOP"}],
  "usageMetadata": {
    "promptTokenCount": 1420,
    "candidatesTokenCount": 96,
    "thoughtsTokenCount": 512,
    "totalTokenCount": 2028
  }
}""",
    ),
}
"""Name in the address -> response."""

FIRST = "openai-chat"

COUNTED: Mapping[ResponseFormat, str] = {
    "OpenAI chat completions": "Cached tokens are a part of `prompt_tokens`, and hidden thinking "
    "is a part of `completion_tokens`.",
    "OpenAI responses": "Cached tokens are a part of `input_tokens`, and hidden thinking is a part "
    "of `output_tokens`.",
    "Anthropic messages": "Anthropic counts what comes from a cache beside `input_tokens`, not in "
    "it, so Sizewise adds it to the input.",
    "Bedrock Converse": "Bedrock counts what comes from a cache beside `inputTokens`, not in it, "
    "so Sizewise adds it to the input.",
    "Bedrock InvokeModel": "Bedrock counts what comes from a cache beside the input, not in it, so "
    "Sizewise adds it to the input.",
    "Gemini": "Gemini counts thoughts beside `candidatesTokenCount`, not in it, so Sizewise adds "
    "them to the output.",
    "Cohere": "Cohere bills the `billed_units`; `tokens` also counts what it adds to each prompt.",
    "Ollama": "`prompt_eval_count` is the input and `eval_count` the output, thinking included.",
    "Vercel AI SDK": "Cached tokens are a part of `inputTokens`, and hidden thinking is a part of "
    "`outputTokens`.",
}
"""How each maker counts, by the shape of its response."""
