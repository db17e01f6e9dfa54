"""The draft: ids and widget values of one browser tab. Nothing else touches session or address."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, tzinfo
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from sizewise.ui.web.tabs import CLOSINGS
from sizewise.ui.web.visitor import Visitor, told

OWNER = "browser"
"""Under this key stands whose draft it is."""

SINCE = "tab_since"
"""Under this key stands how much had been closed when the tab began."""

BEGUN, UNTOLD = "address_begun", "address_untold"
CAME_BACK = "came_back"
"""Under this key stands when a server that was started anew had drawn the open page again."""
PLACE, VISIT, WHOLE = "visit_place", "visit", "visit_whole"


def get(key: str, default: Any = None) -> Any:
    """What the tab remembers under a key."""
    return st.session_state.get(key, default)


def put(key: str, value: Any) -> None:
    """Remember a plain value: text, number, yes or no, or a tuple of these."""
    st.session_state[key] = value


def drop(key: str) -> None:
    """Forget a key; nothing happens when it is not there."""
    st.session_state.pop(key, None)


def forget() -> None:
    """Forget the whole draft: what was in it belongs to nobody any more."""
    st.session_state.clear()


def keep(prefix: str) -> bool:
    """Let widgets whose keys begin so keep their values while they are not drawn.

    True when any of them holds one.
    """
    ours = {key: value for key, value in st.session_state.items() if str(key).startswith(prefix)}
    for key, value in ours.items():
        with suppress(StreamlitAPIException):  # it was drawn before the page failed
            st.session_state[key] = value
    return any(ours.values())


def once(key: str, make: Callable[[], Any]) -> Any:
    """What the tab remembers under a key, made on first use."""
    if key not in st.session_state:
        st.session_state[key] = make()
    return st.session_state[key]


def first_in_run(what: str) -> bool:
    """Whether this run of the page asks so for the first time. Streamlit makes a context for each;
    outside of a page every time is the first.
    """
    context = get_script_run_ctx()
    asked: set[str] = vars(context).setdefault("sizewise_asked", set()) if context else set()
    first = what not in asked
    asked.add(what)
    return first


def leave_in_run(what: str, value: Any) -> None:
    """Leave something for what is drawn in this run of the page, and no longer."""
    if context := get_script_run_ctx():
        vars(context)[f"sizewise_{what}"] = value


def left_in_run(what: str) -> Any:
    """Take what was left, if anything: whoever asks next finds nothing."""
    context = get_script_run_ctx()
    return vars(context).pop(f"sizewise_{what}", None) if context else None


def draw_all_that_changed() -> None:
    """Asked by what a widget calls: draw the whole page if its own part is not about to be drawn.

    What changes in one moment, such as a text that is left by a press on the next view, a browser
    sends together and names the fragment of one of them: the other would be kept and not be seen.
    """
    context = get_script_run_ctx()
    drawn = context.fragment_ids_this_run if context else None
    if drawn and ThreadState.get().fragment_id not in drawn:
        st.rerun()


def query(key: str) -> str:
    """A query parameter of the address. Anyone can type there: check the value before use."""
    return _address().get(key, "")


def set_query(**values: str) -> None:
    """Write query parameters, all at once; an empty value removes its parameter."""
    _write({**_address(), **values})


def turn_to(**values: str) -> None:
    """Open another view of the page, with an address of its own."""
    _write(values)
    visit()


def _address() -> dict[str, str]:
    return dict(get(UNTOLD, ())) or st.query_params.to_dict()


def _write(values: dict[str, str]) -> None:
    """The browser makes an entry of its history for each address that it is told.

    What the first draw of a tab writes only completes the address that was asked for, and is no
    step of anybody: it waits for `untold`. Streamlit goes on sending the incomplete one until it is
    told another.
    """
    address = {name: value for name, value in values.items() if value}
    if address == _address():
        return
    if get(BEGUN):
        drop(UNTOLD)
        st.query_params.from_dict(address)
    else:
        put(UNTOLD, tuple(address.items()))


def untold() -> str:
    """The address that the tab began with, completed, for our script to write; empty ever after."""
    if get(BEGUN):
        return ""
    address = urlencode(get(UNTOLD, ()))
    put(BEGUN, True)
    return address


def arrive(place: str) -> None:
    """Begin a whole run of the page at `place`. Another page is a visit, and so is an address that
    the browser brought: by Back, by Forward, or by a link in our HTML.
    """
    context = get_script_run_ctx()
    whole = context is not None and context.is_history_navigation
    if whole or place != get(PLACE):
        visit(whole=whole)
        drop(UNTOLD)
        put(PLACE, place)  # at last: Streamlit may end a run here, and the next one makes up for it


def brought() -> bool:
    """Whether the browser brought the address of this visit, which therefore says everything."""
    return bool(get(WHOLE))


def visit(*, whole: bool = False) -> None:
    """Let every draft read its address anew; a `whole` one leaves nothing to the tab's memory."""
    put(VISIT, get(VISIT, 0) + 1)
    put(WHOLE, whole)


def dark() -> bool:
    """Whether the browser shows the dark theme."""
    return st.context.theme.type == "dark"


def zone() -> tzinfo:
    """The time zone of the browser; UTC where it names none that we know."""
    return _zone(st.context.timezone or "UTC")


@lru_cache(64)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # anybody can say anything, also the name of a folder
        return UTC


def page_address() -> str:
    """The whole address of this page as the browser knows it, without parameters; empty where no
    browser has told it.
    """
    return st.context.url or ""


def visitor() -> Visitor:
    """Who looks at this tab, as the web server judged when the tab was connected."""
    return told(st.context.headers)


def same_browser() -> bool:
    """Whether the tab's draft belongs to the browser that looks at it.

    The first browser makes it its own. One that has left while its page was drawn is still itself.
    """
    now = visitor()
    owner = now.token or ("someone" if now.shared else "this machine") if now.known else ""
    return owner in {"", once(OWNER, lambda: owner)}


def begin_anew() -> None:
    """Forget the draft of another browser: the tab has a new cookie, and so another learner."""
    if not same_browser():
        st.session_state.clear()
    once(SINCE, lambda: CLOSINGS.count)


def opened_now(key: str) -> None:
    """Note under a key that something is opened now: only what is closed from now on counts."""
    put(key, CLOSINGS.count)


def close_in_all_tabs(what: str) -> None:
    """Close something in every tab of this browser that has it open. Whoever sends no cookies is
    one with all who do not, and may have to open it again.
    """
    CLOSINGS.close(get(OWNER, ""), what)


def closed_in_a_tab(what: str, since: str = SINCE) -> bool:
    """Whether a tab of this browser has closed it since this one has opened it, as is noted under
    a key; what a tab has open from its beginning needs none.
    """
    return CLOSINGS.closed(get(OWNER, ""), what, get(since, 0))


def browser_token() -> str | None:
    """The browser's learner cookie on a shared server; none on one's own machine."""
    return visitor().token if visitor().shared else None


def on_shared_server() -> bool:
    """Whether several people may reach this server."""
    return visitor().shared
