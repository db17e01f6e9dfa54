"""Who is learning is what the record says, whichever process has changed it."""

from sizewise.record import identity
from sizewise.ui import house
from tests.record.builders import NOON
from tests.ui.app import opened


def test_a_learner_who_was_deleted_by_another_process_is_somebody_new_at_the_next_press(journal):
    app = opened("you")
    old = app.session_state["learner_id"]
    journal.delete_everything(old)
    app.run()
    new = app.session_state["learner_id"]
    assert new != old
    assert identity.machine_learner(journal, NOON) == new


def test_a_page_asks_once_who_is_learning(journal, monkeypatch):
    asked, find = [], house._find_learner
    monkeypatch.setattr(house, "_find_learner", lambda: asked.append(1) or find())
    app = opened("you")
    asked.clear()
    app.run()
    assert asked == [1]
