"""The learner's own data on its page."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from os import utime
from threading import Event
from zipfile import ZipFile

import pytest
import streamlit as st

from sizewise.gateway.protocol import Message, Request
from sizewise.record import folder_beside, identity, tables
from sizewise.record.export import exported, read_export
from sizewise.ui import house
from sizewise.ui.benchmark.runner import runners
from sizewise.ui.class_room import account
from sizewise.ui.data import leaving
from sizewise.ui.data.known import KINDS
from sizewise.ui.data.screen import _csv, _json
from sizewise.ui.playground.calls import calls
from tests.benchmark.builders import plan
from tests.gateway.test_running import Parrot, run
from tests.record.test_own import fill
from tests.ui.question.quiz_taker import THEN
from tests.ui.test_pages import opened, said


def me(journal):
    return identity.machine_learner(journal, THEN)


def runs_of(learner):
    folder = folder_beside("runs") / sha256(learner.encode()).hexdigest()[:16]
    folder.mkdir(parents=True)
    return folder


def all_deleted(app):
    app.checkbox(key="delete_sure").check().run()
    return app.button(key="delete").click().run()


def test_every_row_of_the_learner_is_printed(journal):
    fill(journal, me(journal))
    page = said(opened("data"))
    for words in ("Your answers <span>2 rows", "Hints you opened", "Missions you solved", "emails"):
        assert words in page


def test_every_table_of_learners_has_a_name_for_them():
    assert KINDS.keys() == tables.metadata.tables.keys() - set(tables.OF_NO_LEARNER)


def test_the_file_to_take_along_holds_the_learners_progress(journal):
    fill(journal, me(journal))
    opened("data")
    assert read_export(_json(me(journal)), house.now()).count("answer") == 2
    assert _csv(me(journal)).decode("utf-8-sig").count("\n") == 3


def test_nothing_is_deleted_before_it_is_confirmed(journal):
    fill(journal, me(journal))
    app = opened("data")
    assert app.button(key="delete").disabled
    assert journal.attempts(me(journal))


def test_deleting_is_immediate_and_says_so(journal):
    before = me(journal)
    fill(journal, before)
    app = opened("data")
    app.checkbox(key="delete_sure").check().run()
    app.button(key="delete").click().run()
    assert "Everything is deleted." in "".join(each.value for each in app.success)
    assert journal.everything(before) == {}
    assert me(journal) != before
    assert "Your answers" not in said(app)


def test_deleting_takes_the_runs_of_the_benchmark_lab_along(journal):
    runs = runs_of(me(journal))
    (runs / "mine.jsonl").write_text("{}")
    all_deleted(opened("data"))
    assert not runs.exists()


@pytest.mark.parametrize(("patience", "told"), [(30.0, False), (0.0, True)])
def test_deleting_stops_a_run_under_way_and_asks_nobody_any_more(
    journal, monkeypatch, patience, told
):
    monkeypatch.setattr(leaving, "PATIENCE", patience)
    log = runs_of(me(journal)) / "mine.jsonl"
    slow = Parrot("small-135m", seconds=0.3)
    runners().start(log, lambda: run(log, plan(samples=500), small=slow, large=slow))
    going = runners().of(log)
    while not going.done:
        assert going.live
    app = all_deleted(opened("data"))
    assert ("is stopped" in "".join(each.value for each in app.success)) == told
    assert not log.parent.exists()
    going.join(30)
    assert not going.live
    assert not log.parent.exists()
    assert len(slow.asked) < 100


def test_a_run_that_is_stopped_before_its_models_are_ready_asks_nothing(tmp_path):
    log, small = tmp_path / "run.jsonl", Parrot("small-135m")
    ready = Event()
    runners().start(log, lambda: ready.wait(30) and run(log, small=small))
    assert not runners().stop_all_in(tmp_path, 0.0)
    ready.set()
    assert runners().stop_all_in(tmp_path, 30.0)
    assert small.asked == []
    assert not log.exists()


def test_deleting_ends_the_replies_under_way_and_leaves_none_to_come_back(journal):
    app = opened("data")
    slow = Parrot("small-135m", seconds=0.2)
    mine, other = (calls().ask(slow, Request((Message("user", "Hi"),))) for _ in range(2))
    calls().call(mine).owner = app.session_state["browser"]
    calls().call(other).owner = "somebody else"
    going = calls().call(mine)
    all_deleted(app)
    assert going.reply().stopped or going.reply().over
    assert calls().call(mine) is None
    assert calls().call(other) is not None


def test_a_download_of_runs_is_the_learners_own_although_it_is_made_outside_of_the_page(
    monkeypatch,
):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    made = {}
    monkeypatch.setattr(
        st, "download_button", lambda label, make, *_, **__: made.update({label: make})
    )
    app = opened("data")
    (runs_of(app.session_state["learner_id"]) / "mine.plan").write_bytes(b"a plan")
    app.run()
    with (
        ThreadPoolExecutor() as another,
        ZipFile(BytesIO(another.submit(made["My runs, as ZIP"]).result())) as packed,
    ):
        assert packed.namelist() == ["mine.plan"]
        assert packed.read("mine.plan") == b"a plan"


def test_the_files_of_runs_are_shown_with_size_and_day_and_can_be_taken_along(journal):
    runs = runs_of(me(journal))
    (runs / "mine.jsonl").write_bytes(b"x" * 1234)
    (runs / "mine.plan").write_bytes(b"a plan")
    utime(runs / "mine.jsonl", (THEN.timestamp(), THEN.timestamp()))
    page = said(opened("data"))
    assert "Your runs of the Benchmark lab (files beside the record) <span>2 files" in page
    for words in ("mine.plan", "1,234 bytes", "20 November 2026", "files of their own"):
        assert words in page


def test_who_leads_a_class_is_told_before_and_after_that_it_stays(journal, monkeypatch):
    monkeypatch.setattr(account, "digest", lambda: "d" * 64)
    group = journal.make_class("Year 9", "d" * 64, THEN)
    journal.make_class("somebody else's", "e" * 64, THEN)
    app = opened("data")
    assert "Classes that your account opens, with its fingerprint <span>1 row" in said(app)
    assert "d" * 64 in said(app)
    assert "e" * 64 not in said(app)
    assert "You lead 1 class. A class stays when you go" in said(app)
    app.checkbox(key="delete_sure").check().run()
    app.button(key="delete").click().run()
    told = "".join(each.value for each in app.success)
    assert "1 class that you led stayed." in told
    assert "still signed in" in told
    assert journal.class_of(group.id) == group


def bring(app, raw):
    uploader = app.get("file_uploader")[0]
    uploader.set_value(("progress.json", raw, "application/json"))
    return app.run()


def test_a_file_of_another_learner_is_added_only_after_a_yes(journal):
    fill(journal, "somebody-else")
    app = bring(opened("data"), exported(journal, "somebody-else", THEN).encode())
    assert "somebody else" in "".join(each.value for each in app.warning)
    assert app.button(key="bring_add").disabled
    app.checkbox(key="bring_mine").check().run()
    app.button(key="bring_add").click().run()
    told = "Added: 1 quiz begun, 2 answers, 1 part read, 1 mission solved and 1 setting."
    assert told in "".join(each.value for each in app.success)
    assert len(journal.attempts(me(journal))) == 1


def test_a_file_with_one_more_part_adds_it_and_then_nothing(journal):
    fill(journal, me(journal))
    journal.read_part(me(journal), "a-lesson", "two", THEN)
    told = json.loads(exported(journal, me(journal), THEN))
    told["facts"]["part_read"][1]["anchor"] = "three"
    for words in ("Added: 1 part read.", "All of it was here already."):
        app = bring(opened("data"), json.dumps(told).encode())
        app.button(key="bring_add").click().run()
        assert words in "".join(each.value for each in app.success)


def test_a_damaged_file_is_told_and_changes_nothing(journal):
    fill(journal, me(journal))
    before = journal.everything(me(journal))
    app = bring(opened("data"), b"{not json")
    assert "The file is damaged" in "".join(each.value for each in app.error)
    assert journal.everything(me(journal)) == before
    assert not app.exception


def test_deleting_leaves_no_tab_with_the_old_learner(journal):
    fill(journal, me(journal))
    app = opened("data")
    old = app.session_state["learner_id"]
    house.journal().delete_everything(old)
    app.run()
    assert app.session_state["learner_id"] != old


def test_the_place_in_a_class_is_printed_and_deleted_with_the_rest(journal):
    group = journal.make_class("Year 9", "d" * 64, THEN)
    member = journal.join_class(journal.class_code(group.id).code, me(journal), THEN)
    app = opened("data")
    assert "Classes you are in, and your name there <span>1 row" in said(app)
    assert member.pseudonym in said(app)
    app.checkbox(key="delete_sure").check().run()
    app.button(key="delete").click().run()
    assert journal.members(group.id) == ()
