"""JSON Schema's rules with an end: every pattern has a moment, and all of them together so many
steps.

A schema is its author's and a reply is anybody's. A pattern such as `(a+)+$` needs longer than the
universe is old for some texts of forty letters, and references that double need as long.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import prod
from typing import Any

import regex

STEPS = 10_000
"""Rules that one reply is held against; a lesson's need some hundreds."""
SECONDS = 0.1
"""How long one text may be held against one pattern."""
LONGEST_PATTERN = 500
"""Characters of a pattern."""
MOST_REPEATS = 100_000
"""How often a pattern may ask for a sign, all its numbers in braces multiplied."""

Errors = Iterator[Any]
"""What is wrong with a text, as the library that compares it with a schema says it."""
SchemaRule = Callable[[Any, Any, Any, Any], Errors | None]
"""How the library states a rule: the validator, the rule's value, what it is held against, and the
schema around it."""


class TooMuchWork(Exception):
    """A reply cannot be held against a schema in the steps and the time there are."""


def validator_for(rules: Mapping[str, Any] | bool) -> Any:
    """The library's validator of that schema, for one reply. It raises TooMuchWork."""
    from jsonschema.validators import extend

    draft = draft_2020()
    own = {**draft.VALIDATORS, **_PATTERNS}
    left = iter(range(STEPS))
    counted = {name: _counted(rule, left) for name, rule in own.items()}
    return extend(draft, counted)(rules, format_checker=_formats(draft))


def _formats(draft: Any) -> Any:
    """Every format but `regex`: to know whether a text is one, it would be read as one."""
    from jsonschema import FormatChecker

    return FormatChecker(draft.FORMAT_CHECKER.checkers.keys() - {"regex"})


def draft_2020() -> Any:
    """The library's validator, without any end."""
    # A tenth of a second to load, which only lessons with such a block need.
    from jsonschema import Draft202012Validator

    return Draft202012Validator


def usable(pattern: str) -> bool:
    """Whether that is a pattern, and fits in memory: `((a{1000}){1000}){1000}` does not."""
    numbers = map(int, re.findall(r"[0-9]{1,9}", "".join(re.findall(r"\{[0-9,]*\}", pattern))))
    if len(pattern) > LONGEST_PATTERN or prod(filter(None, numbers)) > MOST_REPEATS:
        return False
    try:
        regex.compile(pattern)
    except (regex.error, RecursionError):
        return False
    return True


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text. Raises TooMuchWork."""
    try:
        return bool(regex.search(pattern, text, timeout=SECONDS, concurrent=True))
    except TimeoutError:
        raise TooMuchWork from None


def _counted(rule: SchemaRule, left: Iterator[int]) -> SchemaRule:
    def count(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        if next(left, None) is None:
            raise TooMuchWork
        yield from rule(validator, value, instance, schema) or ()

    return count


def _pattern(validator: Any, form: str, text: Any, _schema: Any) -> Errors:
    if validator.is_type(text, "string") and not matches(form, text):
        yield _error("does not match")


def _pattern_properties(validator: Any, forms: Any, instance: Any, _schema: Any) -> Errors:
    for form, schema in forms.items() if validator.is_type(instance, "object") else ():
        for name, value in instance.items():
            if matches(form, name):
                yield from validator.descend(value, schema, path=name, schema_path=form)


def _additional_properties(validator: Any, wanted: Any, instance: Any, schema: Any) -> Errors:
    if not validator.is_type(instance, "object"):
        return
    others = unasked(instance, schema)
    if wanted is False and others:
        yield _error("not in the schema")
    for name in others if wanted is not False else ():
        yield from validator.descend(instance[name], wanted, path=name)


def unasked(value: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    """The fields of an object that a schema speaks of neither by name nor by pattern."""
    known, forms = schema.get("properties", {}), schema.get("patternProperties", {})
    return [
        name for name in value if name not in known and not any(matches(f, name) for f in forms)
    ]


def _error(message: str) -> Any:
    from jsonschema.exceptions import ValidationError

    return ValidationError(message)


_PATTERNS: Mapping[str, SchemaRule] = {
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
}
"""The rules that hold a pattern against a text of the reply. So does `unevaluatedProperties`, but
only beside `patternProperties`, which a schema here may not have both."""
