"""Responses in every wrapper that makers send them in: made up, shaped as their guides show."""

import json

CHAT = {
    "id": "chatcmpl-1",
    "model": "gpt-4o-mini",
    "usage": {"prompt_tokens": 50, "completion_tokens": 7, "total_tokens": 57},
}
MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "model": "claude-haiku-4-5",
    "usage": {"input_tokens": 50, "output_tokens": 7},
}


def lines(*events):
    return "\n".join(json.dumps(event) for event in events)


def stream(*events):
    return "\n\n".join(f"data: {json.dumps(event)}" for event in events) + "\n\ndata: [DONE]\n"


EVENTS = (
    {
        "type": "message_start",
        "message": {**MESSAGE, "usage": {"input_tokens": 50, "output_tokens": 1}},
    },
    {"type": "content_block_delta", "delta": {"text": "Hello {you}"}},
    {"type": "message_delta", "delta": {}, "usage": {"output_tokens": 7}},
    {"type": "message_stop"},
)
CHUNKS = (
    {"id": "chatcmpl-1", "object": "chat.completion.chunk", "model": "gpt-4o-mini", "usage": None},
    {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "model": "gpt-4o-mini",
        "usage": CHAT["usage"],
    },
)
GEMINI_SMALL = {
    "model_version": "gemini-2.5-flash",
    "usage_metadata": {"prompt_token_count": 50, "candidates_token_count": 7},
}
CONVERSE = {
    "output": {"message": {"role": "assistant"}},
    "usage": {"inputTokens": 50, "outputTokens": 7, "totalTokens": 57},
    "metrics": {"latencyMs": 900},
}

WRAPPED = {
    "a line of OpenAI's batch file": json.dumps(
        {
            "id": "batch_req_1",
            "custom_id": "a",
            "response": {"status_code": 200, "body": CHAT},
            "error": None,
        }
    ),
    "a result of Anthropic's batch": json.dumps(
        {"custom_id": "a", "result": {"type": "succeeded", "message": MESSAGE}}
    ),
    "a line of Bedrock's batch file": json.dumps({"recordId": "1", "modelOutput": MESSAGE}),
    "events of Anthropic's stream": "".join(
        f"event: {each['type']}\ndata: {json.dumps(each)}\n\n" for each in EVENTS
    ),
    "the same events as lines": lines(*EVENTS),
    "chunks of OpenAI's stream": stream(*CHUNKS),
    "the same chunks as a list": json.dumps(CHUNKS),
    "Bedrock Converse": json.dumps(CONVERSE),
    "Gemini with small letters": json.dumps(GEMINI_SMALL),
    "chunks of Gemini's stream": json.dumps(
        [
            {
                "responseId": "r",
                "usageMetadata": {"promptTokenCount": 50, "candidatesTokenCount": 2},
            },
            {
                "responseId": "r",
                "usageMetadata": {"promptTokenCount": 50, "candidatesTokenCount": 7},
            },
        ]
    ),
    "the SDK of Vercel": json.dumps(
        {"usage": {"promptTokens": 50, "completionTokens": 7, "totalTokens": 57}}
    ),
    "a message of LangChain": json.dumps(
        {
            "usage_metadata": {"input_tokens": 50, "output_tokens": 7, "total_tokens": 57},
            "response_metadata": {"model_name": "gpt-4o-mini"},
        }
    ),
    "a Python dict": str({**CHAT, "choices": [{"text": 'it\'s "so"', "x": None, "y": True}]}),
    "a mark of the byte order": "\ufeff" + json.dumps(CHAT),
    "a code fence": f"```json\n{json.dumps(CHAT, indent=2)}\n```",
    "words around it": f"Here is what came back:\n{json.dumps(CHAT)}\nThank you!",
    "the answer of curl -i": f"HTTP/2 200\ncontent-type: application/json\n\n{json.dumps(CHAT)}\n",
    "spaces of a web page": json.dumps(CHAT, indent=2).replace("  ", "\u00a0\u00a0"),
}
