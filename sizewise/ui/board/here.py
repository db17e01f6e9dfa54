"""Measuring here and now: the model on this computer, or an endpoint that the learner names."""

from collections.abc import Sequence
from secrets import token_hex

import streamlit as st

from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Cache
from sizewise.gateway.protocol import Provider, Request
from sizewise.ground.written import number_of
from sizewise.library.kinds import TASK
from sizewise.sizing.tokens.messages import Message
from sizewise.ui import house, session
from sizewise.ui.board.asked import LIVE
from sizewise.ui.board.measuring import RunningMeasurement, measurements
from sizewise.ui.board.rows import measured, slot
from sizewise.ui.lab.tokenized import choose_model
from sizewise.ui.playground import who

CALLS = 5
"""Calls that count; one before them warms up."""
LOOK = 0.5
"""Seconds between two looks at a measurement under way."""
WHO, CACHED = "board_who", "board_cached"
URL, MODEL, KEY = "board_url", "board_model_name", "board_key"


def draw() -> None:
    """Draw what to measure, and how far it is."""
    task = house.library().all(TASK).get("one-text")
    running = [each for each in measured().values() if not each.over]
    with st.expander(
        "Measure one here and now", icon=":material/timer:", expanded=bool(measured())
    ):
        if task is None:
            st.info("The questions for it cannot be read: content/tasks/one-text.yaml.")
            return
        _ask()
        st.button(
            f"Measure {number_of(CALLS, 'call')}",
            key="board_measure",
            type="primary",
            on_click=_begin,
            args=(task,),
            disabled=bool(running) or _why_not() is not None,
        )
        if running:
            st.fragment(_follow, run_every=LOOK)(running)


def _ask() -> None:
    st.segmented_control(
        "Who",
        ("local", "endpoint"),
        format_func=who.words,
        default="local",
        required=True,
        key=WHO,
    )
    st.toggle("It may use a cache of prompts", key=CACHED, persist_state="session")
    if why_not := _why_not():
        st.info(why_not)
    if session.get(WHO) == "endpoint":
        left, right = st.columns(2, gap="large")
        with left:
            st.text_input("Base URL", placeholder="https://api.openai.com/v1", key=URL)
            st.text_input("API key", type="password", autocomplete="off", key=KEY)
        with right:
            st.text_input("Model, as the provider calls it", placeholder="gpt-4o-mini", key=MODEL)
            choose_model("board", "Price its tokens as if on")
        st.caption(
            "Six questions on a text about a library go to that address, and are billed to your "
            "key. It stays in the memory of this tab, and is gone when you leave the page."
        )


def _why_not() -> str | None:
    if session.get(WHO) == "endpoint":
        return None
    failure = who.why_not_local()
    return str(failure) if failure else None


def _begin(task: Task) -> None:
    source = session.get(WHO) or "local"
    cache: Cache = "shared" if session.get(CACHED) else "bust"
    name = LIVE[2 * (source == "endpoint") + (cache == "shared")]
    address = who.ServerAddress(*(session.get(each) or "" for each in (URL, MODEL, KEY)))
    provider = who.provider(source, address)
    running = measurements().begin(_title(source, provider, cache), provider, requests(task, cache))
    session.put(slot(name), running)


def _title(source: str, provider: Provider, cache: Cache) -> str:
    name = who.words("local") if source == "local" else provider.model or "An endpoint"
    return f"{name}, {'with a cache' if cache == 'shared' else 'no cache'}"


def requests(task: Task, cache: Cache) -> Sequence[Request]:
    """The first cases of the task, one more than counts."""
    return [
        Request(
            tuple(Message(turn.role, turn.text) for turn in task.messages(number)),
            limit=task.limit,
            cache=cache,
            nonce=token_hex(8) if cache == "bust" else "",
        )
        for number in range(CALLS + 1)
    ]


def _follow(running: Sequence[RunningMeasurement]) -> None:
    """How far it is; the whole page follows when it has ended."""
    for each in running:
        done = len(each.trials)
        st.progress(min(1.0, done / each.total), f"{each.title}: {done} of {each.total} calls")
    if all(each.over for each in running):
        st.rerun()
