"""Replies that a program can use, and what is said of those that it cannot."""

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lesson.json_schema import SchemaUnusable, read_schema

RULES = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "grade": {"enum": ["A", "B", "C"]},
        "points": {"type": "integer", "minimum": 0, "maximum": 100},
        "answers": {"type": "array", "items": {"type": "boolean"}, "maxItems": 2},
    },
    "required": ["name", "grade"],
    "additionalProperties": False,
}
GOOD = '{"name": "Ada", "grade": "A"}'
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def flaws(reply, rules=RULES):
    return read_schema(json.dumps(rules)).flaws(reply)


def only(reply, rules=RULES):
    (flaw,) = flaws(reply, rules)
    return f"{flaw.place}: {flaw.what}"


def test_a_good_reply_has_no_flaw():
    assert flaws(GOOD) == ()


def test_every_problem_is_named_with_its_place():
    reply = {"name": "A", "points": 101, "answers": [True, "no", 1], "age": 3}
    assert [f"{place}: {what}" for place, what in flaws(json.dumps(reply))] == [
        "The whole reply: The field “grade” is missing.",
        "The whole reply: The field “age” is not in the schema, and no other is allowed.",
        "answers: It has 3 entries, and the most is 2.",
        'answers, number 2: "no" is a text, and true or false is wanted.',
        "answers, number 3: 1 is a number, and true or false is wanted.",
        "name: It has 1 character, and the least is 2.",
        "points: 101 is too large: 100 is the most.",
    ]


def test_the_second_entry_comes_before_the_tenth():
    found = flaws(json.dumps(["x"] * 11), {"items": {"type": "number"}})
    assert [flaw.place for flaw in found][1:10:8] == ["number 2", "number 10"]


@pytest.mark.parametrize(
    ("rules", "value", "words"),
    [
        ({"type": ["string", "null"]}, 1, "1 is a number, and a text or null is wanted."),
        ({"type": "integer"}, True, "true is true or false, and a whole number is wanted."),
        ({"type": "object"}, [], "[] is a list, and an object is wanted."),
        ({"type": "array"}, {}, "{} is an object, and a list is wanted."),
        ({"enum": ["A", "B"]}, "E", '"E" is not allowed. Choose from "A", "B".'),
        ({"const": 7}, 8, "8 is not allowed. It must be 7."),
        ({"exclusiveMinimum": 0}, 0, "0 is too small: it must be above 0."),
        ({"exclusiveMaximum": 1}, 1, "1 is too large: it must be below 1."),
        ({"multipleOf": 5}, 7, "7 is no multiple of 5."),
        ({"uniqueItems": True}, [1, 1], "Two entries of the list are the same."),
        ({"pattern": "^[A-F]$"}, "Z", '"Z" does not have the form "^[A-F]$".'),
        ({"format": "date"}, "2026-13-01", '"2026-13-01" does not have the form of a date.'),
        ({"minProperties": 1}, {}, "It has 0 fields, and the least is 1."),
        ({"anyOf": [{"type": "null"}, {"minimum": 3}]}, 1, "It fits none of the 2 forms"),
        ({"oneOf": [{"minimum": 0}, {"minimum": 1}]}, 2, "It fits more than one of the 2 forms"),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "“a” needs the field “b” beside it."),
        ({"not": {"type": "null"}}, None, 'It does not keep to the rule {"not": {"type": "null"}}'),
        ({"properties": {"a": False}}, {"a": 1}, "the rule that nothing may stand here"),
    ],
)
def test_every_rule_is_told_in_a_sentence(rules, value, words):
    assert words in only(json.dumps(value), rules)


