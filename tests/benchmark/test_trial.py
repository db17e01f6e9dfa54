"""The documented form of a log's line is the one that is written."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from sizewise.benchmark.log import line
from sizewise.benchmark.trial import Trial
from tests.benchmark.builders import by_rules, failure, graded, trial

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "trial.schema.json").read_text("utf-8"))


def test_what_is_written_keeps_to_the_schema():
    written = [trial(), failure(), trial(grade=graded(True, confidence=0.5), server={"ms": 1.5})]
    for each in written:
        Draft202012Validator(SCHEMA).validate(json.loads(line(each)))


def test_the_schema_says_what_every_field_means_and_refuses_others():
    assert SCHEMA["additionalProperties"] is False
    assert [
        name for name, field in SCHEMA["properties"].items() if "description" not in field
    ] == []


def test_the_guide_tells_every_field():
    guide = (DOCS / "benchmark.md").read_text("utf-8")
    assert [name for name in Trial.model_fields if f"| `{name}` |" not in guide] == []


def test_rules_cost_nothing_and_a_model_that_told_no_price_is_no_rule():
    assert by_rules().cost == 0
    at_once = {"first": 58, "chunks": (58,), "end": 58, "charge": None}
    assert [one.cost for one in (trial(**at_once), trial(tokens=None, charge=None))] == [None, None]
    assert failure(first=58, end=58).cost is None
