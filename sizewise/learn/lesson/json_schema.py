"""Replies held against a JSON Schema: every problem with its place, in plain words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sizewise.ground.written import listed, number_of
from sizewise.learn.lesson.json_rules import TooMuchWork, draft_2020, unasked, usable, validator_for
from sizewise.learn.lesson.json_text import WHOLE, Flaw, JsonKey, name_of, place_of, read, shown


class SchemaUnusable(ValueError):
    """A text that is no JSON Schema we can use; says what is wrong."""


@dataclass(frozen=True)
class JsonSchema:
    """A JSON Schema, draft 2020-12, that refers to nothing outside itself."""

    rules: Mapping[str, Any] | bool

    def flaws(self, reply: str) -> tuple[Flaw, ...]:
        """Everything that is wrong with a reply, its writing first. None: a program can use it.

        Raises SchemaUnusable when the schema refers to itself without end.
        """
        found = read(reply)
        if not found.whole:
            return found.flaws
        try:
            errors = sorted(validator_for(self.rules).iter_errors(found.value), key=_order)
            broken = [flaw for error in errors for flaw in _flaws(error)]
        except RecursionError:
            raise SchemaUnusable("it refers to itself without end") from None
        except TooMuchWork:
            broken = [TOO_MUCH_WORK]
        except OverflowError:  # of a number so large that it is among the flaws already
            broken = []
        return tuple(dict.fromkeys((*found.flaws, *broken)))


TOO_MUCH_WORK = Flaw(WHOLE, "It takes too long to hold this against the schema. Make it shorter.")
"""What is said of a reply that nobody can check in a moment."""


def read_schema(text: str) -> JsonSchema:
    """The schema that a text holds. Raises SchemaUnusable."""
    found = read(text)
    if found.flaws:
        place, what = found.flaws[0]
        raise SchemaUnusable(f"{place[0].lower()}{place[1:]}: {what.rstrip('.')}")
    if not isinstance(found.value, dict):
        raise SchemaUnusable("it is no object between { and }")
    for target in _references(found.value):
        _inside(target, found.value)
    _check(found.value)
    _check_patterns(found.value)
    return JsonSchema(found.value)


def _check(rules: Mapping[str, Any]) -> None:
    from jsonschema.exceptions import SchemaError

    try:
        draft_2020().check_schema(rules, format_checker=None)
    except SchemaError as error:
        place = place_of(tuple(error.absolute_path))
        problem = next(iter(_flaws(error)), Flaw(place, error.message))
        raise SchemaUnusable(f"{place}: {problem.what.rstrip('.')}") from None


def _check_patterns(rules: Mapping[str, Any]) -> None:
    words = set[str]()
    for each in _objects(rules):
        words |= each.keys()
        if each is not rules and isinstance(each.get("$id"), str):
            raise SchemaUnusable("a part of it has an $id of its own")
        form, forms = each.get("pattern"), each.get("patternProperties")
        for pattern in (form, *(forms if isinstance(forms, dict) else ())):
            if isinstance(pattern, str) and not usable(pattern):
                raise SchemaUnusable(f"{shown(pattern)} is no pattern that can be used")
    if {"patternProperties", "unevaluatedProperties"} <= words:
        raise SchemaUnusable("it has both patternProperties and unevaluatedProperties")


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in a value, itself first."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    for each in inside if isinstance(value, dict | list) else ():
        yield from _objects(each)


def _references(value: Any) -> Iterator[str]:
    for each in _objects(value):
        yield from (each[name] for name in ("$ref", "$dynamicRef") if name in each)


def _inside(target: Any, rules: Mapping[str, Any]) -> None:
    """Nothing is fetched from elsewhere: a reference names a place in the same schema."""
    node: Any = rules
    own = isinstance(target, str) and (target == "#" or target.startswith("#/"))
    steps = target.split("/")[1:] if own else [""]
    for step in steps:
        node = node.get(step) if isinstance(node, dict) else None
        if node is None:
            raise SchemaUnusable(f"it refers to {shown(target)}, which it does not hold")


def _flaws(error: Any) -> Iterator[Flaw]:
    """One finding of the library in our words; what has no sentence of its own shows its rule."""
    place = place_of(tuple(error.absolute_path))
    say = _SENTENCES.get(error.validator)
    if say is None:
        yield Flaw(place, f"It does not keep to the rule {_rule(error)}.")
        return
    for what in say(error.validator_value, error.instance, error):
        yield Flaw(place, what)


def _order(error: Any) -> list[tuple[int, str]]:
    """Where a finding stands among the others: by its way, the tenth entry after the second."""
    path: tuple[JsonKey, ...] = tuple(error.absolute_path)
    return [(key, "") if type(key) is int else (0, str(key)) for key in path]


def _rule(error: Any) -> str:
    if error.validator is None:
        return "that nothing may stand here"
    return shown({error.validator: error.validator_value})


Sentences = Callable[[Any, Any, Any], Iterator[str]]
"""What a rule says of a value: the rule's own value, the value, and the library's finding."""


def _missing(names: list[str], value: Any, _error: Any) -> Iterator[str]:
    for name in names:
        if name not in value:
            yield f"The field {name_of(name)} is missing."


def _unasked(_rule: Any, value: Any, error: Any) -> Iterator[str]:
    for name in unasked(value, error.schema):
        yield f"The field {name_of(name)} is not in the schema, and no other is allowed."


def _wrong_kind(kinds: Any, value: Any, _error: Any) -> Iterator[str]:
    wanted = listed([_KINDS.get(each, each) for each in _listed(kinds)], "or")
    yield f"{shown(value)} is {_kind(value)}, and {wanted} is wanted."


def _listed(kinds: Any) -> list[str]:
    return kinds if isinstance(kinds, list) else [kinds]


_KINDS = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "null",
    "array": "a list",
    "object": "an object",
}


def _kind(value: Any) -> str:
    names = {str: "a text", bool: "true or false", list: "a list", type(None): "null"}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "a number"
    return names.get(type(value), "an object")


def _no_choice(allowed: list[Any], value: Any, _error: Any) -> Iterator[str]:
    yield f"{shown(value)} is not allowed. Choose from {', '.join(map(shown, allowed))}."


def _not_that(only: Any, value: Any, _error: Any) -> Iterator[str]:
    yield f"{shown(value)} is not allowed. It must be {shown(only)}."


def _says(words: str) -> Sentences:
    """A rule whose sentence needs its value and what it was held against."""

    def say(rule: Any, value: Any, _error: Any) -> Iterator[str]:
        yield words.format(value=shown(value), rule=shown(rule))

    return say


def _counts(words: str, what: str) -> Sentences:
    """A rule about how many characters, entries or fields there are."""

    def say(rule: Any, value: Any, _error: Any) -> Iterator[str]:
        yield f"It has {number_of(len(value), what, _PLURALS[what])}, and {words.format(rule)}."

    return say


_PLURALS = {"character": "characters", "entry": "entries", "field": "fields"}


def _not_proper(form: str, value: Any, _error: Any) -> Iterator[str]:
    yield f"{shown(value)} does not have the form of a {form}."


def _no_form(forms: list[Any], _value: Any, error: Any) -> Iterator[str]:
    if error.context:
        yield f"It fits none of the {len(forms)} forms that are allowed here."
    else:
        yield f"It fits more than one of the {len(forms)} forms, and exactly one is wanted."


def _not_complete(needs: Mapping[str, list[str]], value: Any, _error: Any) -> Iterator[str]:
    for name, others in needs.items():
        for other in others if name in value else ():
            if other not in value:
                yield f"The field {name_of(name)} needs the field {name_of(other)} beside it."


_SENTENCES: Mapping[str | None, Sentences] = {
    "required": _missing,
    "additionalProperties": _unasked,
    "dependentRequired": _not_complete,
    "type": _wrong_kind,
    "enum": _no_choice,
    "const": _not_that,
    "minimum": _says("{value} is too small: {rule} is the least."),
    "maximum": _says("{value} is too large: {rule} is the most."),
    "exclusiveMinimum": _says("{value} is too small: it must be above {rule}."),
    "exclusiveMaximum": _says("{value} is too large: it must be below {rule}."),
    "multipleOf": _says("{value} is no multiple of {rule}."),
    "minLength": _counts("the least is {}", "character"),
    "maxLength": _counts("the most is {}", "character"),
    "minItems": _counts("the least is {}", "entry"),
    "maxItems": _counts("the most is {}", "entry"),
    "minProperties": _counts("the least is {}", "field"),
    "maxProperties": _counts("the most is {}", "field"),
    "uniqueItems": _says("Two entries of the list are the same."),
    "pattern": _says("{value} does not have the form {rule}."),
    "format": _not_proper,
    "anyOf": _no_form,
    "oneOf": _no_form,
}
"""What a broken rule means, by the rule's name in JSON Schema."""
