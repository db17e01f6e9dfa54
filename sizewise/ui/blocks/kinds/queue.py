"""A simulated hour of calls that wait for a free worker."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import grouped, noun_for, number, wait_words, whole_percent, with_noun
from sizewise.learn.lesson.blocks.queue import QueueBlock
from sizewise.sizing.plan.waiting import MINUTE, Hour, Service, mean_wait, simulate
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import numbers_html, told_html
from sizewise.ui.kit import table as kit
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.paper import Form, tag

HERE = Path(__file__).parent
MOVES = True

STEPS = (Decimal("0.1"), Decimal("0.5"), Decimal(1), Decimal(5), Decimal(10), Decimal(50))
STOPS = 20
"""A slider has at least this many stops below what the fewest workers can serve."""
TIGHT = 0.85
"""From this share of the capacity on, small changes bring long waits."""
TABLE = range(0, 61, 10)
"""The minutes in the table."""
BUSY = tuple(number / 20 for number in range(1, 20))
"""The shares of the capacity that the second chart shows: 5% to 95%."""
BUSY_IN_TABLE = (0.25, 0.5, 0.7, 0.8, 0.9, 0.95)


def draw(block: QueueBlock, key: str) -> None:
    """Who comes and who serves; the hour below follows."""
    show_html(Markup('<p class="labtag">Try it: send more, and add workers</p>'))
    per_minute, workers = _ask(block, key)
    service = Service(float(per_minute), float(block.seconds), workers)
    number = session.get(f"hour-{key}", 1)
    hour = simulate(service, number)
    show_html(verdict_html(service, hour) + numbers_html(numbers(service, hour)))
    show_html(Markup('<div class="queues">{}{}</div>').format(chart_html(hour), bend_html(service)))
    show_html(table_html(hour, service))
    st.button(
        "Another hour, with other luck",
        key=f"again-{key}",
        icon=":material/casino:",
        on_click=session.put,
        args=(f"hour-{key}", number + 1),
    )
    show_html(_fine_html(block, service, number))


def _ask(block: QueueBlock, key: str) -> tuple[Decimal, int]:
    left, right = st.columns([3, 2], gap="medium")
    step = step_of(block)
    with left:
        most, start = max(block.most, block.arrivals), max(step, block.arrivals)
        wanted = _slider(safe(block.label), (step, most, start, step), f"arrivals-{key}")
    with right:
        return wanted, _ask_workers(block.workers, f"workers-{key}")


def _slider(label: str, stops: tuple[Decimal, ...], key: str) -> Decimal:
    """A slider of whole numbers, when all its stops are whole."""
    if all(stop == int(stop) for stop in stops):
        least, most, start, step = (int(stop) for stop in stops)
        return Decimal(
            st.slider(
                label,
                least,
                most,
                start,
                step,
                format="localized",
                key=key,
                persist_state="session",
            )
        )
    least_, most_, start_, step_ = (float(stop) for stop in stops)
    return Decimal(
        str(
            st.slider(
                label, least_, most_, start_, step_, format="%g", key=key, persist_state="session"
            )
        )
    )


def _ask_workers(workers: Sequence[int], key: str) -> int:
    names = [f"{each}" for each in workers]
    chosen = st.segmented_control(
        "Workers", names, default=names[0], required=True, key=key, persist_state="session"
    )
    return int(chosen) if chosen in names else workers[0]


def step_of(block: QueueBlock) -> Decimal:
    """The widest round step that meets the slider's start and end and shows where it gets tight."""
    fitting = [step for step in STEPS if not block.arrivals % step and not block.most % step]
    capacity = min(block.workers) * Decimal(60) / block.seconds
    fine = [step for step in fitting if step * STOPS <= min(block.most, capacity)]
    return max(fine, default=min(fitting, default=STEPS[0]))


def verdict_html(service: Service, hour: Hour) -> Markup:
    """How the hour went, in words."""
    css, sign, word = _mood(service)
    return told_html(css, sign, word, " ".join(sentences(service, hour)))


def _mood(service: Service) -> tuple[str, str, str]:
    if service.utilisation >= 1:
        return "off", "✕", "Too much."
    if service.utilisation >= TIGHT:
        return "", "!", "Tight."
    return "ok", "✓", "It keeps up."


def sentences(service: Service, hour: Hour) -> Iterator[str]:
    """The state of the queue, sentence by sentence."""
    crew = "1 worker serves" if service.workers == 1 else f"{service.workers} workers serve"
    yield (
        f"{number(service.per_minute)} a minute come, and {crew} up to {number(service.capacity)}."
    )
    if service.utilisation >= 1:
        yield from _without_end(service, hour)
        return
    yield f"In this hour {_waits(hour)}."
    yield f"Over very many such hours the mean wait is {wait_words(mean_wait(service))}."


