"""Whether the fields of a block fit one another, and what they name has what is asked of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from sizewise.ground.written import grouped, listed, number
from sizewise.learn.lesson.blocks.break_the_json import BreakTheJson
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan
from sizewise.learn.lesson.blocks.context_window import ContextWindowBlock
from sizewise.learn.lesson.blocks.cost_slider import CostSlider
from sizewise.learn.lesson.blocks.forgetting_chat import ForgettingChat
from sizewise.learn.lesson.blocks.guess_first import GuessFirst
from sizewise.learn.lesson.blocks.image_tokens import ImageTokens
from sizewise.learn.lesson.blocks.measured_waits import MeasuredWaits
from sizewise.learn.lesson.blocks.queue import QueueBlock
from sizewise.learn.lesson.blocks.receipt import ReceiptBlock
from sizewise.learn.lesson.blocks.router import RouterBlock
from sizewise.learn.lesson.blocks.still_true import StillTrue
from sizewise.learn.lesson.blocks.unsure_cascade import UnsureCascade
from sizewise.library.checks.block_fault import BlockFault, standing_twice
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.run_facts import RunUnknown, waits_in

_GAP = re.compile(r"(?<!\{)\{([^{}\n]*)\}(?!\})")
"""A word in single braces, which the block is to fill in."""


def _gaps(text: str, keys: tuple[str | int, ...], *known: str) -> Iterator[BlockFault]:
    """Words in braces that nobody fills in: learners would read them as they stand."""
    for name in dict.fromkeys(_GAP.findall(text)):
        if name not in known:
            fix = f"write {listed([f'{{{each}}}' for each in known], 'or')}"
            yield BlockFault(keys, f"nothing is filled in for `{{{name}}}`", fix)


def _guess(block: GuessFirst, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    for at, (before, each) in enumerate(zip(block.guesses, block.guesses[1:], strict=False), 1):
        if each <= before:
            what = f"{number(each)} is not above {number(before)}, which stands before it"
            yield BlockFault(("guesses", at), what, "write the guesses from small to large")
    if block.answer.kind == "cost" and not block.answer.usage.input + block.answer.usage.output:
        what = "a call without tokens costs nothing, and a guess is held against it as a ratio"
        yield BlockFault(("answer", "usage"), what, "write the tokens of a call")
    yield from _gaps(block.reveal, ("reveal",), "answer")


def _claims(block: StillTrue, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    for at, each in enumerate(block.claims):
        yield from _gaps(each.claim, ("claims", at, "claim"), "then")
        yield from _gaps(each.why, ("claims", at, "why"), "then", "now")


def _waits(block: MeasuredWaits, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    try:
        asked = waits_in(block.run)
    except RunUnknown as error:
        yield BlockFault(("run",), str(error), "name a file of content/runs, without .jsonl")
        return
    if block.task not in asked:
        what = f"{block.run} measured no wait at {block.task}"
        yield BlockFault(("task",), what, f"write one of: {', '.join(sorted(asked))}")


def _chat(block: ForgettingChat, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    turns = len(block.turns)
    if block.needs > turns:
        what = f"the chat has {turns} messages and no message {block.needs}"
        yield BlockFault(("needs",), what, f"write a number from 1 to {turns}")


def _slider(block: CostSlider, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    least, most = grouped(block.minimum), grouped(block.maximum)
    if block.minimum >= block.maximum:
        what = f"the slider ends at {most} and begins at {least}"
        yield BlockFault(("maximum",), what, "write a maximum above the minimum")
    elif not block.minimum <= block.start <= block.maximum:
        what = f"{grouped(block.start)} lies outside of the slider, from {least} to {most}"
        yield BlockFault(("start",), what, "write a start that lies between them")
    elif block.step > block.maximum - block.minimum:
        what = f"a step of {grouped(block.step)} leads from {least} past {most}"
        yield BlockFault(("step",), what, "write a smaller step")
    yield from standing_twice("presets", [each.name for each in block.presets], "name")
    thinks = max(each.reasoning for each in block.models)
    if block.reasoning_slider and not thinks:
        what = "no model on the bill thinks, so this slider changes nothing"
        yield BlockFault(("reasoning_slider",), what, "give a model `reasoning:`, or leave it out")
    elif block.reasoning_slider and thinks > block.reasoning_slider:
        what = f"a model thinks {grouped(thinks)} tokens, and the slider ends before that"
        yield BlockFault(("reasoning_slider",), what, f"write at least {thinks}")


def _window(block: ContextWindowBlock, facts: CatalogueFacts) -> Iterator[BlockFault]:
    for at, piece in enumerate(block.pieces):
        if piece.tokens > piece.most:
            what = f"its slider ends at {grouped(piece.most)} and starts at {grouped(piece.tokens)}"
            yield BlockFault(("pieces", at, "most"), what, f"write at least {piece.tokens}")
    with suppress(FactUnknown):  # told where the name stands
        window = facts.limit(block.model, "context_window")
        if block.reply > window:
            what = f"the whole window of {block.model} holds {number(window)} tokens"
            yield BlockFault(("reply",), what, "keep less free for the reply")


def _queue(block: QueueBlock, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    if block.arrivals > block.most:
        what = f"the slider ends at {number(block.most)} and starts at {number(block.arrivals)}"
        yield BlockFault(("most",), what, f"write at least {block.arrivals}")
    yield from standing_twice("workers", block.workers)


def _replies(block: BreakTheJson, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    names = [each.name for each in block.broken]
    yield from standing_twice("broken", names, "name", fix="give each its own name")


def _two_models(block: RouterBlock | UnsureCascade, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    if block.small == block.large:
        what = f"`{block.large}` is the small model too, so nothing is passed on"
        yield BlockFault(("large",), what, "name a larger model")


def _models(
    block: ReceiptBlock | ImageTokens | BudgetPlan, _facts: CatalogueFacts
) -> Iterator[BlockFault]:
    yield from standing_twice("models", block.models)


MISFITS: Mapping[str, Callable[[Any, CatalogueFacts], Iterator[BlockFault]]] = {
    "guess-first": _guess,
    "still-true": _claims,
    "measured-waits": _waits,
    "forgetting-chat": _chat,
    "cost-slider": _slider,
    "context-window": _window,
    "queue": _queue,
    "break-the-json": _replies,
    "router": _two_models,
    "unsure-cascade": _two_models,
    "receipt": _models,
    "image-tokens": _models,
    "budget-plan": _models,
}
"""Fields that do not fit one another, by the block's kind."""
