"""Replies that came without an error and still do not say all they had to."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sizewise.benchmark.trial import Trial
from sizewise.ground.written import grouped, listed

CUT, FILTERED = "length", "content_filter"
"""How OpenAI's API, and whoever speaks it, calls these ends in `finish_reason`."""


class Endings(NamedTuple):
    """How many of a model's `whole` replies were `cut` at the limit of output tokens, `thinking` of
    them before any text; ended by a filter; or were `empty` for no such reason.
    """

    whole: int = 0
    cut: int = 0
    thinking: int = 0
    filtered: int = 0
    empty: int = 0

    @property
    def said(self) -> str:
        """In words; nothing where every reply ended by itself, with text."""
        return listed(list(self._words()))

    def _words(self) -> Iterator[str]:
        if self.cut:
            yield f"{grouped(self.cut)} cut at the limit{self._thinking}"
        if self.filtered:
            yield f"{grouped(self.filtered)} ended by a filter"
        if self.empty:
            yield f"{grouped(self.empty)} empty"

    @property
    def _thinking(self) -> str:
        if not self.thinking:
            return ""
        if self.thinking == self.cut:
            return " while thinking, before any text"
        return f" ({grouped(self.thinking)} of them while thinking, before any text)"


def endings(trials: Iterable[Trial]) -> Endings:
    """How these ended; failures are none of them."""
    whole = [trial for trial in trials if trial.whole]
    return Endings(
        whole=len(whole),
        cut=sum(each.finish == CUT for each in whole),
        thinking=sum(map(cut_thinking, whole)),
        filtered=sum(each.finish == FILTERED for each in whole),
        empty=sum(not each.reply.strip() and each.finish not in (CUT, FILTERED) for each in whole),
    )


def cut_thinking(trial: Trial) -> bool:
    """Whether the limit cut a model while it thought, which it showed or billed: no text came."""
    billed = trial.tokens is not None and trial.tokens.reasoning > 0
    return trial.finish == CUT and (trial.thought or billed) and not trial.reply.strip()


def together(found: Iterable[Endings]) -> Endings:
    """The endings of several rows as one."""
    return Endings(*map(sum, zip(*found, strict=True)))
