"""Small plans and trials to start from."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sizewise.benchmark.plan import BenchmarkPlan, Contender
from sizewise.benchmark.trial import Charge, Grade, TokensUsed, Trial

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
SMALL, LARGE = "small", "large"


def plan(**changes):
    """Two models, two tasks, two warm-ups and three samples of each."""
    facts = {
        "id": "small-or-large",
        "title": "Is the small model enough?",
        "models": (contender(SMALL), contender(LARGE)),
        "tasks": ("short-questions", "chat"),
        "warm_ups": 2,
        "samples": 3,
    }
    return BenchmarkPlan(**(facts | changes))


def contender(name, **changes):
    return Contender(**({"name": name, "source": "local", "model": f"{name}-135m"} | changes))


def trial(sample=0, model=SMALL, **changes):
    """A whole reply: 0.2 s to the first of 11 tokens, 1.2 s in all, one second after another."""
    facts = {
        "plan": "small-or-large",
        "plan_sha256": "a" * 64,
        "model": model,
        "answered_by": f"{model}-135m",
        "task": "short-questions",
        "sample": sample,
        "cache": "bust",
        "prompt_sha256": f"{sample:064x}",
        "sent_at": NOON + timedelta(seconds=2 * sample),
        "first": 200_000,
        "chunks": (200_000, 700_000, 1_200_000),
        "end": 1_200_000,
        "finish": "stop",
        "tokens": TokensUsed(input=100, output=11, estimated=False),
        "charge": charge("0.001"),
        "reply": "Paris",
        "client": "sizewise 0.1.0",
        "machine": "2 cores",
    }
    return Trial(**(facts | changes))


def by_rules(sample=0, model="keyword-rules", **changes):
    """A reply by keyword rules, as they stand in a log: at once, of no tokens, without a charge."""
    facts = {"answered_by": "support-rules", "first": 58, "chunks": (58,), "end": 58}
    return trial(sample, model, **(facts | {"tokens": None, "charge": None} | changes))


def failure(sample=0, model=SMALL, **changes):
    """An attempt that ended after two seconds without a token."""
    facts = {"first": None, "chunks": (), "end": 2_000_000, "finish": None, "error": "server"}
    facts |= {"tokens": None, "charge": None, "reply": "", "error_text": "The server failed."}
    return trial(sample, model, **(facts | changes))


def charge(amount):
    return Charge(amount=Decimal(amount), priced_as="gpt-4o-mini", day="2026-11-29")


def graded(right, **changes):
    return Grade(right=right, **changes)
