"""Titles of classes, and the names that learners are given there."""

import random
import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from sizewise.learn.class_room.membership import (
    TITLE_CHARACTERS,
    Class,
    ClassCode,
    TitleRefused,
    class_title,
)
from sizewise.learn.class_room.pseudonyms import pseudonym, words


def test_a_name_is_an_adjective_an_animal_and_a_number():
    names = {pseudonym((), random.Random(seed).choice) for seed in range(50)}
    assert len(names) == 50
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-[1-9]\d", name) for name in names)


def test_a_name_that_is_taken_is_not_given_again():
    first = pseudonym((), random.Random(1).choice)
    assert pseudonym({first}, random.Random(1).choice) != first


@pytest.mark.parametrize("kind", ["adjectives", "animals"])
def test_the_lists_hold_plain_words_each_once_in_order(kind):
    found = words(kind)
    assert list(found) == sorted(set(found))
    assert all(re.fullmatch(r"[a-z]{3,12}", word) for word in found)


def test_there_are_names_for_many_classes():
    assert len(words("adjectives")) * len(words("animals")) * 90 > 300_000


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Year 9 \n Tuesday ", "Year 9 Tuesday"), ("9a\x00b\u200b", "9a b"), ("9é 🦊", "9é 🦊"),
     ("x" * TITLE_CHARACTERS, "x" * TITLE_CHARACTERS)],
)  # fmt: skip
def test_a_title_stands_on_one_line_without_what_nobody_sees(typed, kept):
    assert class_title(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200b", " " * 10_000])
def test_a_title_of_nothing_is_refused(typed):
    with pytest.raises(TitleRefused, match="Give the class a title"):
        class_title(typed)


@pytest.mark.parametrize("length", [TITLE_CHARACTERS + 1, 10_000])
def test_a_title_without_an_end_is_refused(length):
    with pytest.raises(TitleRefused, match=f"more than {TITLE_CHARACTERS} characters"):
        class_title("x" * length)


def lasting_until(day):
    return Class("id", "Year 9", "digest", datetime(2026, 9, 1, tzinfo=UTC), day)


# By hand, from the offsets of those days: Los Angeles -8, Tokyo +9, the Line Islands +14. In New
# York clocks go back from -4 to -5 on 1 November 2026, in Berlin forth from +1 to +2 on 28 March
# 2027, and in Santiago from -4 to -3 as 6 September 2026 begins, which has no midnight.
@pytest.mark.parametrize(
    ("zone", "day", "over"),
    [("UTC", date(2026, 12, 1), datetime(2026, 12, 2)),
     ("America/Los_Angeles", date(2026, 12, 1), datetime(2026, 12, 2, 8)),
     ("Asia/Tokyo", date(2026, 12, 1), datetime(2026, 12, 1, 15)),
     ("Pacific/Kiritimati", date(2026, 12, 1), datetime(2026, 12, 1, 10)),
     ("America/New_York", date(2026, 11, 1), datetime(2026, 11, 2, 5)),
     ("Europe/Berlin", date(2027, 3, 28), datetime(2027, 3, 28, 22)),
     ("America/Santiago", date(2026, 9, 5), datetime(2026, 9, 6, 4))],
)  # fmt: skip
def test_a_last_day_holds_until_it_is_over_where_one_looks(zone, day, over):
    group, there, over = lasting_until(day), ZoneInfo(zone), over.replace(tzinfo=UTC)
    assert group.last_moment(there).astimezone(UTC) == over
    assert not group.over((over - timedelta(seconds=1)).astimezone(there))
    assert group.over(over.astimezone(there))


def test_a_code_holds_until_its_day_is_over_and_never_longer_than_its_class():
    code = ClassCode("QQQQQQ", "id", datetime(2026, 12, 14, 4, tzinfo=UTC))
    west, east = timezone(-timedelta(hours=8)), timezone(timedelta(hours=9))
    assert code.last_day(lasting_until(date(2027, 6, 1)), UTC) == date(2026, 12, 14)
    assert code.last_day(lasting_until(date(2027, 6, 1)), west) == date(2026, 12, 13)
    assert code.last_day(lasting_until(date(2026, 12, 2)), UTC) == date(2026, 12, 2)
    assert not code.run_out(datetime(2026, 12, 14, 23, 59, tzinfo=east))
    assert code.run_out(datetime(2026, 12, 15, tzinfo=east))
