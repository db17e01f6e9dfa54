"""A plan at work: what its log leaves to do is asked and measured, and each trial is appended.

A run may be stopped, or killed, at any moment: what stands in the log is kept, and what was under
way is asked again the next time.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sizewise.benchmark.log import mended, read, written
from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.schedule import attempts, left, nonce, schedule
from sizewise.benchmark.trial import Charge, Grade, Slot, Trial
from sizewise.gateway.measured import Conditions, trials
from sizewise.gateway.one_writer import only_writer
from sizewise.gateway.protocol import Provider, Request
from sizewise.ground.plain import Plain
from sizewise.sizing.tokens.usage import Usage


class LogUnwritable(Plain):
    """The log cannot be read or written: why, and the way out."""

    def __init__(self, log: Path, error: OSError) -> None:
        super().__init__(
            f"The log {log.name} cannot be written ({error.strerror}). What stands in it is kept: "
            "make room or choose another folder, and start again. The run goes on where it was."
        )


class RunProgress(NamedTuple):
    """So many slots of all are done, and what was just written: a trial for each attempt."""

    done: int
    total: int
    trials: tuple[Trial, ...]


@dataclass(frozen=True)
class Run:
    """A plan, its log, and what the plan's names stand for.

    `request` asks for what a slot is for, with a nonce in front where the plan says so. `grade`
    and `charge` say what a reply is worth and costs, none where nobody can tell. `moment` tells
    the time.
    """

    plan: BenchmarkPlan
    log: Path
    providers: Mapping[str, Provider]
    request: Callable[[Slot, str], Request]
    grade: Callable[[Trial], Grade | None]
    charge: Callable[[Slot, Usage], Charge | None]
    client: str
    machine: str
    moment: Callable[[], datetime]

    def go(self) -> Generator[RunProgress, None, None]:
        """Do what is left, telling of each slot once it stands in the log.

        Raises LogUnwritable, and LogInUse while somebody else writes it.

        Closing the generator stops the run as soon as the requests under way have ended.
        """
        total, run = len(schedule(self.plan)), self.moment().isoformat()
        try:
            with only_writer(self.log), self.log.open("ab") as file:
                before = self.log.read_bytes()
                found = read(before)
                rest, tried = left(self.plan, found), attempts(self.plan, found)
                file.write(mended(before))
                for done, ended in enumerate(self._ended(rest, run, tried), total - len(rest) + 1):
                    file.write(written(ended))
                    file.flush()
                    yield RunProgress(done, total, ended)
        except OSError as error:
            raise LogUnwritable(self.log, error) from error

    def _ended(
        self, rest: Sequence[Slot], run: str, tried: Mapping[Slot, int]
    ) -> Iterator[tuple[Trial, ...]]:
        """The trials of each slot. The warm-ups of a level end before anything that counts."""
        for (level, _), slots in groupby(rest, lambda slot: (slot.concurrency, slot.warm_up)):
            yield from _side_by_side(
                level, slots, lambda slot: self._ask(slot, run, tried.get(slot, 0))
            )

    def _ask(self, slot: Slot, run: str, tried: int) -> tuple[Trial, ...]:
        provider = self.providers[slot.model]
        request = self.request(slot, nonce(run, slot) if self.plan.cache == "bust" else "")
        conditions = Conditions(
            self.plan.id,
            self.plan.sha256,
            slot,
            provider.model,
            request,
            self.client,
            self.machine,
            lambda usage: self.charge(slot, usage),
        )
        *failed, last = [
            each.model_copy(update={"attempt": tried + each.attempt})
            for each in trials(provider.send(request), conditions, self.moment())
        ]
        grade = self.grade(last) if last.whole else None
        return (*failed, last.model_copy(update={"grade": grade}))


def _side_by_side(
    level: int, slots: Iterator[Slot], ask: Callable[[Slot], tuple[Trial, ...]]
) -> Iterator[tuple[Trial, ...]]:
    """Always so many at once: the next begins when one ends, and not before somebody looked."""
    with ThreadPoolExecutor(level) as pool:
        under_way: set[Future[tuple[Trial, ...]]] = set()
        for slot in slots:
            under_way.add(pool.submit(ask, slot))
            if len(under_way) == level:
                ended, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in ended)
        yield from (each.result() for each in wait(under_way).done)
