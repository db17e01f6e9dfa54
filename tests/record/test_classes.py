"""Classes: made without an account, joined under a pseudonym, left, ended, deleted, forgotten."""

import re
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import pytest

from sizewise.learn.class_room.membership import LONGEST, Assignment
from sizewise.record import open_journal
from sizewise.record.facts import members
from sizewise.record.facts.classes import CODE_LIFE, SIGNS
from sizewise.record.facts.members import CannotJoin
from sizewise.record.identity import account_digest, join, new_teacher_secret, secret_digest
from sizewise.record.identity.guesses import OF_ONE, TooManyGuesses
from tests.record.builders import NOON, later, opened
from tests.record.classes import OF_A_CLASS, code_of, joined, made, rows

SCHOOL = "203.0.113.9"


# The teacher's side


def test_a_secret_opens_its_own_class_and_nobody_elses(journal):
    mine, other = new_teacher_secret(), new_teacher_secret()
    group = made(journal, digest=secret_digest(mine))
    made(journal, digest=secret_digest(other))
    assert journal.classes_opened_by(secret_digest(mine)) == (group,)
    assert journal.classes_opened_by(secret_digest(mine[:-1])) == ()
    assert journal.classes_opened_by(mine) == ()


def test_a_secret_has_at_least_128_bits_and_is_not_in_the_record(tmp_path):
    secret = new_teacher_secret()
    assert len(secret) * 6 >= 128  # each sign of the address's 64 is 6 bits
    with opened(tmp_path) as journal:
        made(journal, digest=secret_digest(secret))
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Year 9" in stored
    assert secret.encode() not in stored


def test_an_account_opens_all_of_its_classes(journal):
    ours = account_digest("https://id.school.example", "teacher-7")
    groups = (made(journal, "9a", ours), journal.make_class("9b", ours, later(1)))
    assert journal.classes_opened_by(ours) == groups
    assert journal.classes_opened_by(account_digest("https://evil.example", "teacher-7")) == ()


def test_a_browser_remembers_whose_class_it_opens_until_it_forgets(journal):
    group = made(journal)
    assert journal.classes_taught_by("ann") == ()
    for _ in range(2):
        journal.remember_teacher(group.id, "ann", NOON)
    assert journal.classes_taught_by("ann") == (group,)
    journal.forget_teacher(group.id, "ann")
    assert journal.classes_taught_by("ann") == ()


def test_another_secret_shuts_out_the_old_one_and_every_other_browser(journal):
    group = made(journal, digest="old")
    other = made(journal, "Year 10", digest="old")
    for learner in ("teacher", "stranger"):
        journal.remember_teacher(group.id, learner, NOON)
    journal.remember_teacher(other.id, "stranger", NOON)
    journal.renew_teacher(group.id, "new", "teacher")
    assert journal.classes_opened_by("old") == (other,)
    assert [each.id for each in journal.classes_opened_by("new")] == [group.id]
    assert [each.id for each in journal.classes_taught_by("teacher")] == [group.id]
    assert journal.classes_taught_by("stranger") == (other,)


def test_a_class_lasts_a_year_and_never_longer(journal):
    assert made(journal).ends_on == NOON.date() + LONGEST
    assert made(journal, ends_on=date(2031, 1, 1)).ends_on == NOON.date() + LONGEST
    group = made(journal, ends_on=date(2026, 12, 1))
    assert not group.over(NOON)
    assert group.over(NOON + timedelta(days=11))


def test_a_code_is_six_signs_of_which_none_looks_like_another(journal):
    assert not set(SIGNS) & set("0O1IL5SZ2B8") - set("28S")  # of each pair one is left
    assert not set(SIGNS) & set("AEIOU")  # no word can be read in it
    assert re.fullmatch(f"[{SIGNS}]{{6}}", code_of(journal, made(journal)))


def test_a_new_code_takes_the_old_ones_place_and_all_stay(journal):
    group = made(journal)
    old = code_of(journal, group)
    joined(journal, group, "ann")
    new = journal.new_class_code(group.id, later(1))
    assert (new.code != old, new.expires_at) == (True, later(1) + CODE_LIFE)
    with pytest.raises(CannotJoin, match="No class has this code"):
        journal.join_class(old, "bob", later(2))
    assert [each.learner_id for each in journal.members(group.id)] == ["ann"]


def test_assigning_again_changes_the_day(journal):
    group = made(journal)
    first = Assignment(group.id, "a-quiz", "practice", date(2026, 12, 4))
    for each in (first, Assignment(group.id, "a-quiz", "exam", date(2026, 12, 1))):
        journal.assign(each)
    journal.assign(Assignment(group.id, "a-quiz", "practice", date(2026, 11, 30)))
    due = [(each.mode, each.due_on.day) for each in journal.assignments(group.id)]
    assert due == [("practice", 30), ("exam", 1)]
    journal.unassign(first)
    assert [each.mode for each in journal.assignments(group.id)] == ["exam"]


# Joining and leaving


