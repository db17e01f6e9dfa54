"""A reply while it is written: its box asks the server for what has come, by requests of its own.

Streamlit would draw the page's part anew at each look, which takes ten times the processor’s
time. Beside twenty who wait for the model, a quiz was then half as quick.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sizewise.ui import session
from sizewise.ui.kit.html import show_html
from sizewise.ui.playground.calls import RunningCall, calls
from sizewise.ui.playground.reply import StreamedReply
from sizewise.ui.script import script

LOOK = 0.15
"""Seconds between two looks at a reply that is being written."""
WAITING = 1.5
"""Seconds between two looks at one that waits for others."""
_FOLLOW = script("coming", Path(__file__).with_name("coming.js"))
_NOTED = script("noted", Path(__file__).with_name("noted.js"))
LOST = "reply_lost"
"""Under this key stands on which visit a reply on its way to this tab was found to be lost."""


def draw(call_id: str, call: RunningCall, drawn: StreamedReply, view: Callable[[], Markup]) -> None:
    """Draw a call as `view` shows it, and follow it until the page has to change, which was drawn
    for that much of the reply.
    """
    call.view = _drawn_at_news(call, view)
    frame = Markup('<div class="pg-so-far" data-coming="{}">{}</div>')
    show_html(frame.format(call_id, view()))
    data = {"call": call_id, "state": state(drawn)}
    _FOLLOW(key=f"coming_{call_id}", data=data, on_changed_change=lambda: None)


def _drawn_at_news(call: RunningCall, view: Callable[[], Markup]) -> Callable[[], Markup]:
    """Who waits for others looks often and sees the same: it is drawn once."""
    drawn: tuple[tuple[int, bool] | None, Markup] = (None, Markup())

    def show() -> Markup:
        nonlocal drawn
        news = call.news
        if news != drawn[0]:
            drawn = (news, view())
        return drawn[1]

    return show


def note(shown: Mapping[str, RunningCall]) -> None:
    """Let the tab note the replies that are shown, by the keys under which their ids stand."""
    session.drop(LOST)
    for call in shown.values():
        call.owner = session.get(session.OWNER)
    _noted(
        {
            place: {"call": session.get(place), "over": call.reply().over}
            for place, call in shown.items()
        }
    )


def bring_back(*places: str) -> None:
    """Where no reply is shown: bring back those that the page had before it was loaded anew, or say
    so when one was on its way and its call is known no more. `places` are keys of such calls.
    """
    visit = session.get(session.VISIT)
    if session.get(LOST) != visit:
        noted = _notes(_noted(), places)
        known = {place: call for place, (call, _) in noted.items() if _is_ours(calls().call(call))}
        for place, call in known.items():
            session.put(place, call)
        lost = any(not over for place, (_, over) in noted.items() if place not in known)
        if lost:
            session.put(LOST, visit)
        if known or lost:
            st.rerun()
    else:
        _noted({})  # that it is lost is said once: another load finds no note
        st.warning(
            "A reply was on its way when this page was loaded anew, or the server started again. "
            "It is lost: ask once more.",
            icon=":material/cloud_off:",
        )


def _noted(notes: Mapping[str, object] | None = None) -> object:
    """Let the tab note these; without any, what it has noted."""
    return _NOTED(key="sizewise_noted", data={"notes": notes}, on_noted_change=lambda: None).noted


def _notes(told: object, places: Sequence[str]) -> dict[str, tuple[str, bool]]:
    """What a tab has noted: calls by their places, and whether their replies were over."""
    found = {}
    for place in places:
        match _note_at(told, place):
            case {"call": str(call), "over": bool(over)}:
                found[place] = call, over
    return found


def _note_at(told: object, place: str) -> object:
    match told:
        case {**notes}:
            return notes.get(place)
    return None


def _is_ours(call: RunningCall | None) -> bool:
    """Whether a call was asked in this browser by who uses it now."""
    return call is not None and call.owner == session.get(session.OWNER)


def state(reply: StreamedReply) -> str:
    """What the page around the box depends on: when it changes, the page is drawn anew."""
    return "over" if reply.over else f"{len(reply.retried)} failed"


def pause(reply: StreamedReply) -> float:
    """Seconds until the next look: who waits for others need not look often."""
    return WAITING if reply.place else LOOK


def answer(request: Request) -> Response:
    """What stands in a box now. Only the tab that has asked knows the id of its call."""
    call = calls().call(str(request.path_params["call"]))
    if call is None or call.view is None:
        return Response(status_code=404)
    reply = call.reply()
    told = {"html": call.view(), "state": state(reply), "pause": pause(reply) * 1000}
    return JSONResponse(told, headers={"Cache-Control": "no-store"})
