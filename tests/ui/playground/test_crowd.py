"""A class asks the local model at once: nobody is forgotten, and each page tells its place."""

import time
from dataclasses import replace

from sizewise.gateway.local import local_model
from sizewise.gateway.protocol import Request
from sizewise.sizing.tokens.messages import Message
from sizewise.ui.playground import coming
from sizewise.ui.playground.calls import calls
from sizewise.ui.playground.reply import StreamedReply
from sizewise.ui.playground.screen import CALL
from tests.ui.test_pages import opened, said

LEARNERS = 20
LONG = Request((Message("user", "Write."),), grammar="root ::= [a-z]{1900}", limit=2000)
"""It keeps the model busy until it is stopped."""


def until(holds, seconds=30):
    last = time.monotonic() + seconds
    while not holds() and time.monotonic() < last:
        time.sleep(0.01)
    assert holds()


def begun(place):
    """A learner who asks, as soon as they stand at that place of the line."""
    short = replace(LONG, grammar=None, limit=4)
    call = calls().call(calls().ask(local_model(), short if place else LONG))
    until(lambda: call.reply().place == place if place else call.reply().first is not None)
    return call


def test_twenty_learners_wait_in_the_order_they_came_and_see_their_place():
    app = opened("playground", sample="sum")
    others = [begun(place) for place in range(LEARNERS - 1)]
    app.button(key="playground_ask").click().run()
    mine = calls().call(app.session_state[CALL])
    until(lambda: mine.reply().place == LEARNERS - 1)
    assert "19 others are served before you." in said(app.run())
    assert [each.reply().place for each in others] == list(range(LEARNERS - 1))
    for each in others[:-1]:
        each.stop()
    until(lambda: mine.reply().over)
    assert others[-1].reply().over  # served before, as it came before
    local_model().close()
    assert "The reply ended by itself." in said(app.run())


def test_who_waits_for_others_is_looked_at_seldom():
    assert coming.pause(StreamedReply(place=3)) >= 1
    assert coming.pause(StreamedReply()) < 0.2


def test_a_page_repaints_no_more_often_than_every_fifty_milliseconds():
    assert coming.LOOK >= 0.05
