"""The JSON Schema of a line of a benchmark's log, for whoever reads logs with other programs."""

import json
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sizewise.benchmark.trial import Trial
from sizewise.library.meaning import meanings

LOG_SCHEMA = Path("docs/trial.schema.json")
"""Where it stands, below the root."""


class Described(GenerateJsonSchema):
    """Each field says what it means."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a type, with the text below each of its fields."""
        written = super().model_schema(schema)
        for name, text in meanings(schema["cls"]).items():
            written["properties"][name]["description"] = text
        return written


def log_schema_text() -> str:
    """The JSON Schema of a line as it is written: every field is there."""
    return as_text(Trial.model_json_schema(mode="serialization", schema_generator=Described))


def as_text(schema: JsonSchemaValue) -> str:
    """A JSON Schema as a file holds it."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
