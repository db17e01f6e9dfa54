import json

import pytest

from sizewise.sizing.tokens.messages import Message, message_tokens
from sizewise.sizing.tokens.tools import TOOLS_FRAME, ToolsError, tool_tokens

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "Get the current weather in a given location",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {
                    "type": "string",
                    "description": "The city and state, e.g. San Francisco, CA",
                },
                "unit": {
                    "type": "string",
                    "description": "The unit of temperature to return",
                    "enum": ["celsius", "fahrenheit"],
                },
            },
            "required": ["location"],
        },
    },
}
"""The example of OpenAI's cookbook."""

QUESTION = [
    Message(
        "system", "You are a helpful assistant that can answer to questions about the weather."
    ),
    Message("user", "What's the weather like in San Francisco?"),
]


def tokens(*tools, encoding="o200k_base"):
    return tool_tokens(json.dumps(tools), encoding)


# The cookbook prints both numbers as counted by the function and as billed by the API.
@pytest.mark.parametrize(("encoding", "billed"), [("o200k_base", 101), ("cl100k_base", 105)])
def test_the_published_example_is_counted_as_it_was_billed(encoding, billed):
    counted = message_tokens(QUESTION, encoding) + tokens(WEATHER, encoding=encoding)
    assert counted == billed


@pytest.mark.parametrize("nothing", ["", "  \n", "[]"])
def test_no_tools_cost_nothing(nothing):
    assert tool_tokens(nothing, "o200k_base") == 0


def test_one_definition_needs_no_list():
    assert tool_tokens(json.dumps(WEATHER), "o200k_base") == tokens(WEATHER)


def test_every_maker_s_shape_counts_the_same():
    inner = WEATHER["function"]
    flat = {"type": "function", **inner}
    anthropic = {
        "name": inner["name"],
        "description": inner["description"],
        "input_schema": inner["parameters"],
    }
    assert tokens(flat) == tokens(anthropic) == tokens(WEATHER)


def test_a_second_tool_adds_all_but_the_closing_frame():
    once = tokens(WEATHER)
    assert tokens(WEATHER, WEATHER) == 2 * once - TOOLS_FRAME


def test_a_property_inside_a_property_counts_too():
    nested = {"type": "object", "description": "Where", "properties": {"city": {"type": "string"}}}
    plain = {"type": "object", "description": "Where"}

    def tool(where):
        return {"name": "go", "parameters": {"properties": {"where": where}}}

    assert tokens(tool(nested)) > tokens(tool(plain))


def test_a_tool_may_lack_everything_but_its_name():
    # 7 for the function, 12 for the list, 2 for "go:".
    assert tokens({"name": "go"}) == 21


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        (
            '[{"name": }]',
            "no JSON: a value is missing, or is no text in quotes and no number",
        ),
        ("[1]", "Tool 1 has no name"),
        ('[{"name": "a"}, {"description": "b"}]', "Tool 2 has no name"),
        ('{"function": "go"}', "Tool 1 has no name"),
        ('{"name": "a", "parameters": [1]}', "properties of tool 1"),
        ('{"name": "a", "parameters": {"properties": {"x": 1}}}', "properties of tool 1"),
        ("[" * 100_000, "nests more than 100"),
        ("1" * 5000, "too long"),
    ],
)
def test_what_is_no_tool_is_refused_in_a_sentence(pasted, says):
    with pytest.raises(ToolsError, match=says) as refused:
        tool_tokens(pasted, "o200k_base")
    assert refused.value.field == "tools_json"