def _waits(hour: Hour) -> str:
    half, most = hour.wait_of(0.5), hour.wait_of(0.95)
    if not most:
        return "95 of 100 calls do not wait at all"
    wait = f"wait {wait_words(half)} at most" if half else "do not wait at all"
    return f"half of the calls {wait}, and 95 of 100 wait {wait_words(most)} at most"


def _without_end(service: Service, hour: Hour) -> Iterator[str]:
    grows = service.per_minute - service.capacity
    pace = (
        f"by about {number(grows)} a minute" if grows else "slowly, since nothing is left to spare"
    )
    yield f"The queue grows without end: {pace}."
    left = hour.queue_at(60 * MINUTE)
    waiting = f"{grouped(left)} {noun_for(left, 'is', 'are')} waiting"
    yield f"After this hour {waiting}. Only more workers help, or less work."


def numbers(service: Service, hour: Hour) -> dict[str, str]:
    """The four numbers of an hour."""
    return {
        "Workers are busy": whole_percent(min(1.0, service.utilisation)),
        "Half wait at most": wait_words(hour.wait_of(0.5)),
        "95 of 100 wait at most": wait_words(hour.wait_of(0.95)),
        "Longest queue": f"{grouped(max(queue_by_minute(hour)))}",
    }


def queue_by_minute(hour: Hour) -> list[int]:
    """How many wait at the start of the hour and at the end of each minute."""
    return [hour.queue_at(minute * MINUTE) for minute in range(61)]


def chart_html(hour: Hour) -> Markup:
    """The queue over the hour, a column a minute."""
    queue = queue_by_minute(hour)
    longest, top = max(queue), round_top(max(queue))
    columns = [css_share(each / top) for each in queue]
    words = (
        f"Column chart: calls that wait, minute by minute. At most {grouped(longest)}, "
        f"in minute {queue.index(longest)}; {grouped(queue[-1])} at the end. The "
        "table has the numbers."
    )
    across = ("0", "15", "30", "45", "60 min")
    return filled(
        HERE / "columns.html",
        title="Calls that wait, minute by minute",
        words=words,
        top=grouped(top),
        columns=columns,
        across=across,
        css="",
        now=0,
    )


def bend_html(service: Service) -> Markup:
    """The mean wait by theory against how busy the workers are, with the mark of now."""
    waits = [mean_wait(_as_busy(service, busy)) for busy in BUSY]
    now = min(round(service.utilisation / BUSY[0]), len(BUSY) + 1)
    columns = [css_share(wait / waits[-1]) for wait in waits]
    half, most, almost = (wait_words(waits[at]) for at in (9, 15, 18))
    words = (
        "Column chart: the mean wait in the long run against how busy the workers are. "
        f"At 50% it is {half}, at 80% {most}, at 95% {almost}."
    )
    return filled(
        HERE / "columns.html",
        title="Mean wait, in the long run",
        words=words,
        top=wait_words(waits[-1]),
        columns=columns,
        across=("5%", "50%", "95% busy"),
        css="bend",
        now=now,
    )


def _as_busy(service: Service, busy: float) -> Service:
    return replace(service, per_minute=busy * service.capacity)


def round_top(most: int) -> int:
    """The round number at the top of the chart: at least 5, and not below the longest queue."""
    scale = 1
    while True:
        for times in (1, 2, 5):
            if times * scale >= max(5, most):
                return times * scale
        scale *= 10


def table_html(hour: Hour, service: Service) -> Markup:
    """Both charts in numbers, folded away."""
    queue = {f"{minute}": f"{grouped(hour.queue_at(minute * MINUTE))}" for minute in TABLE}
    waits = {
        whole_percent(busy): wait_words(mean_wait(_as_busy(service, busy)))
        for busy in BUSY_IN_TABLE
    }
    return Markup(
        '<details class="queue-table"><summary>Both charts in numbers</summary>{}{}</details>'
    ).format(
        _table_html("Minute", "Calls that wait", queue),
        _table_html("Workers are busy", "Mean wait", waits),
    )


def _table_html(head: str, name: str, values: Mapping[str, str]) -> Markup:
    return kit.table_html(name, (head, *values), [(name, *values.values())])


def _fine_html(block: QueueBlock, service: Service, place: int) -> Markup:
    label = house.facts().text(block.label)
    seconds = with_noun(number(ceil(service.seconds * 10) / 10), "second")
    return Markup(
        '<p class="fine">'
        "Hour number {}. {}: {} on average, at random moments. One takes {} "
        "on average, some less, some much more. First come, first served; nobody gives up."
        "</p>"
    ).format(place, label, number(service.per_minute), seconds)


def on_paper(block: QueueBlock) -> Form:
    """The first hour with the fewest workers."""
    service = Service(float(block.arrivals), float(block.seconds), block.workers[0])
    hour = simulate(service, 1)
    charts = Markup('<div class="queues">{}{}</div>').format(chart_html(hour), bend_html(service))
    said = verdict_html(service, hour)
    row = numbers_html(numbers(service, hour))
    return Form(Markup("{}{}{}{}").format(tag("An hour of calls that wait"), said, row, charts))
