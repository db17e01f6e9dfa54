"""The waits of a run in order, from the shortest to the longest, and some measured here and now."""

from collections.abc import Iterator, Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.benchmark.log import Log
from sizewise.benchmark.measure import TAIL_FROM, Measure, measure
from sizewise.benchmark.task import Task
from sizewise.gateway.local import local_model
from sizewise.gateway.protocol import Request
from sizewise.ground.written import number, number_of
from sizewise.learn.lesson.blocks.measured_waits import MeasuredWaits
from sizewise.library.kinds import TASK
from sizewise.library.library import NotInLibrary
from sizewise.sizing.tokens.messages import Message
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import numbers_html
from sizewise.ui.kit.html import css_share, show_html
from sizewise.ui.kit.paper import Form, line_to_write, tag
from sizewise.ui.kit.receipt import stamp_html

MOVES = True


def draw(block: MeasuredWaits, key: str) -> None:
    """The recorded waits; beside them those of this machine, once somebody asks for them."""
    log, task = _log(block), _task(block)
    show_html(Markup('<p class="labtag">Try it: waits that were measured</p>'))
    show_html(waits_html(waits(log, block.task)) + _recorded_html(log))
    if why_not := local_model().why_not:
        st.caption(f"{why_not} So the recorded waits have to do.")
        return
    asked = f"Ask the model on this {'server' if house.shared() else 'computer'}"
    if st.button(f"{asked} {number_of(block.times, 'time')}", key=f"ask-{key}"):
        session.put(f"waits-{key}", tuple(_measured(task, block.times)))
    if own := session.get(f"waits-{key}", ()):
        show_html(Markup('<p class="labtag">Here and now</p>') + waits_html(own))


def _log(block: MeasuredWaits) -> Log:
    runs = house.recorded_runs()
    if block.run not in runs:
        raise NotInLibrary(f"the recorded run {block.run} is not here")
    return runs[block.run].log


def _task(block: MeasuredWaits) -> Task:
    found = house.library().all(TASK).get(block.task)
    if found is None:
        raise NotInLibrary(f"the task {block.task} of content/tasks is being repaired")
    return found


def waits(log: Log, task: str) -> tuple[float, ...]:
    """The waits for whole replies of a task, in seconds, as they came."""
    return tuple(each.end / 1e6 for each in log.measured if each.task == task and each.whole)


def _measured(task: Task, times: int) -> Iterator[float]:
    """Ask so often, one after the other; the first try warms up and is thrown away."""
    bar = st.progress(0.0, text="The first call warms up and does not count.")
    for done in range(-1, times):
        turns = task.messages(done % len(task.samples))
        request = Request(
            tuple(Message(turn.role, turn.text) for turn in turns), limit=task.limit, cache="off"
        )
        last = list(local_model().send(request))[-1]
        if last.kind == "failed":
            st.error(str(last.failure), icon=":material/error:")
            break
        if done >= 0 and last.kind == "end":
            yield last.at
        bar.progress((done + 1) / times, text=f"{done + 1} of {times}")
    bar.empty()


def waits_html(found: Sequence[float]) -> Markup:
    """Waits as dots on a line, the middle one marked, and what they have in common."""
    known = measure(found, seed=1)
    if known is None:
        return Markup("<p>No wait was measured.</p>")
    longest = max(found)
    dots = Markup().join(
        Markup('<i style="left:{}"></i>').format(css_share(each / longest)) for each in found
    )
    words = ", ".join(map(number, sorted(found)))
    middle, told = css_share(known.median / longest), numbers_html(_told(known))
    strip = Markup(
        '<div class="waits" aria-hidden="true">{}<b style="left:{}"></b></div>'
        '<p class="waits-ends" aria-hidden="true"><span>0 s</span><span>{} s</span></p>'
    ).format(dots, middle, number(longest))
    every = Markup(
        '<details class="more"><summary>All waits in order, in seconds</summary>'
        '<p class="fine">{}</p></details>'
    ).format(words)
    return strip + told + every


def _told(known: Measure) -> dict[str, str]:
    few = f"needs {TAIL_FROM} waits"
    return {
        "Waits": number(known.values),
        "Median": f"{number(known.median)} s",
        "Mean": f"{number(known.mean)} s",
        "p95": few if known.tail is None else f"{number(known.tail.p95)} s",
    }


def _recorded_html(log: Log) -> Markup:
    first = log.trials[0]
    return Markup(
        '<p class="ladder-source"><span class="pill new">Recorded run</span>{}<span>{}</span></p>'
    ).format(
        stamp_html("measured", first.sent_at.date()), f"{first.answered_by} on {first.machine}"
    )


def on_paper(block: MeasuredWaits) -> Form:
    """The waits as they came, to be put in order; the numbers stand at the end."""
    found = waits(_log(block), block.task)
    listed = ", ".join(number(each) for each in found)
    body = Markup("{}<p>{}</p>{}{}").format(
        tag("Put these measured waits in order (seconds)"),
        listed,
        line_to_write("The median", 1),
        _recorded_html(_log(block)),
    )
    return Form(body, waits_html(found))
