"""The steps of one Anthropic call: its top-level counts leave some of them out.

They hold the steps that wrote the answer. A compaction is billed beside them, and so is a step
of another model: an advisor, or one whose answer was declined.
"""

from collections.abc import Iterator
from itertools import islice

from sizewise.ground.written import number_of, shortened
from sizewise.sizing.cost.response.counts import UsageCounts

MOST_KINDS = 8
"""Kinds of steps that are named one by one."""
_COUNTED = ("message", "fallback_message")
_COMPACTION = "compaction"
_INPUTS = ("input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens")


def compactions(counts: UsageCounts) -> Iterator[UsageCounts]:
    """Summaries that the call's own model made, each with counts like the top-level ones."""
    return (each for each in counts.listed("iterations") if each.word("type") == _COMPACTION)


def steps_left_out(counts: UsageCounts, model: str) -> Iterator[str]:
    """The steps whose price is another model's, or nobody knows whose, summed up for each kind."""
    steps = counts.listed("iterations") or counts.listed("raw.iterations")
    served = next((each for each in steps if each.word("type") == "fallback_message"), None)
    own = served.word("model") if served else model
    apart: dict[tuple[str, str], list[UsageCounts]] = {}
    for each in steps:
        kind, by = each.word("type"), each.word("model")
        if kind != _COMPACTION and not (kind in _COUNTED and _same(by, own)):
            apart.setdefault((kind, by), []).append(each)
    for (kind, by), those in islice(apart.items(), MOST_KINDS):
        yield _told(kind, by, those)
    if len(apart) > MOST_KINDS:
        yield f"{number_of(len(apart) - MOST_KINDS, 'kind')} more of steps in {counts.name}"


def _told(kind: str, by: str, steps: list[UsageCounts]) -> str:
    sent = sum(each.given(way) for each in steps for way in _INPUTS)
    written = sum(each.given("output_tokens") for each in steps)
    tokens = f"{number_of(sent, 'input token')} and {number_of(written, 'output token')}"
    of = f" of “{shortened(by, 60)}”" if by else ""
    named = shortened(kind or "without a type", 60)
    return f"{tokens}{of}, {number_of(len(steps), 'step')} apart ({named})"


def _same(one: str, other: str) -> bool:
    """Whether that may be one model: a snapshot's name goes on where the model's ends."""
    return one.startswith(other) or other.startswith(one)
