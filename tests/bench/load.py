"""`make load`: learners take the quiz at once, beside as many who press the button of a bare app.

They speak Streamlit's own protocol, on other processors than the one that the server has.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

from sizewise.ground.sample import nearest_rank
from tests.bench.servers import bare, ours, running
from tests.bench.stopwatch import cpu
from tests.browser.server import Server
from tests.faults.taker import ANSWERS, READING, QuizTaker
from tests.faults.visitor import Visitor
from tests.journeys.learner import LESSON

THINKING = (3.0, 8.0)
"""Seconds that a learner looks at a screen: the shortest and the longest time."""
ARRIVALS = 10
"""Learners who come in a second."""
CLASS, WITHIN = 30, 2.0
"""So many press Start in so many seconds."""
KEPT = 125.0
"""Seconds after which Streamlit gives up a page that was closed, once somebody closes another."""
ROOM = {"SIZEWISE_SOCKETS_PER_ADDRESS": "1000", "SIZEWISE_SHARED": "1"}
"""All learners here come from one address."""
ONE_CORE = ("taskset", "--cpu-list", "0")
BARE, NEXT = "Check answer", "Next question"


class Presser:
    """Somebody who presses the bare app's button, and notes what a `QuizTaker` notes."""

    def __init__(self, url: str, chance: Random, reading: tuple[float, float] = THINKING) -> None:
        self.tab = Visitor(url)
        self.chance = chance
        self.reading = reading
        self.waited: list[tuple[str, float, float]] = []
        self.heard: list[str] = []
        self.went = 0

    async def learns(self, _awake: asyncio.Event) -> None:
        """Press the button again and again."""
        await self.tab.open("")
        while True:
            await asyncio.sleep(self.chance.uniform(*self.reading))
            begun = time.monotonic()
            await self.tab.press(BARE)
            now = time.monotonic()
            self.waited.append((BARE, now, now - begun))


Person = QuizTaker | Presser


Somebody = Callable[[str, Random], Person]
"""Makes a person who goes to an address."""
taker = partial(QuizTaker, reading=THINKING)


@dataclass(frozen=True)
class Load:
    """What came of it. Times are in milliseconds, memory in MB."""

    answers: float
    """A second."""
    check: float
    """The 95th percentile of the wait for feedback."""
    following: float
    """The same for the next question; the bare app has none."""
    busy: float
    """How much of its processor the server used, from 0 to 1."""
    errors: int
    session: float
    """Memory of a session while all are at work."""
    left: float
    """What of it is still taken after all have left; not a number when nobody waited for that."""


async def at_work(people: Sequence[Person], pid: int, seconds: float, kept: float) -> Load:
    """Let people come, measure for so many seconds, and see what stays once they have left.

    Each presses four times at least, so that a slow machine has something to tell, too.
    """
    awake = asyncio.Event()
    awake.set()
    empty = memory(pid)
    tasks = []
    for person in people:
        tasks.append(asyncio.create_task(person.learns(awake)))
        await asyncio.sleep(1 / ARRIVALS)
    begun, worked = time.monotonic(), cpu(pid)
    await asyncio.sleep(seconds)
    while any(sum(at > begun for _, at, _ in each.waited) < 4 for each in people):
        await asyncio.sleep(0.1)
        for task in tasks:
            if task.done():
                task.result()
    full, worked, seconds = memory(pid), cpu(pid) - worked, time.monotonic() - begun
    await leave(people, tasks)
    after = await memory_later(people[0].tab.url, pid, kept) if kept else float("nan")
    waits = [(what, took) for each in people for what, at, took in each.waited if at > begun]
    answered = [took for what, took in waits if what.startswith(ANSWERS)]
    return Load(
        len(answered) / seconds,
        p95(answered),
        p95([took for what, took in waits if what == NEXT]),
        worked / 1000 / seconds,
        sum(len(person.heard) + person.went for person in people),
        (full - empty) / len(people),
        (after - empty) / len(people),
    )


async def leave(people: Sequence[Person], tasks: Sequence["asyncio.Task[None]"]) -> None:
    """All go home. Raises what went wrong for any of them."""
    for task in tasks:
        task.cancel()
    for end in await asyncio.gather(*tasks, return_exceptions=True):
        if not isinstance(end, asyncio.CancelledError):
            raise end
    for person in people:
        await person.tab.close()


async def memory_later(url: str, pid: int, kept: float) -> float:
    """The server's memory when it need not keep the pages of those who left."""
    await asyncio.sleep(kept)
    somebody = Visitor(url)
    await somebody.open("")
    await somebody.close()
    await asyncio.sleep(3)
    return memory(pid)


