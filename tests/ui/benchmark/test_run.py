"""A plan run from the page: started, watched, stopped, gone on with, and never written twice."""

import re
import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from sizewise.benchmark.log import read, written
from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.gateway.one_writer import only_writer
from sizewise.library.kinds import TASK
from sizewise.record import folder_beside
from sizewise.ui import house
from sizewise.ui.benchmark import own_runs, plan_form
from sizewise.ui.benchmark import run as run_view
from sizewise.ui.benchmark.runner import MOST, Runners, TooManyRuns
from tests.benchmark.builders import contender, plan, trial
from tests.gateway.answering import answering, chunk
from tests.gateway.test_running import Parrot, run
from tests.ui.app import opened, said

SECRET = "sk-proj-4f9Zx1QpL0vT7mRb2"
QUICK = {
    "view": "run",
    "plan": "rules-or-small-model",
    "who": "keyword-rules",
    "n": "6",
    "warm": "1",
}


def started(app):
    """The page once its plan has ended."""
    app.button(key="bench_start").click().run()
    ended()
    app.run()
    assert not app.exception
    return app


def ended():
    for thread in threading.enumerate():
        if thread.name == "benchmark":
            thread.join(60)


def plans():
    """What is kept of runs, whoever is learning."""
    return list(folder_beside("runs").glob("*/*.plan"))


def the_run():
    [plan] = plans()
    return SimpleNamespace(name=plan.stem, log=plan.with_suffix(".jsonl"))


def buttons(app):
    return {button.label: button for button in app.button}


THEN = {"who": "recorded", "tasks": "short-questions", "n": "24", "warm": "0"}


def test_the_recorded_model_runs_from_the_page_where_no_model_is_installed():
    started(opened("benchmark", **(QUICK | THEN)))
    trials = read(the_run().log.read_bytes()).trials
    assert sum(trial.grade.right for trial in trials) == 18  # as docs/benchmark.md has it


def test_what_was_not_recorded_keeps_start_shut_and_the_page_says_the_way_out():
    asked = {"n": "60", "warm": "1", "at_once": "1,2", "tasks": "intent,short-questions,orders"}
    app = opened("benchmark", **(QUICK | THEN | asked))
    never = house.library().all(TASK)["orders"].title
    assert app.warning[0].value == (
        f"smollm2-135m-instruct, recorded: It was never asked “{never}”. Leave that task out. Each "
        "of its replies was recorded once. Set “Attempts of each that count” to 24 at most, "
        "“Warm-ups before those” to 0 and “How many requests at once” to one level."
    )
    assert buttons(app)["Start"].disabled
    labels = [each.label for each in (*app.number_input, *app.multiselect)]
    assert [words for words in plan_form.LABELS.values() if words not in "\n".join(labels)] == []


def test_a_model_that_thinks_is_told_before_it_starts_where_a_task_is_too_short_for_it():
    app = opened("benchmark", **(QUICK | {"who": plan_form.OWN_ENDPOINT, "tasks": "intent"}))
    assert not app.warning
    app.text_input(key=plan_form.MODEL).set_value("o4-mini").run()
    assert app.warning[0].value.startswith("o4-mini thinks before it answers")
    assert not buttons(app)["Start"].disabled


def test_rules_run_from_the_page_and_their_results_are_a_click_away():
    app = started(opened("benchmark", **QUICK))
    assert len(read(the_run().log.read_bytes()).trials) == 7
    assert "All done." in [each.value for each in app.caption]
    assert "Start" not in buttons(app)
    buttons(app)["See results"].click().run()
    assert app.selectbox[0].value == the_run().name
    assert "of 6" in said(app)


def test_a_run_under_way_has_one_number_on_the_page(monkeypatch):
    started(opened("benchmark", **QUICK))
    assert "<span>7 of 7, whole</span>" in said(opened("benchmark", **QUICK))
    going = SimpleNamespace(
        live=True, done=3, total=7, trouble="", stopping=False, seconds_left=None
    )
    monkeypatch.setattr(run_view, "runners", lambda: SimpleNamespace(of=lambda _log: going))
    page = said(opened("benchmark", **QUICK))
    assert "<span>running</span>" in page
    assert "7 of 7" not in page


@pytest.fixture
def two_runs():
    """Two runs of one plan, of six and of four attempts: their names in the address."""
    for attempts in ("6", "4"):
        started(opened("benchmark", **(QUICK | {"n": attempts})))
    found = [BenchmarkPlan.model_validate_json(file.read_bytes()) for file in plans()]
    return {each.samples: own_runs.named(each).name for each in found}


