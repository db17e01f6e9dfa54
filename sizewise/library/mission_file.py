"""A mission's file, with what it takes from a recorded run."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from sizewise.benchmark.cascade import assumed, cascade
from sizewise.benchmark.classify.ladder import ASKED, CALIBRATION, EXAMPLES, SAID, by_rules, rungs
from sizewise.benchmark.log import read
from sizewise.benchmark.task import faults
from sizewise.benchmark.trial import Trial
from sizewise.library.opened import Opened, open_yaml
from sizewise.library.read.tree import line_of
from sizewise.library.rules_file import keyword_rules
from sizewise.library.task_file import open_task
from sizewise.sizing.missions.mission import BeatsTheRules, CascadeSetting, MedianWait, Mission

_RULES = "support-rules"


class _Waits(Exception):
    """A file that the mission needs must be repaired first."""


def open_mission(root: Path, path: Path) -> Opened[Mission]:
    """Read a mission; what its run lacks is said where the run is named."""
    opened = open_yaml(root, path, Mission)
    mission = opened.value
    fill = _FILLED.get(mission.check.kind) if mission else None
    if mission is None or fill is None:
        return opened
    check: Any = mission.check
    file = root / "content" / "runs" / f"{check.run}.jsonl"
    try:
        filled = fill(root, check, read(file.read_bytes()).measured)
    except _Waits as lack:
        what = f"waits for a task that must be repaired first, see {lack}"
        line = line_of(opened.root, "check", "run")
        opened.page.report(line, "check > run", what, "repair what is told of that file")
        opened.value = None  # without its numbers nobody can say what else is wrong
        return opened
    except (OSError, LookupError):
        line = line_of(opened.root, "check", "run")
        what = f"there is no run {check.run} with what this asks for"
        opened.page.report(line, "check > run", what, "name a file of content/runs")
        opened.value = None
        return opened
    opened.value = mission.model_copy(update={"check": filled})
    return opened


def _waits(_: Path, check: MedianWait, trials: tuple[Trial, ...]) -> MedianWait:
    """The waits as a learner reads them: hundredths of a second."""
    found = tuple(
        (Decimal(each.end) / 10**6).quantize(Decimal("0.01"))
        for each in trials
        if each.task == check.task and each.whole
    )
    return check.model_copy(update={"waits": found})


def _settings(root: Path, check: BeatsTheRules, trials: tuple[Trial, ...]) -> BeatsTheRules:
    """What comes of each threshold, and what the rules reach on the same mails."""
    names = (*ASKED.values(), *SAID.values())
    opened = {name: open_task(root, root / "content" / "tasks" / f"{name}.yaml") for name in names}
    tasks = {}
    for name, each in opened.items():
        if each.usable is None or any(faults(each.usable)):
            raise _Waits(each.page.file)
        tasks[name] = each.usable
    sorted_mails = {rung.name: rung for rung in rungs(tasks, trials)}[CALIBRATION].answers
    if not sorted_mails:
        raise LookupError(check.run)
    mails = tasks[ASKED[EXAMPLES]]
    rules = by_rules(mails, keyword_rules(root)[_RULES]).accuracy
    pairs = [(each.confidence or 0.0, each.right) for each in sorted_mails]
    asked = assumed(pairs, Fraction(check.large_right, 100))
    settings = []
    for threshold in check.thresholds:
        found = cascade(asked, threshold / 100)
        passed = sum(confidence < threshold / 100 for confidence, _ in pairs)
        settings.append(
            CascadeSetting(threshold=threshold, passed=passed, right=_decimal(found.accuracy))
        )
    share = _decimal(Fraction(rules.hits, rules.of))
    return check.model_copy(update={"rules": share, "settings": tuple(settings)})


def _decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / Decimal(share.denominator)


_FILLED: Mapping[str, Callable[[Path, Any, tuple[Trial, ...]], Any]] = {
    "median-wait": _waits,
    "beats-the-rules": _settings,
}
"""The checks that take something from a run."""
