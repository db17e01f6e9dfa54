"""A model on a card: everything the catalogue says about it, each fact with its date."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import day_words, exactly, grouped, rate
from sizewise.sizing.catalogue.catalog import Benchmark, ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.ui import house
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.lists import items_html, pairs_html
from sizewise.ui.kit.provenance import (
    checked_html,
    link_html,
    price_source_html,
    source_html,
    standing_html,
)

HERE = Path(__file__).parent

Group = tuple[str, str, Sequence[tuple[str, str]]]
"""A heading, the stamp beside it, and pairs of a term and what it is."""


def card_html(profile: ModelProfile, day: date) -> Markup:
    """The card of a model on a day."""
    file = profile.file
    return filled(
        HERE / "card.html",
        name=profile.name,
        file=file,
        standing=standing_html(profile, day),
        groups=groups_html(profile, day),
        folded={
            "Sources": [source_html(source) for source in file.sources],
            "Where sources disagree": file.open_questions,
        },
        items_html=items_html,
    )


def groups_html(profile: ModelProfile, day: date, level: int = 4) -> Markup:
    """Prices, limits, life and scores, each group with its date; `level` is that of its heading."""
    groups = Markup().join(_group_html(*group, level) for group in _groups(profile, day))
    return Markup(
        '<div class="groups" tabindex="0" role="group" aria-label="Facts">{}</div>'
    ).format(groups)


def _groups(profile: ModelProfile, day: date) -> Iterator[Group]:
    file = profile.file
    yield _price_group(profile, day)
    limits = checked_html("limits", file.limits.checked_on, day)
    yield "Limits, in tokens", limits, _limits(profile)
    status = checked_html("status", file.lifecycle.checked_on, day)
    yield "Life", status, _life(profile)
    if file.benchmarks:
        yield "Scores", "", [_score(each) for each in file.benchmarks]


def _price_group(profile: ModelProfile, day: date) -> Group:
    title = "Price per million tokens"
    try:
        price = profile.price_on(day)
    except PriceUnknown as unknown:
        return title, "", [("Price", str(unknown))]
    stamp = checked_html("price", price.checked_on, day)
    source = Markup("<small>{}</small>").format(price_source_html(price.source))
    return title, stamp, [*_rates(price), ("Source", source)]


def _rates(price: Price) -> list[tuple[str, str]]:
    known = {
        "Input": price.input,
        "Cached input": price.cached_input,
        "Output": price.output,
        "Batch input": price.batch_input,
        "Batch output": price.batch_output,
        "Written to a cache": price.cache_write,
    }
    if price.long_context:
        above = f"above {grouped(price.long_context.above)} tokens"
        known[f"Input, {above}"] = price.long_context.input
        known[f"Output, {above}"] = price.long_context.output
    return [(name, rate(value)) for name, value in known.items() if value is not None]


def _limits(profile: ModelProfile) -> list[tuple[str, str]]:
    limits = profile.file.limits
    longest = f"{grouped(limits.max_output)}" if limits.max_output else "not published"
    return [("Context window", f"{grouped(limits.context_window)}"), ("Longest reply", longest)]


def _life(profile: ModelProfile) -> list[tuple[str, str]]:
    life = profile.file.lifecycle
    heir = house.library().catalogue.profiles.get(life.replacement or "")
    return [
        ("Released", day_words(life.released)),
        ("Shut-down", day_words(life.shutdown) if life.shutdown else "no date announced"),
        ("Successor", heir.name if heir else life.replacement or "none named"),
        ("Knowledge cut-off", profile.file.knowledge_cutoff or "not published"),
    ]


def _score(benchmark: Benchmark) -> tuple[str, Markup]:
    who = "self-reported" if benchmark.self_reported else "measured by others"
    source = benchmark.source
    where = link_html(source.title, source.url)
    score = f"{exactly(benchmark.score)}%"
    return (
        benchmark.name,
        Markup("{} <small>{}, checked {}: {}</small>").format(
            score, who, day_words(source.checked_on), where
        ),
    )


def _group_html(title: str, stamp: str, pairs: Sequence[tuple[str, str]], level: int) -> Markup:
    head = Markup("<h{}>{}</h{}>").format(level, title, level)
    return Markup("<section>{}{}{}</section>").format(head, pairs_html(pairs), stamp)
