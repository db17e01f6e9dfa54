"""Models side by side: a table with a row for each fact and a column for each model."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from markupsafe import Markup

from sizewise.ground.written import day_words, dollars, exactly, grouped, rate
from sizewise.sizing.catalogue.catalog import ModelFile, ModelProfile
from sizewise.ui.catalogue.words import THINKS, call_on, gigabytes, media_words, price_on, yes_no
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.meter import meter_html, part_of
from sizewise.ui.kit.provenance import standing_html
from sizewise.ui.links import go_html

RATES = {
    "Input": "input",
    "Cached input": "cached_input",
    "Output": "output",
    "Batch input": "batch_input",
    "Batch output": "batch_output",
}
"""The word for each rate, and its field of a price."""
Best = Literal["lowest", "longest", ""]
"""Which of several values is the best one, if any is."""
Counts = Sequence[Decimal | None]
"""One value a model, in their order on the page; none where it is not known."""


HERE = Path(__file__).parent


class SideRow(NamedTuple):
    """A fact: its name, what it is of each model, the counts, which one is the best, and
    what stands below each, such as a bar."""

    name: str
    says: Sequence[str]
    counts: Counts = ()
    best: Best = ""
    below: Sequence[str] = ()

    @property
    def leader(self) -> int | None:
        """The place of the best, when there is one."""
        return best_of(self.counts, self.best)


def side_html(models: Sequence[ModelProfile], day: date, caption: str) -> Markup:
    """The table."""
    return filled(
        HERE / "side.html",
        caption=caption,
        models=[_head(each, day) for each in models],
        labels=[each.name for each in models],
        rows=rows(models, day),
    )


def _head(profile: ModelProfile, day: date) -> dict[str, str]:
    return {
        "name": go_html(profile.name, "models", model=profile.id),
        "kind": f"{profile.file.maker}, {profile.file.size}",
        "standing": standing_html(profile, day, short=True),
    }


def best_of(counts: Counts, best: Best) -> int | None:
    """The place of the best count; none when several share it, or only one is known."""
    known = [count for count in counts if count is not None]
    if not best or len(known) < 2:
        return None
    top = {"lowest": min, "longest": max}[best](known)
    return counts.index(top) if known.count(top) == 1 else None


def rows(models: Sequence[ModelProfile], day: date) -> Iterator[SideRow]:
    """Every row, the bill first."""
    yield _bills(models, day)
    prices = [price_on(each, day) for each in models]
    for name, field in RATES.items():
        yield _rates(name, [getattr(price, field) if price else None for price in prices])
    checked = [day_words(price.checked_on) if price else "–" for price in prices]
    yield SideRow("Price checked", checked)
    files = [each.file for each in models]
    yield _tokens("Context window", [file.limits.context_window for file in files])
    yield _tokens("Longest reply", [file.limits.max_output for file in files])
    yield SideRow("Reads", [media_words(file.inputs) for file in files])
    yield SideRow("Thinks first", [THINKS[file.thinking] for file in files])
    yield SideRow("Open weights", [yes_no(file.open_weights) for file in files])
    if any(file.hardware for file in files):
        yield SideRow("Memory at 4 bit", [_memory_words(file) for file in files])
    yield SideRow("Released", [day_words(file.lifecycle.released) for file in files])
    yield SideRow("Shut-down", [_end_words(file, day) for file in files])
    yield SideRow("Knowledge cut-off", [file.knowledge_cutoff or "–" for file in files])
    if any(file.benchmarks for file in files):
        yield SideRow("Scores", [_scores_html(file) for file in files])


def _bills(models: Sequence[ModelProfile], day: date) -> SideRow:
    bills = [call_on(each, day) for each in models]
    totals = [bill.total if bill else None for bill in bills]
    most = max((total for total in totals if total is not None), default=Decimal(0))
    says = [
        "no price" if total is None else Markup("<b>{}</b>").format(dollars(total))
        for total in totals
    ]
    bars = [Markup() if total is None else meter_html(part_of(total, most)) for total in totals]
    return SideRow("A typical call", says, totals, "lowest", bars)


def _rates(name: str, rates: Counts) -> SideRow:
    return SideRow(name, ["–" if each is None else rate(each) for each in rates], rates, "lowest")


def _tokens(name: str, numbers: Sequence[int | None]) -> SideRow:
    says = ["not published" if each is None else f"{grouped(each)}" for each in numbers]
    return SideRow(
        name, says, [None if each is None else Decimal(each) for each in numbers], "longest"
    )


def _memory_words(file: ModelFile) -> str:
    return gigabytes(file.hardware, 4) if file.hardware else "–"


def _end_words(file: ModelFile, day: date) -> str:
    end = file.lifecycle.as_known_on(day).shutdown
    return day_words(end) if end else "no date announced"


def _scores_html(file: ModelFile) -> Markup:
    scores = [
        Markup("{} {}%{}").format(
            each.name,
            exactly(each.score),
            Markup("<small>the maker’s own figure</small>") if each.self_reported else "",
        )
        for each in file.benchmarks
    ]
    return Markup("<br>").join(scores or ["–"])
