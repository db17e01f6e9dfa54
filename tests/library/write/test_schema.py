import json
from pathlib import Path

import pytest

from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.learn.lesson.lesson import Lesson
from sizewise.library.fact import FACTS
from sizewise.library.write.schema import WRITTEN, filled, generated, tables

ROOT = Path(__file__).parents[3]


def test_what_derives_from_the_types_is_up_to_date():
    old = [path.name for path, text in generated(ROOT).items() if path.read_text("utf-8") != text]
    assert old == [], "run: python -m sizewise schema"


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)
def test_a_schema_names_every_field_with_its_meaning_and_refuses_others(kind):
    schema = json.loads((ROOT / "content" / "schema" / f"{kind.name}.json").read_text("utf-8"))
    assert set(schema["properties"]) == set(kind.form.shape.model_fields)
    for shape in (schema, *schema.get("$defs", {}).values()):
        assert shape.get("additionalProperties") is False or "enum" in shape
        for field in shape.get("properties", {}).values():
            assert field.get("description")


def test_exact_numbers_are_numbers_for_editors_too():
    quiz = json.loads((ROOT / "content" / "schema" / "quiz.json").read_text("utf-8"))
    assert quiz["properties"]["pass_mark"]["type"] == "number"
    assert quiz["properties"]["pass_mark"]["maximum"] == 1


def test_the_guide_has_a_place_for_every_table():
    guide = (ROOT / "docs" / "authoring.md").read_text("utf-8")
    assert [name for name in tables() if f"<!-- begin {name} -->" not in guide] == []
    assert [name for name in tables() if f"<!-- end {name} -->" not in guide] == []


def test_the_guide_names_every_block_and_every_fact():
    guide = (ROOT / "docs" / "authoring.md").read_text("utf-8")
    assert [kind for kind in BLOCKS if f"### `{kind}`" not in guide] == []
    assert [name for name in FACTS if f"`{{{{{name} " not in guide] == []


def test_every_block_that_a_lesson_may_hold_can_be_read():
    schema = json.dumps(Lesson.model_json_schema())
    assert [kind for kind in BLOCKS if f'"const": "{kind}"' not in schema] == []
    answers = ("cost", "tokens", "formula")
    assert schema.count('"const": ') == len(BLOCKS) + len(("prose", "block", *answers))


def test_filling_the_guide_changes_the_tables_only():
    guide = "Before.\n<!-- begin glossary -->\nold\n<!-- end glossary -->\nAfter.\n"
    new = filled(guide)
    assert new.startswith("Before.\n<!-- begin glossary -->\n| field |")
    assert new.endswith("<!-- end glossary -->\nAfter.\n")
    assert "old" not in new
    assert filled(new) == new
