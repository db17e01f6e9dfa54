"""Tasks that can be graded, and plans that can run."""

from collections.abc import Collection
from typing import assert_never

from sizewise import ROOT
from sizewise.benchmark.plan import BenchmarkPlan, ReplySource, problems
from sizewise.benchmark.task import Task, faults
from sizewise.ground import this_machine
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of
from sizewise.library.read.words import nearest
from sizewise.library.rules_file import keyword_rules


def gradable(opened: Opened[Task], _desk: Desk) -> None:
    """Report cases that cannot be asked or graded."""
    if opened.value is None or opened.page.broken:
        return
    field = "table" if opened.value.table else "samples"
    for sample, message in faults(opened.value):
        keys = () if sample is None else (sample,)
        number = "" if sample is None else f" > {sample + 1}"
        line = line_of(opened.root, field, *keys)
        opened.page.report(line, f"{field}{number}", message, "change what stands there")


def runnable(opened: Opened[BenchmarkPlan], _desk: Desk) -> None:
    """Report what keeps a plan from running."""
    plan = opened.value
    for at, one in enumerate(plan.models if plan else ()):
        there = _there(one.source)
        if there is not None and one.model not in there:
            line = line_of(opened.root, "models", at, "model")
            what = f"no model `{one.model}` is behind the source {one.source}"
            opened.page.report(line, f"models > {at + 1} > model", what, nearest(one.model, there))
    # Whether each task is there is asked of every name that a file uses, with the nearest one.
    for field, message in problems(plan, plan.tasks) if plan else ():
        what, _, fix = message.rstrip(".").partition(". ")
        line = line_of(opened.root, field)
        opened.page.report(line, field, what, fix or "write it down")


def _there(source: ReplySource) -> Collection[str] | None:
    """The models behind a source; none where only its run can tell."""
    match source:
        case "local":
            return (this_machine.MODEL,)
        case "rules":
            return keyword_rules(ROOT)
        case "endpoint" | "recorded":
            return None
        case _:
            assert_never(source)
