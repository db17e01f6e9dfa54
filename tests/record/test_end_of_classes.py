"""What becomes of a class: ended, deleted, forgotten, and left by a learner who deletes all."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from sizewise.learn.class_room.membership import LONGEST
from sizewise.record import tables
from sizewise.record.export import exported, read_export
from tests.record.builders import NOON, on_disk, opened
from tests.record.classes import OF_A_CLASS, filled, joined, made, rows


def test_deleting_a_class_takes_all_of_it_and_nothing_of_its_learners(journal):
    group, other = filled(journal), made(journal, "Year 10")
    joined(journal, other, "ann")
    before = rows(journal, "attempt", "answer")
    journal.delete_class(group.id)
    assert group.id not in str(rows(journal, *OF_A_CLASS))
    assert rows(journal, "attempt", "answer") == before
    assert [each.title for each, _ in journal.memberships("ann")] == ["Year 10"]


def test_a_deleted_class_is_overwritten_in_the_file(tmp_path):
    with opened(tmp_path) as journal:
        group = made(journal, "a title to find")
        journal.delete_class(group.id)
        assert b"a title to find" not in on_disk(tmp_path)


def test_whoever_leaves_a_class_is_overwritten_in_the_file(tmp_path):
    with opened(tmp_path) as journal:
        group = made(journal)
        (member,) = joined(journal, group, "ann")
        journal.leave_class(group.id, "ann")
        assert member.pseudonym.encode() not in on_disk(tmp_path)


def test_a_learner_who_deletes_everything_is_in_no_class(journal):
    group = filled(journal)
    (name,) = [each.pseudonym for each in journal.members(group.id) if each.learner_id == "ann"]
    assert [row["pseudonym"] for row in journal.everything("ann")["class_members"]] == [name]
    journal.delete_everything("ann")
    journal.delete_everything("teacher")
    assert "ann" not in str(rows(journal, *OF_A_CLASS))
    assert journal.classes_taught_by("teacher") == ()
    assert [each.learner_id for each in journal.members(group.id)] == ["bob"]


def test_a_file_to_take_along_joins_no_class_elsewhere(journal):
    filled(journal)
    text = exported(journal, "ann", NOON)
    assert not [name for name in OF_A_CLASS if name in text]
    assert read_export(text.encode(), NOON).count("answer") == 1


def kept(journal):
    return {row.title for row in rows(journal, "classes")}


def test_a_class_is_kept_for_thirty_days_after_its_last_day(journal):
    group = filled(journal)  # made on 21 November 2026: its last day is 19 October 2027
    assert group.ends_on == date(2027, 10, 19)
    assert group.kept_until == date(2027, 11, 18)
    over = datetime(2027, 11, 19, 12, tzinfo=UTC)  # midnight, 12 hours west of Greenwich
    assert journal.forget_classes(over - timedelta(seconds=1)) == 0
    assert journal.forget_classes(over) == 1
    assert rows(journal, *OF_A_CLASS) == []
    assert len(rows(journal, "answer")) == 1


def test_a_class_is_deleted_a_year_after_it_was_made_whatever_its_last_day(journal):
    for day in (1, 30, 31, 333, LONGEST.days):
        made(journal, f"day {day}", ends_on=NOON.date() + timedelta(days=day))
    journal.forget_classes(NOON + timedelta(days=365))
    assert kept(journal) == set()


def test_a_class_that_was_ended_is_kept_for_thirty_days_from_then(journal):
    group = made(journal)
    journal.end_class(group.id, NOON + timedelta(days=1))
    assert journal.class_of(group.id).kept_until == date(2026, 12, 22)
    over = datetime(2026, 12, 23, 12, tzinfo=UTC)
    assert journal.forget_classes(over - timedelta(seconds=1)) == 0
    assert journal.forget_classes(over) == 1


# The first moments of a day in the Line Islands (+14), in Berlin, and on Baker Island (-12).
@pytest.mark.parametrize("offset", [14, 1, -12])
def test_a_class_has_its_thirty_days_and_is_gone_within_a_year_wherever_it_was_made(
    journal, offset
):
    at = datetime.combine(date(2026, 12, 1), time(), timezone(timedelta(hours=offset)))
    group = journal.make_class("Year 9", "d" * 64, at)
    assert group.kept_until == group.ends_on + timedelta(days=30)
    assert journal.forget_classes(at + timedelta(days=365)) == 1


def test_a_class_that_was_made_to_last_334_days_is_gone_within_a_year_too(journal):
    """As classes could be, for a day."""
    at = datetime(2026, 11, 30, tzinfo=UTC)
    group = journal.make_class("Year 9", "d" * 64, at)
    with journal.database.writing() as connection:
        connection.execute(tables.classes.update().values(ends_on="2027-10-30"))
    assert journal.class_of(group.id).kept_until == date(2027, 11, 28)
    assert journal.forget_classes(at + timedelta(days=365)) == 1


def test_a_class_that_was_made_to_last_a_year_goes_once_its_last_day_is_over_everywhere(journal):
    """As classes could be, before they had to end a month sooner."""
    group = made(journal)
    last = NOON.date() + timedelta(days=365)
    with journal.database.writing() as connection:
        connection.execute(tables.classes.update().values(ends_on=last.isoformat()))
    assert journal.class_of(group.id).kept_until == last
    over = datetime(2027, 11, 22, 12, tzinfo=UTC)  # midnight, 12 hours west of Greenwich
    assert journal.forget_classes(over - timedelta(minutes=1)) == 0
    assert journal.forget_classes(over) == 1


def test_forgetting_a_class_overwrites_it_in_the_file(tmp_path):
    with opened(tmp_path) as journal:
        made(journal, "a title to find")
        journal.forget_classes(NOON + timedelta(days=365))
        assert b"a title to find" not in on_disk(tmp_path)