@pytest.mark.parametrize("attempts", [6, 4])
def test_a_run_that_is_looked_at_stays_beside_another_of_its_plan(two_runs, attempts):
    app = opened("benchmark", view="results", run=two_runs[attempts])
    app.number_input(key="bench_whole").set_value(1.5).run()
    assert app.query_params["run"] == app.selectbox[0].value == two_runs[attempts]
    assert re.search(rf"right, \d of {attempts}\b", said(app))


@pytest.mark.parametrize("attempts", [6, 4])
def test_a_run_that_is_rated_stays_beside_another_of_its_plan(two_runs, attempts):
    app = opened("benchmark", view="rate", run=two_runs[attempts])
    app.button(key="bench_rate_begin").click().run()
    app.button(key="bench_rate_wrong").click().run()
    logs = [file.with_suffix(".jsonl") for file in plans()]
    rated = {log.stem: len(read(log.read_bytes()).ratings) for log in logs}
    assert rated == dict.fromkeys(two_runs.values(), 0) | {two_runs[attempts]: 2}


def begun(folder, **changes):
    """A run that began at 9:05."""
    asked = plan(**changes)
    mine = own_runs.named(asked)._replace(log=folder / f"{asked.sha256}.jsonl")
    mine.log.write_bytes(written([trial(sent_at=datetime(2026, 11, 29, 9, 5, tzinfo=UTC))]))
    return mine


def test_a_run_is_called_by_when_it_began_how_much_it_asks_and_its_plan(tmp_path):
    words = "29 November 2026, 09:05 UTC, 6 attempts of each: Is the small model enough?"
    assert list(own_runs.titles({"x": begun(tmp_path, samples=6)}).values()) == [words]


def test_runs_of_one_plan_that_began_in_one_minute_are_told_apart(tmp_path):
    runs = [begun(tmp_path, warm_ups=many) for many in range(3)]
    titles = own_runs.titles({each.name: each for each in runs})
    assert len(set(titles.values())) == 3
    assert f"attempts of each ({runs[0].plan.sha256[:8]}): " in titles[runs[0].name]


def test_a_run_whose_first_line_is_damaged_still_has_a_name(tmp_path):
    mine = begun(tmp_path)
    mine.log.write_bytes(b"{torn")
    assert own_runs.titles({"x": mine})["x"] == "3 attempts of each: Is the small model enough?"


def test_what_was_stopped_goes_on_where_it_was():
    app = started(opened("benchmark", **QUICK))
    log = the_run().log
    whole = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(whole[:3]) + whole[3][:40])  # as a killed server leaves it
    app = opened("benchmark", **QUICK)
    assert "Stopped, and kept. It goes on where it was." in [each.value for each in app.caption]
    assert buttons(app)["Go on"]
    started(app)
    assert len(read(log.read_bytes()).trials) == 7
    assert log.read_bytes().startswith(b"".join(whole[:3]))


def test_a_log_that_another_program_writes_is_left_alone():
    started(opened("benchmark", **QUICK))
    log = the_run().log
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))
    with only_writer(log):
        app = started(opened("benchmark", **QUICK))
    assert "is being written by another run (process " in app.error[0].value
    assert len(read(log.read_bytes()).trials) == 2


def test_an_endpoint_is_asked_with_a_key_that_stands_nowhere():
    app = opened("benchmark", **{**QUICK, "who": plan_form.OWN_ENDPOINT, "n": "2"})
    with answering(chunk("billing") + chunk(finish="stop")) as server:
        for place, value in enumerate((server.url, "small", SECRET)):
            app.text_input[place].set_value(value)
        started(app.run())
        assert {each["authorization"] for each in server.asked} == {f"Bearer {SECRET}"}
    kept = b"".join(file.read_bytes() for file in the_run().log.parent.iterdir())
    assert SECRET.encode() not in kept
    assert SECRET not in str(app.query_params)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"who": "none"}, "Choose who answers."),
        ({"tasks": "none"}, "Choose a task."),
        ({"at_once": "none"}, "Choose how many at once, under Conditions."),
        ({"who": plan_form.OWN_ENDPOINT}, "Name the model of your endpoint, as its provider calls"),
    ],
)
def test_a_plan_that_lacks_something_says_what(changed, why):
    app = opened("benchmark", **{**QUICK, **changed})
    app.button(key="bench_start").click().run()
    assert app.error[0].value.startswith(why)
    assert plans() == []


