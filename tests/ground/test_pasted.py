"""JSON that somebody pasted: read, or refused with a clause, and soon."""

import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground import limits
from sizewise.ground.pasted import NotReadable, deeper_than, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
MANY = limits.RESPONSE_CHARACTERS


def hostile(many):
    """Texts of about so many characters, made to keep a reader busy."""
    return {
        "open lists": "[" * many,
        "open objects": '{"a":' * (many // 5),
        "empty lists": "[" + "[]," * (many // 3 - 1) + "[]]",
        "empty objects": "[" + "{}," * (many // 3 - 1) + "{}]",
        "quotes": '"' * many,
        "backslashes": '"' + "\\" * many,
        "an open text": '["' + "[" * many,
        "fields": "{" + ",".join(f'"{place:x}":0' for place in range(many // 10)) + "}",
        "the same field": "{" + '"a":1,' * (many // 7) + '"a":1}',
        "one number": "9" * many,
        "numbers": "[" + "1.5," * (many // 4 - 1) + "1]",
        "spaces": " " * many,
        "nothing": "",
    }


HOSTILE = hostile(MANY)
FIFTH = hostile(MANY // 5)


@given(VALUES)
def test_what_is_json_comes_back_as_it_was(value):
    assert read_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{'a': 1}", "is no JSON: .* at line 1, column 2"),
        ('{"a": 1,\n"a": 2}', 'has the field "a" twice'),
        ("9" * 5_000, "number that is too long"),
        ("[" * 100_000, "nests more than 100"),
        ("", "is no JSON"),
    ],
)
def test_what_cannot_be_read_says_why(text, words):
    with pytest.raises(NotReadable, match=words):
        read_json(text)


def test_brackets_inside_a_text_do_not_nest():
    assert not deeper_than(json.dumps("[" * 500 + '"' + "{" * 500), 1)


@given(VALUES, st.integers(0, 4))
def test_depth_is_what_a_walk_through_the_value_finds(value, most):
    assert deeper_than(json.dumps(value), most) == (_depth(value) > most)


def _depth(value):
    if not isinstance(value, list | dict):
        return 0
    inner = value if isinstance(value, list) else value.values()
    return 1 + max(map(_depth, inner), default=0)


def _seconds(text):
    start = time.process_time()
    _answer(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_costs_much(name):
    """Its memory is counted, which takes much longer than reading, for a fifth of it."""
    assert any(_seconds(HOSTILE[name]) < 2 for _ in range(3))  # neighbours slow some of them
    tracemalloc.start()
    _answer(FIFTH[name])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def _answer(text):
    try:
        return read_json(text)
    except NotReadable:
        return None