def test_a_field_that_a_pattern_allows_is_no_problem():
    rules = {"patternProperties": {"^x-": {}}, "additionalProperties": False}
    assert "“y”" in only('{"x-a": 1, "y": 2}', rules)


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("", "It is empty."),
        (" \n", "It is empty."),
        ('{"name": "Ada",}', "Line 1, character 16: A comma stands before }."),
        ("[1, 2,]", "A comma stands before ]."),
        ('{"name": "Ada"\n "grade": "A"}', "Line 2, character 2: A comma is missing"),
        ('{"name" "Ada"}', "A colon is missing"),
        ("{'name': 1}", "double quotes, not in single ones"),
        ("{name: 1}", "A field’s name is missing, or it has no double quotes."),
        ('{"name": Ada}', "a text has no quotes: Ada}"),
        ('{"name": True}', "True is Python. JSON writes true."),
        ("None", "None is Python. JSON writes null."),
        ('{"name": NaN}', "NaN is no number in JSON."),
        ('{"name": 1 // one\n}', "JSON has no comments."),
        ('{"name": "A\nda"}', "A line end or a tab stands inside a text."),
        (r'{"name": "\q"}', "A backslash"),
        ('{"name":', "It breaks off here."),
        ('{"name": "Ad', "A text begins here and never ends."),
        ("Sure! Here it is: {}", "It begins with words, not with JSON: Sure! Here it is"),
        (f"{GOOD} Anything else?", "The JSON has ended, and more follows: Anything else?"),
        (f"\ufeff{GOOD}", "An invisible mark"),
        ("[" * 51 + "]" * 51, "more than 50 deep"),
        ("[" * 100_000, "more than 50 deep"),
        ('{"a":[' * 50_000, "more than 50 deep"),
    ],
)
def test_what_is_no_json_says_why_and_where(reply, words):
    assert words in only(reply)


@pytest.mark.parametrize(
    "reply",
    ['"' + '\\"' * 50_000, "~" * 100_000, "```\n" + " " * 100_000],
    ids=["escaped quotes", "tildes", "a fence that never ends"],
)
def test_a_long_reply_that_never_ends_is_read_at_once(reply):
    began = process_time()
    assert flaws(reply)
    assert process_time() - began < 2


def test_brackets_inside_a_text_are_not_deep():
    assert flaws(json.dumps({"name": "[" * 60, "grade": "A"})) == ()


def test_a_fence_is_a_flaw_and_what_stands_inside_is_checked_too():
    first, second = flaws('```json\n{"name": "Ada"}\n```')
    assert "code fence" in first.what
    assert second.what == "The field “grade” is missing."


def test_a_field_given_twice_is_named_with_its_place():
    found = flaws('{"a": {"b": 1, "b": 2}}', {})
    assert found == (("a", "The field “b” stands twice. Programs keep one and drop the other."),)


@pytest.mark.parametrize("number", ["9007199254740992", "-" + "9" * 5000, "1e999"])
def test_a_number_that_programs_cannot_keep_is_told(number):
    # RFC 8259, section 6: whole numbers up to 2**53 - 1 = 9007199254740991 are safe.
    assert "is too large: many programs cannot keep such a number." in only(number, {})


def test_the_largest_safe_number_is_fine():
    assert flaws("9007199254740991", {}) == ()


def test_half_of_a_surrogate_pair_is_told_in_a_text_that_a_screen_can_show():
    only(r'"\ud800"', {"type": "null"}).encode("utf-8")


@given(values)
def test_every_value_that_json_can_write_is_held_against_the_schema(value):
    for place, what in flaws(json.dumps(value)):
        assert place and what.endswith(".")


@given(st.text(alphabet='{}[]",:\\/truefalsn1e9-.` \n\t', max_size=40))
def test_no_text_at_all_stops_the_check(reply):
    try:
        json.loads(reply)
    except ValueError:
        assert flaws(reply, {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"type": "object",}', "line 1, character 19: A comma stands before }"),
        ("[]", "it is no object"),
        ('{"minimum": "a"}', 'minimum: "a" is a text, and a number is wanted'),
        ('{"properties": {"a": {"type": "strin"}}}', "properties, a, type: "),
        ('{"$ref": "https://example.org/x"}', "which it does not hold"),
        ('{"$ref": "#/$defs/a"}', "which it does not hold"),
        ('{"$ref": "#mark"}', "which it does not hold"),
        ('{"$ref": "file:///etc/passwd"}', "which it does not hold"),
        ('{"$dynamicRef": "https://example.org/x"}', "which it does not hold"),
        ('{"items": {"$id": "https://example.org/x", "$ref": "#/items"}}', "$id of its own"),
        ('{"pattern": "("}', '"(" is no pattern'),
        ('{"patternProperties": {"[": {}}}', '"[" is no pattern'),
        ('{"pattern": "((a{1000}){1000}){1000}"}', "is no pattern that can be used"),
        (f'{{"pattern": "{"(" * 500}"}}', "is no pattern that can be used"),
        (f'{{"pattern": "{"a" * 501}"}}', "is no pattern that can be used"),
        ('{"patternProperties": {"a": {}}, "unevaluatedProperties": false}', "it has both"),
        ('{"type": "null", "type": "null"}', "stands twice"),
    ],
)
def test_a_schema_that_cannot_be_used_says_why(text, words):
    with pytest.raises(SchemaUnusable) as refused:
        read_schema(text)
    assert words in str(refused.value)


