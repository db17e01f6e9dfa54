"""Fixtures for tests that break things under learners at work, and the table of what came of it."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.server import Server

if TYPE_CHECKING:  # Streamlit is behind it: whoever only shares tests out need not load that
    from tests.faults.crowd import Crowd

Learners = Callable[..., AbstractContextManager["Crowd"]]
HEAD = ("confirmed", "lost", "doubled", "longest wait, s")
NOT_PLAIN = re.compile(
    r"Error|Exception|Traceback|errno|psycopg|sqlite3|SELECT|INSERT|SIZEWISE_|/|a mistake of ours"
)
"""What a learner on a shared server cannot do anything with, such as a path or a setting."""


def pytest_addoption(parser):
    """`--rounds`: the short run of `make test` takes one, `make faults` a hundred."""
    parser.addoption("--rounds", type=int, default=1, help="how often a server is killed")


@pytest.fixture
def rounds(request) -> int:
    """How often a server is killed."""
    return int(request.config.getoption("--rounds"))


@pytest.fixture
def learners(request) -> Learners:
    """`with learners(server) as crowd`: at the end nothing is lost and nothing doubled.

    Several servers share one record, and may stand behind one address that learners go `through`;
    `record` gives the record's address where ours is not that of theirs.
    """

    from tests.faults.crowd import Crowd

    @contextmanager
    def at_work(
        *servers: Server,
        record: Callable[[], str] | None = None,
        through: str = "",
        **crowded: Any,
    ) -> Iterator[Crowd]:
        urls = [through] if through else [server.url for server in servers]
        with Crowd(*urls, **crowded) as crowd:
            yield crowd
            with crowd.resting():
                outcome = crowd.account(record() if record else servers[0].database_url)
        figures = [len(outcome.confirmed), len(outcome.lost), len(outcome.doubled), crowd.slowest]
        request.node.user_properties.append(("figures", figures))
        assert [said for said in crowd.heard if NOT_PLAIN.search(said)] == []
        assert (outcome.lost, outcome.doubled) == (frozenset(), frozenset())
        assert [server.log for server in servers if "Traceback" in server.log] == []

    return at_work


def pytest_terminal_summary(terminalreporter):
    """One line a fault: what screens confirmed, what of it was lost, what was doubled."""
    rows = [
        (report.nodeid.split("::")[-1].removeprefix("test_").replace("_", " "), figures)
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        for name, figures in report.user_properties
        if name == "figures" and report.when == "call"
    ]
    if rows:
        width = max(len(what) for what, _ in rows)
        terminalreporter.section("answers through faults")
        terminalreporter.line(" " * width + "".join(f"{word:>17}" for word in HEAD))
        for what, (confirmed, lost, doubled, wait) in rows:
            terminalreporter.line(
                f"{what:<{width}}{confirmed:>17}{lost:>17}{doubled:>17}{wait:>17.1f}"
            )
