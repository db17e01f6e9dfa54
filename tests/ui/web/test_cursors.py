"""Copies of Streamlit's cursors: alike, and with nothing in common that changes."""

from copy import deepcopy

import pytest
from streamlit.cursor import Cursor, LockedCursor, RunningCursor

from sizewise.ui.web import cursors


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(Cursor, "__deepcopy__", None, raising=False)  # taken away at the end
    cursors.copy_quickly()


def moved():
    """A cursor that has gone on, and shows something in passing."""
    cursor = RunningCursor(0, (1, 2))
    cursor.lock_element()
    cursor._transient_index = 3
    cursor._transient_elements[3] = ["passing"]
    return cursor


@pytest.mark.parametrize("cursor", [RunningCursor(1), moved(), LockedCursor(0, (4,), 5)])
def test_a_copy_is_what_pythons_own_copy_is(cursor, monkeypatch):
    own = deepcopy(cursor)
    monkeypatch.setattr(Cursor, "__deepcopy__", None, raising=False)
    cursors.copy_quickly()
    copy = deepcopy(cursor)
    assert type(copy) is type(own)
    assert _shown(copy) == _shown(own) == _shown(cursor)


def _shown(cursor):
    return {**vars(cursor), "_transient_elements": dict(cursor._transient_elements.items())}


def test_a_copy_goes_on_by_itself(quick):
    cursor = moved()
    copy = deepcopy(cursor)
    copy._transient_elements[3].append("more")
    copy._transient_elements[7] = "another"
    copy.lock_element()
    assert (cursor.index, copy.index) == (1, 2)
    assert dict(cursor._transient_elements.items()) == {3: ["passing"]}


def test_what_streamlit_adds_one_day_is_copied_too(quick):
    cursor = RunningCursor(0)
    cursor.more = [1]
    copy = deepcopy(cursor)
    copy.more.append(2)
    assert cursor.more == [1]


def test_two_names_of_one_cursor_stay_one(quick):
    cursor = RunningCursor(0)
    one, other = deepcopy([cursor, cursor])
    assert one is other