def memory(pid: int) -> float:
    """What a process holds, in MB (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    [held] = [line.split()[1] for line in lines if line.startswith("VmRSS")]
    return int(held) / 1024


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile by nearest rank, in milliseconds."""
    if not seconds:
        return float("nan")
    return sorted(seconds)[nearest_rank(Decimal("0.95"), len(seconds)) - 1] * 1000


async def warmed(url: str, pid: int, seconds: float) -> None:
    """A few learners, who think little, make the server read and draw what it keeps for all."""
    quick = (READING, READING)
    few = [QuizTaker(url, Random(1000 + number), reading=quick) for number in range(8)]
    await at_work(few, pid, seconds, 0)
    await asyncio.sleep(seconds / 3)


def measured(
    server: Server, somebody: Somebody, count: int, seconds: float, kept: float = 0, warm: float = 0
) -> Load:
    """So many people at a fresh server, which a few others warm up for so many seconds."""

    async def all_of_it() -> Load:
        if warm:
            await warmed(server.url, server.pid, warm)
        people = [somebody(server.url, Random(number)) for number in range(count)]
        return await at_work(people, server.pid, seconds, kept)

    with running(server):
        return asyncio.run(all_of_it())


async def class_starts(url: str, pid: int) -> list[float]:
    """Seconds from a press on Start to the first question, for a class that presses together."""
    await warmed(url, pid, 10)
    chance, tabs = Random(1), [Visitor(url) for _ in range(CLASS)]
    for tab in tabs:
        await tab.open(f"quiz?lesson={LESSON}")

    async def start(tab: Visitor) -> float:
        await asyncio.sleep(chance.uniform(0, WITHIN))
        begun = time.monotonic()
        await tab.press("Start, ")
        assert "Question 1 of" in tab.html
        return time.monotonic() - begun

    waits = await asyncio.gather(*map(start, tabs))
    for tab in tabs:
        await tab.close()
    return sorted(waits)


HEAD = f"""\
{THINKING[0]:.0f} to {THINKING[1]:.0f} s before a press; one processor. p95 in ms, memory in MB,
"left" what of it is taken {KEPT:.0f} s after all have closed their pages.

{"":<10}{"answers/s":>10}{"check":>8}{"next":>8}{"busy":>7}{"errors":>8}{"memory":>9}{"left":>8}   \
{"bare":<8}{"check":>6}{"busy":>7}{"memory":>9}{"left":>8}{"ratio":>7}"""


def row(count: int, mine: Load, other: Load) -> str:
    """A line of the table."""
    return (
        f"{count:<10}{mine.answers:>10.1f}{mine.check:>8.0f}{mine.following:>8.0f}{mine.busy:>7.0%}"
        f"{mine.errors:>8}{mine.session:>9.2f}{mine.left:>8.2f}   "
        f"{'':<8}{other.check:>6.0f}{other.busy:>7.0%}{other.session:>9.2f}{other.left:>8.2f}"
        f"{mine.session / other.session:>7.1f}"
    )


def rows(counts: Sequence[int], seconds: float, kept: float, folder: Path) -> Iterator[str]:
    """Every line of the table, and what a class that starts together waits for."""
    for count in counts:
        own = ours(folder / f"ours-{count}", ONE_CORE, **ROOM)
        beside = bare(folder / f"bare-{count}", our_settings=True, through=ONE_CORE)
        mine = measured(own, taker, count, seconds, kept, warm=25)
        yield row(count, mine, measured(beside, Presser, count, seconds, kept))
    with running(ours(folder / "class", ONE_CORE, **ROOM)) as server:
        waits = asyncio.run(class_starts(server.url, server.pid))
    yield (
        f"{CLASS} who press Start within {WITHIN:.0f} s see the first question after "
        f"{waits[len(waits) // 2]:.2f} s (median), {waits[-1]:.2f} s (the last)"
    )


def machine() -> str:
    """What the figures hold for."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return f"{len(models)} processors: {models[0]}" if models else f"{os.cpu_count()} processors"


def elsewhere() -> None:
    """Leave the server's processor to the server, where there is another."""
    others = os.sched_getaffinity(0) - {0}
    if others:
        os.sched_setaffinity(0, others)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--learners", default="1,50,200,500")
    asked.add_argument("--seconds", type=float, default=60.0, help="how long each is measured")
    asked.add_argument("--kept", type=float, default=KEPT, help="0: nobody waits for the rest")
    told = asked.parse_args()
    counts = [int(each) for each in told.learners.split(",")]
    elsewhere()
    print(machine(), HEAD, sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in rows(counts, told.seconds, told.kept, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
