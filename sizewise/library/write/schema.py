"""What derives from the content types: JSON Schemas for editors, tables for docs/authoring.md."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from sizewise.ground.written import listed
from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.learn.lint import RULES, Rule
from sizewise.learn.lint.lessons import LESSON_RULES
from sizewise.library.fact import FACTS
from sizewise.library.kind import SCHEMAS, AnyKind
from sizewise.library.kinds import KINDS
from sizewise.library.meaning import meanings
from sizewise.library.write.log_schema import LOG_SCHEMA, Described, as_text, log_schema_text

WRITTEN = tuple(kind for kind in KINDS if kind.wish)
"""The kinds of files that people write."""

GUIDE = Path("docs/authoring.md")
"""The guide whose tables are written from the types, below the root."""


class _Exact(Described):
    """Our reader takes numbers as numbers only, and days as days."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        bounds = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}
        given: Mapping[str, Any] = {**schema}
        found = {
            name: float(given[key]) for key, name in bounds.items() if given.get(key) is not None
        }
        return {"type": "number", **found}


def schema_text(kind: AnyKind) -> str:
    """The JSON Schema of one kind of file."""
    return as_text(kind.form.shape.model_json_schema(schema_generator=_Exact))


def generated(root: Path) -> dict[Path, str]:
    """Every file that derives from the types, with the text it must have."""
    files = {root / SCHEMAS / f"{kind.name}.json": schema_text(kind) for kind in WRITTEN}
    files[root / LOG_SCHEMA] = log_schema_text()
    guide = root / GUIDE
    if guide.is_file():
        files[guide] = filled(guide.read_text("utf-8"))
    return files


def filled(guide: str) -> str:
    """The guide with a fresh table between each `<!-- begin x -->` and `<!-- end x -->`."""
    for name, table in tables().items():
        begin, end = f"<!-- begin {name} -->\n", f"<!-- end {name} -->"
        before, found, rest = guide.partition(begin)
        if found:
            guide = f"{before}{begin}{table}\n{end}{rest.partition(end)[2]}"
    return guide


def tables() -> dict[str, str]:
    """Every table of the guide by its name: fields of each kind of file, blocks, facts, rules."""
    fields = {kind.name: "\n\n".join(_shape_tables(kind.form.shape)) for kind in WRITTEN}
    blocks = (_block_tables(kind, shape) for kind, shape in BLOCKS.items())
    return {**fields, "blocks": "\n\n".join(blocks), **_other_tables()}


def _other_tables() -> dict[str, str]:
    return {
        "kinds": _kind_table(),
        "facts": _fact_table(),
        "rules": _rule_table(RULES),
        "lesson-rules": _rule_table(LESSON_RULES),
    }


def _kind_table() -> str:
    rows = [f"| {kind.wish} | `{kind.path(f'<{kind.beside or kind.name}>')}` |" for kind in WRITTEN]
    return "\n".join(("| wish | file |", "|---|---|", *rows))


def _rule_table(rules: Mapping[str, Rule]) -> str:
    rows = [f"| {name} | {rule.title} | {rule.reason} |" for name, rule in rules.items()]
    return "\n".join(("| rule | what it asks for | why |", "|---|---|---|", *rows))


def _shape_tables(shape: type[BaseModel]) -> Iterator[str]:
    for number, each in enumerate(family(shape)):
        heading = "" if number == 0 else f"**{_title(each)}**: {_first_line(each)}\n\n"
        yield heading + _field_table(each)


def _block_tables(kind: str, shape: type[BaseModel]) -> str:
    inner = "\n\n".join(_shape_tables(shape))
    return f"### `{kind}`\n\n{_first_line(shape)}\n\n{inner}"


def family(shape: type[BaseModel]) -> list[type[BaseModel]]:
    """A shape and every shape inside it, in the order of their fields."""
    found = [shape]
    for each in found:
        for known in each.model_fields.values():
            found.extend(s for s in _shapes_in(known.annotation) if s not in found)
    return found


def _shapes_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = [shape for each in get_args(annotation) for shape in _shapes_in(each)]
    return list(dict.fromkeys(inner))


def _field_table(shape: type[BaseModel]) -> str:
    told = meanings(shape)
    rows = [
        f"| `{name}` | {_type(known.annotation)} | {_need(known)} | {_cell(told.get(name))} |"
        for name, known in shape.model_fields.items()
        if not (shape in BLOCKS.values() and name == "kind")
    ]
    return "\n".join(("| field | value | if left out | meaning |", "|---|---|---|---|", *rows))


def _need(known: FieldInfo) -> str:
    if known.is_required():
        return "**needed**"
    value = known.get_default(call_default_factory=True)
    if value is None or value in ((), {}, ""):
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return "as below" if isinstance(value, BaseModel) else f"{value}"


def _type(annotation: Any) -> str:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(inner[0])
    if origin is Literal:
        return " · ".join(f"`{word}`" for word in inner)
    if origin in (Union, UnionType):
        return listed([_type(each) for each in inner if each is not type(None)], "or")
    if origin is tuple:
        return f"list of {_type(inner[0])}"
    if origin is dict:
        return f"names with {_type(inner[1])}"
    return _WORDS.get(getattr(annotation, "__name__", ""), "") or _title(annotation)


_WORDS = {
    "str": "text",
    "int": "whole number",
    "Decimal": "number",
    "bool": "`true` · `false`",
    "date": "day, as 2026-11-21",
    "Scoring": "`balanced` · `exact` · `net`",
}


def _title(shape: type) -> str:
    """`NumericAnswer` as people say it: numeric answer."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__).lower()


def _first_line(shape: type) -> str:
    return (shape.__doc__ or "").strip().split("\n")[0]


def _cell(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("|", "\\|")


def _fact_table() -> str:
    rows = [
        f"| `{{{{{' '.join((name, *form.arguments))}}}}}` | {form.meaning} | `{form.example}` |"
        for name, form in FACTS.items()
    ]
    return "\n".join(("| fact | becomes | example |", "|---|---|---|", *rows))