def test_two_of_a_plan_who_have_the_same_words_are_told_apart(monkeypatch):
    mine = contender("my-rules", source="rules", model="support-rules")
    asked = plan(id="mine", models=(mine,), tasks=("intent",))
    monkeypatch.setattr(plan_form, "plans", lambda: {"mine": asked})
    app = opened("benchmark", view="run", who="my-rules", tasks="intent")
    who = app.multiselect(key="bench_mine_who")
    assert len(set(who.options)) == len(who.options)
    app.number_input(key="bench_mine_n").set_value(5).run()
    assert app.multiselect(key="bench_mine_who").value == ["my-rules"]


@pytest.mark.parametrize("bad", [{"n": "0"}, {"tasks": "poems"}, {"seed": "-1"}, {"at_once": "3"}])
def test_nonsense_in_the_address_gets_a_sentence(bad):
    app = opened("benchmark", **{**QUICK, **bad})
    assert not app.exception
    assert "The address asks for" in said(app)


def test_a_run_of_before_is_put_into_the_form_and_can_be_thrown_away():
    started(opened("benchmark", **QUICK))
    app = opened("benchmark", view="run")
    app.button(key=f"bench_open_{the_run().name}").click().run()
    assert app.number_input(key="bench_rules-or-small-model_n").value == 6
    assert "Start" not in buttons(app)
    app.button(key=f"bench_drop_{the_run().name}").click().run()
    assert plans() == []
    assert "Start" in buttons(app)


def test_a_stop_ends_a_run_and_keeps_what_it_has(tmp_path):
    slow, own = Parrot("small-135m", seconds=0.02), Runners()
    own.start(tmp_path / "run.jsonl", lambda: run(tmp_path / "run.jsonl", small=slow))
    runner = own.of(tmp_path / "run.jsonl")
    while not runner.done:
        assert runner.live
    runner.stop()
    runner.join(30)
    assert 1 <= len(read((tmp_path / "run.jsonl").read_bytes()).trials) < 20
    assert runner.trouble == ""


def test_no_more_plans_run_at_once_than_the_server_takes(tmp_path):
    own, wait = Runners(), threading.Event()
    waiting = SimpleNamespace(go=lambda: iter(lambda: wait.wait(30), True))
    for place in range(MOST):
        own.start(tmp_path / str(place), lambda: waiting)
    with pytest.raises(TooManyRuns, match="4 plans are running on this server"):
        own.start(tmp_path / "one-more", lambda: waiting)
    wait.set()


def test_on_a_server_for_many_replies_of_code_get_no_grade_and_the_page_says_so(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    app = opened("benchmark", view="run", tasks="code")
    assert "it does not run programs that models write" in app.info[0].value
    assert any("needs a model that sees" in each.value for each in app.caption)


def test_where_many_learn_each_has_one_run_at_a_time(tmp_path):
    own, wait = Runners(), threading.Event()
    waiting = SimpleNamespace(go=lambda: iter(lambda: wait.wait(30), True))
    own.start(tmp_path / "mine" / "a", lambda: waiting, one_each=True)
    with pytest.raises(TooManyRuns, match="A plan of yours is running"):
        own.start(tmp_path / "mine" / "b", lambda: waiting, one_each=True)
    own.start(tmp_path / "yours" / "a", lambda: waiting, one_each=True)
    wait.set()


def test_where_many_learn_each_keeps_so_many_runs(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    monkeypatch.setattr(run_view, "MOST_KEPT", 1)
    app = started(opened("benchmark", **QUICK))
    app.number_input[0].set_value(5).run()
    app.button(key="bench_start").click().run()
    assert app.error[0].value == "You keep 1 run, and that is the most here. Remove one of them."


def test_a_run_that_could_not_begin_is_in_no_list(monkeypatch):
    monkeypatch.setattr("sizewise.ui.benchmark.runner.MOST", 0)
    app = opened("benchmark", **QUICK)
    app.button(key="bench_start").click().run()
    assert "plans are running on this server" in app.error[0].value
    assert plans() == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_run_that_breaks_off_says_so(tmp_path):
    own = Runners()
    own.start(tmp_path / "run.jsonl", lambda: None)
    runner = own.of(tmp_path / "run.jsonl")
    runner.join(30)
    assert runner.trouble.startswith("The run broke off by a fault of Sizewise.")


def test_a_plan_that_finds_no_room_leaves_the_one_before_it(tmp_path):
    run_of_mine = own_runs.OwnRun("x", tmp_path / "x.jsonl", plan())
    own_runs.keep_plan(run_of_mine)
    (tmp_path / "x.plan-new").mkdir()  # nothing can be written there
    with pytest.raises(OSError, match="directory"):
        own_runs.keep_plan(run_of_mine)
    assert (tmp_path / "x.plan").read_text() == plan().model_dump_json()