def test_a_schema_may_refer_to_a_place_of_its_own():
    rules = {"$defs": {"mark": {"maximum": 15}}, "items": {"$ref": "#/$defs/mark"}}
    assert only("[16]", rules) == "number 1: 16 is too large: 15 is the most."


def test_a_schema_that_turns_in_a_circle_is_refused():
    with pytest.raises(SchemaUnusable, match="without end"):
        read_schema('{"$ref": "#"}').flaws("1")


def doubling(times):
    """A schema whose references double: each step needs the next one twice."""
    steps = {f"s{n}": {"allOf": [{"$ref": f"#/$defs/s{n + 1}"}] * 2} for n in range(times)}
    return {"$defs": {**steps, f"s{times}": {}}, "$ref": "#/$defs/s0"}


def test_a_schema_that_needs_for_ever_is_given_up():
    start = process_time()
    assert "It takes too long" in only("1", doubling(40))
    assert process_time() - start < 3


def test_a_schema_that_needs_some_steps_is_followed():
    assert flaws("1", doubling(5)) == ()


@pytest.mark.parametrize(
    "rules",
    [
        {"pattern": r"^(?:a|ab|b|aba)*\1?(\w*\d*)*(\w*\d*)*$"},
        {"pattern": r"^(\w+\s?)*(\w+\s?)*=$"},
        {"propertyNames": {"pattern": r"(x+x+)+y(\w+\s?)*="}},
        {"patternProperties": {r"(x+x+)+y(\w+\s?)*=": {}}, "additionalProperties": False},
    ],
)
def test_a_pattern_that_goes_back_and_forth_ends_soon(rules):
    start = process_time()
    flaws(json.dumps("ab" * 1_500 + "!"), rules)
    flaws(json.dumps({"x" * 1_500 + "!": 1}), rules)
    assert process_time() - start < 2


def test_a_text_that_a_pattern_cannot_judge_in_time_says_so():
    rules = {"pattern": r"^(?:a|ab|b|aba)*\1?(\w*\d*)*(\w*\d*)*$"}
    assert "It takes too long" in only(json.dumps("ab" * 1_500 + "!"), rules)


def test_fields_that_a_pattern_does_not_allow_are_held_against_what_else_may_stand():
    rules = {"patternProperties": {"^x-": {}}, "additionalProperties": {"type": "null"}}
    assert only('{"x-a": 1, "y": 2}', rules) == "y: 2 is a number, and null is wanted."
    assert only('{"x-a": 1}', {"patternProperties": {"^x-": {"type": "null"}}}).startswith("x-a: 1")


@pytest.mark.parametrize("number", ["1e999", "9" * 400, "[1e999]"])
def test_a_number_beyond_all_bounds_stops_no_rule(number):
    assert "is too large" in only(number, {"multipleOf": 0.1, "items": {"multipleOf": 0.1}})


@pytest.mark.parametrize(
    "reply",
    [
        "`" * 4_000,
        "```\n" + " " * 4_000,
        '"' * 4_000,
        "{" + '"a":1,' * 600 + '"a":1}',
        "[" + "[]," * 1_300 + "[]]",
        json.dumps("(" * 3_900),
    ],
)
def test_no_reply_takes_long(reply):
    start = process_time()
    flaws(reply, {"format": "regex", "uniqueItems": True})
    assert process_time() - start < 1
