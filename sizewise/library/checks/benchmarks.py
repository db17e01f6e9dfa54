"""Tasks that can be graded, and plans that can run."""

from sizewise.benchmark.plan import BenchmarkPlan, problems
from sizewise.benchmark.task import Task, faults
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of


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
    # Whether each task is there is asked of every name that a file uses, with the nearest one.
    for field, message in problems(plan, plan.tasks) if plan else ():
        what, _, fix = message.rstrip(".").partition(". ")
        line = line_of(opened.root, field)
        opened.page.report(line, field, what, fix or "write it down")