def test_a_learner_joins_under_a_friendly_name_and_keeps_it(journal):
    group = made(journal)
    (ann,) = joined(journal, group, "ann")
    assert re.fullmatch(r"[a-z]+-[a-z]+-[1-9]\d", ann.pseudonym)
    assert joined(journal, group, "ann", at=later(5)) == [ann]
    assert journal.memberships("ann") == ((group, ann),)


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda c: f" {c[:3]} {c[3:]} \n",
        lambda c: "-".join(c),
        lambda c: f"https://learn.school.example/class?code={c}",
        lambda c: "".join(chr(ord(sign) + 0xFEE0) for sign in c),  # as a Japanese keyboard writes
    ],
    ids=["small", "apart", "hyphens", "link", "wide"],
)
def test_a_code_may_be_typed_or_pasted_as_people_do(journal, typed):
    group = made(journal)
    assert journal.join_class(typed(code_of(journal, group)), "ann", NOON).class_id == group.id


@pytest.mark.parametrize("typed", ["", "XXXXXX", "x" * 10_000, "🦦", "' OR 1=1 --", "\0"])
def test_an_unknown_code_lets_nobody_in(journal, typed):
    made(journal)
    with pytest.raises(CannotJoin, match="No class has this code"):
        journal.join_class(typed, "ann", NOON)
    assert rows(journal, "class_members") == []


def test_a_code_runs_out(journal):
    group = made(journal)
    its_day_is_over_everywhere = NOON + CODE_LIFE + timedelta(days=1)
    assert joined(journal, group, "ann", at=its_day_is_over_everywhere - timedelta(seconds=1))
    with pytest.raises(CannotJoin, match="has run out"):
        joined(journal, group, "bob", at=its_day_is_over_everywhere)


def test_a_class_can_be_joined_until_its_last_day_is_over_everywhere(journal):
    """On Baker Island, at -12, it is over at noon of the next day in UTC."""
    group = made(journal, ends_on=date(2026, 12, 1))
    noon = datetime(2026, 12, 2, 12, tzinfo=UTC)
    assert joined(journal, group, "ann", at=noon - timedelta(seconds=1))
    with pytest.raises(CannotJoin, match="has ended"):
        joined(journal, group, "bob", at=noon)


# 1 December 2026 is over an hour before UTC in Berlin (+1), and 8 hours after in Los Angeles (-8).
@pytest.mark.parametrize(
    ("zone", "until"),
    [("Europe/Berlin", datetime(2026, 12, 1, 23)),
     ("America/Los_Angeles", datetime(2026, 12, 2, 8))],
)  # fmt: skip
def test_who_has_a_clock_can_join_until_the_last_day_is_over_there(journal, zone, until):
    group = made(journal, ends_on=date(2026, 12, 1))
    code, over = code_of(journal, group), until.replace(tzinfo=UTC)
    in_time = over - timedelta(seconds=1)
    assert journal.join_class(code, "ann", in_time, ZoneInfo(zone)).class_id == group.id
    with pytest.raises(CannotJoin, match="has ended"):
        journal.join_class(code, "bob", over, ZoneInfo(zone))


def test_an_ended_class_takes_nobody_and_keeps_its_members(journal):
    group = made(journal)
    joined(journal, group, "ann")
    for minute in (1, 2):
        journal.end_class(group.id, later(minute))
    assert journal.class_of(group.id).ended_at == later(1)
    with pytest.raises(CannotJoin, match="has ended"):
        joined(journal, group, "bob", at=later(3))
    assert len(journal.members(group.id)) == 1


def first_free(taken, _):
    return next(name for n in count(10) if (name := f"kind-tiger-{n}") not in taken)


def test_no_two_in_a_class_have_one_name_when_all_join_together(journal, monkeypatch):
    """As if all chose the same: the first name that they do not see taken."""
    monkeypatch.setattr(members, "pseudonym", first_free)
    group, found, ready = made(journal), [], Barrier(8)
    code = code_of(journal, group)

    def run(learner):
        ready.wait()
        found.append(journal.join_class(code, learner, NOON).pseudonym)

    threads = [Thread(target=run, args=[f"learner-{n}"]) for n in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(found)) == len(journal.members(group.id)) == 8


def test_the_same_name_in_two_classes_is_no_trouble(journal, monkeypatch):
    monkeypatch.setattr(members, "pseudonym", first_free)
    names = {joined(journal, made(journal), "ann")[0].pseudonym for _ in range(2)}
    assert len(names) == 1
    assert len(journal.memberships("ann")) == 2


def test_a_class_that_is_full_says_so(journal, monkeypatch):
    monkeypatch.setattr(members, "MOST_MEMBERS", 2)
    group = made(journal)
    joined(journal, group, "ann", "bob")
    with pytest.raises(CannotJoin, match="is full"):
        joined(journal, group, "cleo")
    assert joined(journal, group, "ann")


def test_whoever_leaves_is_gone_at_once_and_may_come_back_as_another(journal):
    group = made(journal)
    joined(journal, group, "ann", "bob")
    journal.leave_class(group.id, "ann")
    assert "ann" not in str(rows(journal, *OF_A_CLASS))
    assert [each.learner_id for each in journal.members(group.id)] == ["bob"]
    assert joined(journal, group, "ann", at=later(9))[0].joined_at == later(9)


def test_tries_of_codes_are_counted_whichever_process_is_asked(url, journal):
    group = made(journal)
    with closing(open_journal(url)) as other:
        for number in range(OF_ONE):
            with pytest.raises(CannotJoin):
                join((journal, other)[number % 2], "XXXXXX", "ann", SCHOOL, NOON)
    with pytest.raises(TooManyGuesses, match="Wait a minute"):
        join(journal, code_of(journal, group), "ann", SCHOOL, NOON)
    assert join(journal, code_of(journal, group), "bob", SCHOOL, NOON)
