"""The small-model ladder in memory: what was measured, what is assumed, a run of one's own."""

from dataclasses import replace
from functools import partial
from shutil import rmtree

from sizewise.benchmark.classify.ladder import CALIBRATION, EXAMPLES, FREE, GRAMMAR, LABELS
from sizewise.gateway.failure import Failure
from sizewise.gateway.local import LocalModel
from sizewise.gateway.protocol import (
    Delta,
    End,
    Failed,
    FirstToken,
    Started,
    TokenProbability,
    Used,
)
from sizewise.library.kinds import TASK
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.blocks.mails.climbed import climbed, recorded
from sizewise.ui.blocks.mails.markup import WORDS, confusion_html
from sizewise.ui.ladder import screen
from sizewise.ui.ladder.live import Climb, run_of
from tests.ui.test_pages import opened, said


def test_every_rung_shows_what_the_recorded_run_has():
    page = said(opened("ladder"))
    for name, way in recorded().ways.items():
        assert WORDS[name][0] in page
        assert f"{way.accuracy.hits} of {way.accuracy.of} · " in page
    assert "Recorded run" in page
    assert recorded().machine in page


def test_every_rung_is_graded_on_the_same_mails_and_never_on_an_example():
    ways = recorded().ways.values()
    [cases] = {tuple(each.case for each in way.answers) for way in ways}
    assert len(cases) == 108
    assert set(cases).isdisjoint(recorded().mails.kept_back)


def test_the_recorded_rungs_climb():
    ways = recorded().ways
    shares = [ways[name].accuracy.share for name in (FREE, GRAMMAR, EXAMPLES, CALIBRATION)]
    assert shares == sorted(shares)
    assert shares[-1] < ways["rules"].accuracy.share


def test_the_cascade_says_that_the_large_model_was_not_asked():
    page = said(opened("ladder", assumed="90"))
    assert "was not asked anything here" in page
    assert "assumes 90%" in page


def test_a_job_priced_as_if_on_a_model_that_thinks_says_what_the_bill_lacks():
    app = opened("ladder", model="gpt-6.1-sol", large="gpt-6.1-sol")
    lacks = "Hidden tokens are billed as output: here there are none"
    assert lacks in "".join(each.value for each in app.caption)
    assert lacks in said(app)  # the cascade, of the large model


def test_with_nothing_passed_on_the_cascade_is_the_rung_below_it():
    page = said(opened("ladder", unsure="0"))
    assert "0 of 108 mails passed on" in page


def test_a_table_has_the_numbers_of_the_chart():
    page = said(opened("ladder"))
    assert "The cascade in numbers" in page
    assert "By chance" in page


def test_another_way_shows_what_it_took_for_what():
    app = opened("ladder", way="rules")
    assert confusion_html(recorded().ways["rules"], LABELS) in said(app)


def test_an_unknown_way_is_said_and_another_shown():
    page = said(opened("ladder", way="magic"))
    assert "nothing sorts that way here" in page


def test_without_a_model_here_the_recorded_run_is_shown_with_the_reason(monkeypatch):
    monkeypatch.setattr(LocalModel, "why_not", Failure("no-local-model"))
    app = opened("ladder")
    assert "Until then the recorded run is shown" in said(app)
    assert not [each for each in app.button if each.key == "ladder_run"]


def test_a_damaged_recording_takes_only_this_page(monkeypatch):
    monkeypatch.setattr(screen, "recorded", recorded.__wrapped__)
    monkeypatch.setattr(house, "recorded_runs", dict)
    page = said(opened("ladder"))
    assert "The ladder is being repaired" in page


def test_a_task_with_a_fault_is_said_to_be_repaired(monkeypatch):
    library = house.library()
    tasks = {name: each for name, each in library.all(TASK).items() if name != "mails-say-general"}
    less = replace(library, files={**library.files, TASK.name: tasks})
    monkeypatch.setattr(screen, "recorded", recorded.__wrapped__)
    monkeypatch.setattr(house, "library", lambda: less)
    assert "the task mails-say-general of content/tasks is being repaired" in said(opened("ladder"))


class Sayer:
    """A model that says billing of every mail, or fails."""

    model = "always-billing"

    def __init__(self, *, fails=False):
        self.fails = fails

    def send(self, _request):
        yield Started(0.0, self.model, {}, "a test")
        if self.fails:
            yield Failed(Failure("server"), 0.1)
            return
        yield FirstToken(0.1)
        yield Delta("billing", 0.1, (TokenProbability("billing", -1.0),))
        yield Used(Usage(50, output=2))
        yield End("stop", 0.2)


def climbed_by(provider, folder):
    climb = Climb(run_of(12, provider, folder), ended=partial(rmtree, folder))
    climb.join(30)
    assert climb.over
    assert not folder.exists()
    return climb


def test_a_run_of_ones_own_is_counted_as_the_recorded_one_is(tmp_path):
    run = climbed(climbed_by(Sayer(), tmp_path).trials)
    assert run.model == "always-billing"
    assert [len(rung.answers) for rung in (*run.rungs, *run.free)] == [12] * 7
    assert {each.answer for each in run.ways[EXAMPLES].answers} == {"billing"}


def test_a_model_that_does_not_answer_is_not_asked_again(tmp_path):
    climb = climbed_by(Sayer(fails=True), tmp_path)
    assert climb.done == 1
    assert climb.trouble == Failure("server").sentence


def test_a_run_can_be_stopped_and_keeps_what_it_has(tmp_path):
    climb = Climb(run_of(108, Sayer(), tmp_path))
    climb.stop()
    climb.join(30)
    assert climb.over
    assert climb.done < climb.total


def test_a_run_that_nobody_looks_at_ends(tmp_path):
    late = iter(range(0, 10**6, 100))
    climb = Climb(run_of(108, Sayer(), tmp_path), clock=lambda: float(next(late)))
    climb.join(30)
    assert climb.done < climb.total
