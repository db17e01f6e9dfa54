"""Tool definitions to tokens: what the functions that a model may call add to every call."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sizewise.ground import limits
from sizewise.ground.pasted import NotReadable, read_json
from sizewise.ground.plain import Plain
from sizewise.sizing.tokens.tokens import TextTooLong, count

PROPERTIES_FRAME = 3
"""Tokens that open a function's list of properties."""
PROPERTY_FRAME = 3
"""Tokens around each property."""
CHOICES_FRAME = -3
"""Tokens that a list of allowed values adds, besides the values: it saves some."""
CHOICE_FRAME = 3
"""Tokens around each allowed value."""
TOOLS_FRAME = 12
"""Tokens that close the list of functions, once a call."""

_FUNCTION_FRAME = {"o200k_base": 7}
_OLDER_FUNCTION_FRAME = 10


class _Function(NamedTuple):
    line: str
    properties: Mapping[str, Any]


class ToolsError(Plain, ValueError):
    """Text that is no list of tool definitions; the message is meant for the learner."""

    field = "tools_json"


def tool_tokens(tools_json: str, encoding_name: str) -> int:
    """Input tokens of tool definitions, pasted as JSON. Always an estimate.

    By the rule of OpenAI's cookbook ("How to count tokens with tiktoken", section 7), which was
    fitted to GPT-3.5, GPT-4 and GPT-4o; no maker publishes how it writes tools into a prompt. What
    the rule does not speak of, such as a property inside a property, is counted as JSON text.
    Accepts one definition or a list, in the shapes of OpenAI (with or without `function` around)
    and of Anthropic (`input_schema`). Raises ToolsError and TextTooLong.
    """
    functions = [_function(each, place) for place, each in enumerate(listed(tools_json), start=1)]
    if not functions:
        return 0
    return TOOLS_FRAME + sum(_function_tokens(each, encoding_name) for each in functions)


def listed(tools_json: str) -> list[Any]:
    """The definitions in a text; none in an empty one. Raises ToolsError and TextTooLong."""
    if len(tools_json) > limits.TEXT_CHARACTERS:
        raise TextTooLong(len(tools_json))
    if not tools_json.strip():
        return []
    try:
        found = read_json(tools_json)
    except NotReadable as error:
        raise ToolsError(f"The text of the tools {error}.") from error
    return found if isinstance(found, list) else [found]


def _function(tool: Any, place: int) -> _Function:
    found = tool.get("function", tool) if isinstance(tool, dict) else tool
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise ToolsError(f"Tool {place} has no name: write a `name` and a `description`.")
    return _Function(f"{found['name']}:{_sentence(found)}", _properties(found, place))


def _properties(found: Mapping[str, Any], place: int) -> Mapping[str, Any]:
    schema = found.get("parameters") or found.get("input_schema") or {}
    properties = schema.get("properties") or {} if isinstance(schema, dict) else schema
    if not isinstance(properties, dict) or not all(
        isinstance(each, dict) for each in properties.values()
    ):
        raise ToolsError(f"The properties of tool {place} are no object of objects.")
    return properties


def _function_tokens(function: _Function, encoding_name: str) -> int:
    frame = _FUNCTION_FRAME.get(encoding_name, _OLDER_FUNCTION_FRAME)
    opened = PROPERTIES_FRAME if function.properties else 0
    inner = (_property_tokens(*each, encoding_name) for each in function.properties.items())
    return frame + count(function.line, encoding_name) + opened + sum(inner)


def _property_tokens(name: str, schema: Mapping[str, Any], encoding_name: str) -> int:
    line = f"{name}:{_text(schema.get('type', ''))}:{_sentence(schema)}"
    rest = "".join(_unspoken(schema))
    framed = PROPERTY_FRAME + count(line, encoding_name) + count(rest, encoding_name)
    choices = schema.get("enum")
    if not isinstance(choices, list):
        return framed
    values = (CHOICE_FRAME + count(_text(choice), encoding_name) for choice in choices)
    return framed + CHOICES_FRAME + sum(values)


def _unspoken(schema: Mapping[str, Any]) -> Iterator[str]:
    for key in ("properties", "items", "anyOf", "oneOf"):
        if key in schema:
            yield _text({key: schema[key]})


def _sentence(schema: Mapping[str, Any]) -> str:
    return _text(schema.get("description", "")).removesuffix(".")


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
