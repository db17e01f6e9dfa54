"""JSON Schemas: whether a text is one, and whether another text follows it.

The package that knows them is slow to import, so it is imported where it is used.
"""

import json


def schema_fault(text: str) -> str:
    """What keeps a text from being a JSON Schema; empty when nothing does."""
    from jsonschema import Draft202012Validator, SchemaError

    try:
        schema = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        return f"the schema is no JSON{line}"
    if not isinstance(schema, dict):
        return 'the schema is no object; begin it with {"type": "object"}'
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return f"the schema is no JSON Schema: {error.message[:200]}"
    return ""


def form_fault(text: str, schema: str) -> str:
    """What keeps a text from being JSON that follows a sound schema; empty when nothing does."""
    from jsonschema import Draft202012Validator

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return "no JSON"
    wrong = next(Draft202012Validator(json.loads(schema)).iter_errors(value), None)
    return f"not in the form: {wrong.message[:200]}" if wrong else ""
