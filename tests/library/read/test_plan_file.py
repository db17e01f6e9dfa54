"""A benchmark's plan in a file: what cannot be is told at its line."""

import pytest

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.library.opened import open_yaml

PLAN = """\
id: small-or-large
title: Is the small model enough?
models:
  - {name: small, source: local, model: smollm2-135m-instruct}
tasks: [short-questions]
samples: 100
cache: bust
"""


def opened(tmp_path, text):
    file = tmp_path / "small-or-large.yaml"
    file.write_text(text, "utf-8")
    return open_yaml(tmp_path, file, BenchmarkPlan)


def test_a_plan_is_read_with_what_it_leaves_out(tmp_path):
    plan = opened(tmp_path, PLAN).value
    assert (plan.samples, plan.warm_ups, plan.concurrency) == (100, 20, (1,))


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        (6, "samples: 0", "samples: 0 is out of range"),
        (7, "cache: fast", "cache: "),
        (5, "tasks: []", "tasks: "),
    ],
)
def test_what_cannot_be_is_told_at_its_line(tmp_path, line, wrong, said):
    lines = PLAN.splitlines()
    lines[line - 1] = wrong
    [problem] = opened(tmp_path, "\n".join(lines)).page.problems
    assert (problem.line, problem.level) == (line, "E")
    assert f"{problem.place}: {problem.what}".startswith(said)
