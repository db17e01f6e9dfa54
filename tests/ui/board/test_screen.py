"""The provider board in memory: rows, an outage, a fallback that really happens."""

import pytest

from sizewise.library.kinds import TASK
from sizewise.ui import house
from sizewise.ui.board.here import requests
from sizewise.ui.board.live import CALL
from sizewise.ui.board.measuring import measurements
from sizewise.ui.board.recorded_rows import LOG, ROWS, log
from sizewise.ui.board.rows import slot
from sizewise.ui.playground.calls import calls
from tests.gateway.answering import answering, chunk
from tests.ui.app import opened, said, watched

SECRET = "sk-proj-4f9Zx1QpL0vT7mRb2"


def test_the_recorded_rows_come_along_with_their_day_and_their_machine():
    """Not so any more? Type: python -m tests.ui.board.record"""
    assert log().faults == ()
    assert {trial.model for trial in log().measured} == set(ROWS)
    page = said(opened("board"))
    assert page.count("recorded 29 November 2026") >= len(ROWS)
    assert "load" in log().trials[0].machine
    assert LOG.is_file()


def test_an_outage_is_told_in_the_row_in_the_shares_and_in_the_chain():
    app = opened("board", out="one-core-cache")
    page = said(app)
    assert "Down: its calls go to the others." in page
    assert "<small>was " in page
    assert any("With everybody up it answers" in each.value for each in app.caption)


def test_with_everybody_down_nobody_answers():
    assert "Nobody is up" in said(opened("board", out=",".join(ROWS)))


def test_a_machine_that_costs_nothing_is_not_weighed():
    app = opened("board", hour="0")
    assert any("cannot be weighed" in each.value for each in app.caption)


@pytest.mark.parametrize("view", ["live", "pace"])
def test_an_address_opens_a_view(view):
    assert not opened("board", view=view).exception


def asked(app):
    app.button(key="board_ask").click().run()
    watched(calls().call(app.session_state[CALL]))
    app.run()
    assert not app.exception
    return app


def test_a_chain_shows_its_real_attempts_until_somebody_answers():
    app = asked(opened("board", view="live", third="recorded", prompt="fact"))
    page = said(app)
    assert page.index("rate-limit") < page.index("disconnected") < page.index("answered")
    assert "It asks to wait 20 seconds." in page
    assert "Mary Shelley" in page
    assert "Somebody answered." in page


def test_when_everybody_fails_the_last_failure_is_told_with_its_way_out():
    app = opened("board", view="live", third="endpoint")
    with answering("", 500, "application/json") as server:
        for place, value in enumerate((server.url, SECRET, "small")):
            app.text_input[place].set_value(value)
        page = said(asked(app.run()))
    assert "Nobody answered. The provider&#39;s server failed" in page
    assert SECRET not in page + str(app.query_params)


def test_an_endpoint_is_measured_here_and_now_and_its_key_is_nowhere():
    reply = chunk("Ten") + chunk(" o'clock") + chunk(finish="stop")
    app = opened("board")
    app.button_group(key="board_who").set_value("endpoint").run()
    with answering(reply) as server:
        for place, value in enumerate((server.url, SECRET, "small")):
            app.text_input[place].set_value(value)
        app.run().button(key="board_measure").click().run()
        measurements().get(app.session_state[slot("live-endpoint")]).join(30)
        app.run()
        assert {each["authorization"] for each in server.asked} == {f"Bearer {SECRET}"}
        assert len(server.asked) == 6
    page = said(app)
    assert "small, no cache<small>here and now</small>" in page
    assert "5 of 5" in page
    assert SECRET not in page + str(app.query_params)


def test_each_call_that_evades_the_cache_has_a_beginning_of_its_own():
    task = house.library().all(TASK)["one-text"]
    assert len({each.nonce for each in requests(task, "bust")}) == 6
    assert {each.nonce for each in requests(task, "shared")} == {""}
