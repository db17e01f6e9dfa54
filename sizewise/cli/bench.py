"""`bench`: a plan is run against its log, and goes on where it was after every stop."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sizewise import ROOT
from sizewise.cli.frame.answer import say
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import today, whole_number
from sizewise.cli.frame.reported import not_itself, reported
from sizewise.ground import limits
from sizewise.ground.written import grouped, left_words, number_of

if TYPE_CHECKING:
    from sizewise.benchmark.plan import BenchmarkPlan
    from sizewise.gateway.running import Run, RunProgress
    from sizewise.library.library import Library

STOPPED = 130
"""How a command ends that Ctrl+C stopped, as shells have it."""


@click.command()
@click.argument("plan", metavar="PLAN")
@click.option(
    "--log",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The log to go on with; PLAN.jsonl in this folder when left out.",
)
@click.option(
    "--samples",
    type=whole_number(1, limits.PLAN_SAMPLES, "24"),
    metavar="N",
    help="Attempts that count.",
)
@click.option(
    "--warm-ups",
    type=whole_number(0, limits.PLAN_WARM_UPS, "2"),
    metavar="N",
    help="Attempts before those.",
)
@click.pass_context
def command(
    context: click.Context,
    plan: str,
    log: Path | None,
    samples: int | None,
    warm_ups: int | None,
) -> None:
    """Measure models: PLAN is a name in content/plans, or a path that ends in .yaml.

    Ctrl+C stops it, and the same command goes on where it was. At the end it writes the report of
    the log. --samples and --warm-ups try a plan briefly, into a log of its own.
    """
    stop = _Stop(log)
    try:
        with stop.heeded():
            _measure(plan, samples, warm_ups, stop)
    except KeyboardInterrupt:
        click.echo(stop.sentence, err=True)
        context.exit(STOPPED)


class _CtrlC(KeyboardInterrupt):
    """Python itself dies by the signal, however it was caught, where KeyboardInterrupt leaves code
    that was made from a text, as dataclasses make theirs. It looks for that very class.
    """


@dataclass
class _Stop:
    """What Ctrl+C leaves behind."""

    log: Path | None
    """The log that the command goes on with; none while only its plan could name it."""
    heard: bool = False
    """Whether Ctrl+C came."""

    @property
    def sentence(self) -> str:
        """What is kept, and how to go on."""
        if self.log is None or not self.log.exists():
            return "Stopped before anything was asked. The same command starts it again."
        return f"Stopped. The same command goes on with {self.log}."

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """The first Ctrl+C lets the requests under way end, which may take long: the second does
        not. What is under way is asked again either way.
        """
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            yield  # as in the background of a shell, where it is for others
            return
        signal.signal(signal.SIGINT, self._first)
        after: signal.Handlers | Callable[..., object] = signal.default_int_handler
        try:
            yield
        except BaseException:
            if not self.heard:
                raise
            after = signal.SIG_IGN  # only the sentence is left
            raise _CtrlC from None  # pydantic makes an error of its own of it
        finally:
            signal.signal(signal.SIGINT, after)

    def _first(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._second)
        self.heard = True
        raise _CtrlC

    def _second(self, *_: object) -> None:
        os.write(2, f"{self.sentence}\n".encode())  # a writer may be in the middle of a line
        os._exit(STOPPED)


def _measure(word: str, samples: int | None, warm_ups: int | None, stop: _Stop) -> None:
    """Run what is left of the plan of that name or path, and write the report of its log."""
    from sizewise.gateway.one_writer import LogInUse
    from sizewise.gateway.room_to_think import cramped
    from sizewise.gateway.running import LogUnwritable
    from sizewise.library import open_library
    from sizewise.library.kinds import TASK

    library = open_library(ROOT)
    plan, own = _sized(_plan(word, library), samples, warm_ups)
    stop.log = log = stop.log or own
    not_itself(log, log.parent, ", in --log")
    _same_plan(plan, log)
    for warning in cramped(plan, library.all(TASK), library.catalogue):
        click.echo(warning, err=True)
    run = _run(plan, log, library)
    try:
        followed(run)
    except (LogUnwritable, LogInUse) as error:
        raise click.ClickException(str(error)) from None
    finally:
        _closed(run)
    say(reported(log))


def followed(run: "Run", clock: Callable[[], float] = time.monotonic) -> None:
    """Run what is left and tell how far it is."""
    with closing(run.go()) as going:
        try:
            for line in _lines(going, clock):
                _show(line)
        finally:
            if sys.stderr.isatty():
                click.echo(err=True)


def _lines(going: Iterator["RunProgress"], clock: Callable[[], float]) -> Iterator[str]:
    """How far it is: after each slot on a screen, else about ten times."""
    began, each_slot = clock(), sys.stderr.isatty()
    for now, (done, total, _) in enumerate(going, 1):
        if each_slot or done * 10 // total > (done - 1) * 10 // total:
            seconds = (clock() - began) / now * (total - done)
            left = f", {left_words(seconds)}" if done < total else ""
            yield f"{grouped(done)} of {grouped(total)}{left}"


def _show(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{line:<60}", nl=False, err=True)
    else:
        click.echo(line, err=True)


def _plan(word: str, library: "Library") -> "BenchmarkPlan":
    """The plan of that name or path, which can run. Raises Refused."""
    from sizewise.benchmark.plan import problems
    from sizewise.library.kinds import PLAN, TASK

    plan = _read(Path(word)) if word.endswith(".yaml") else library.all(PLAN).get(word)
    if plan is None:
        _tell_of_faults(word, library)
        there = ", ".join(library.all(PLAN)) or "none"
        what = f"There is no plan {word}. There are: {there}."
        raise Refused(f"{what} A path ends in .yaml.")
    for problem in problems(plan, library.all(TASK)):
        raise Refused(f"{word}: {problem.field}: {problem.message}")
    for one in plan.models:
        if one.priced_as and one.priced_as not in library.catalogue.profiles:
            raise Refused(f"{word}: models: there is no model {one.priced_as} in the catalogue.")
    return plan


def _read(path: Path) -> "BenchmarkPlan | None":
    from sizewise.benchmark.plan import BenchmarkPlan
    from sizewise.library.opened import open_yaml

    opened = open_yaml(path.parent, path, BenchmarkPlan)
    for problem in opened.page.problems:
        raise Refused(str(problem))
    return opened.value


def _tell_of_faults(word: str, library: "Library") -> None:
    from sizewise.library.kinds import PLAN

    for problem in library.problems:
        if problem.file == PLAN.path(word).as_posix():
            raise Refused(str(problem))


def _sized(
    plan: "BenchmarkPlan", samples: int | None, warm_ups: int | None
) -> tuple["BenchmarkPlan", Path]:
    """The plan with other numbers, and its log: a brief one must not mix with the whole.

    Raises Refused.
    """
    from sizewise.benchmark.plan import problems

    other = {
        field: number
        for field, number in (("samples", samples), ("warm_ups", warm_ups))
        if number is not None and number != getattr(plan, field)
    }
    sized = plan.model_copy(update=other)
    for problem in problems(sized, sized.tasks):
        raise Refused(f"{plan.id}: {problem.message}")
    brief = f"-{sized.samples}-{sized.warm_ups}" if other else ""
    return sized, Path(f"{plan.id}{brief}.jsonl")


def _same_plan(plan: "BenchmarkPlan", log: Path) -> None:
    """Tell of damaged lines; refuse a log of another plan, whose trials would mix with these."""
    from sizewise.benchmark.log import read
    from sizewise.benchmark.schedule import left, schedule

    if not log.is_file():
        return
    try:
        text = log.read_bytes()
    except OSError as error:
        raise Refused(f"{log} cannot be read ({error.strerror}).") from None
    found = read(text)
    if text and not text.startswith(b"{"):
        raise Refused(f"{log} is no log of a benchmark. Name another with --log.")
    if any(trial.plan_sha256 != plan.sha256 for trial in found.trials):
        what = f"{log} holds another plan, or this one before it was changed."
        raise Refused(f"{what} Move it away, or name another with --log.")
    for each in found.faults:
        click.echo(f"{log}, line {each.line}: {each.why}", err=True)
    if found.faults:
        click.echo(_missing(len(left(plan, found)), len(schedule(plan))), err=True)


def _missing(rest: int, total: int) -> str:
    """What is asked now, where lines of the log do not count."""
    if not rest:
        return "Nothing is missing for that: all that the plan asks stands in other lines."
    return f"What is missing is asked now: {grouped(rest)} of {number_of(total, 'request')}."


def _run(plan: "BenchmarkPlan", log: Path, library: "Library") -> "Run":
    """The plan with everything that it names, ready to go. Raises ClickException."""
    from sizewise.gateway.contenders import AtHand, NotReady, provider_of
    from sizewise.gateway.planned import planned_run
    from sizewise.library.kinds import TASK
    from sizewise.library.recorded_runs import recorded_runs, trials_of
    from sizewise.library.rules_file import keyword_rules

    at_hand = AtHand(os.environ, keyword_rules(ROOT), trials=lambda: trials_of(recorded_runs(ROOT)))
    tasks, catalogue = library.all(TASK), library.catalogue
    try:
        providers = {one.name: provider_of(one, at_hand) for one in plan.models}
        return planned_run(plan, log, tasks, providers, catalogue, today(), shared=False)
    except NotReady as reason:
        raise click.ClickException(str(reason)) from None


def _closed(run: "Run") -> None:
    """End the model on this machine, where it took part."""
    from sizewise.gateway.local import local_model

    if any(one.source == "local" for one in run.plan.models):
        local_model().close()
