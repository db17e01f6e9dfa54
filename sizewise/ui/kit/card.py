"""A model on a card: everything the catalogue says about it, each fact with its date."""

from collections.abc import Iterator
from datetime import date
from html import escape

from sizewise.ground.money import rate
from sizewise.sizing.catalogue.catalog import (
    Benchmark,
    ModelProfile,
)
from sizewise.sizing.catalogue.price import (
    Price,
    PriceUnknown,
)
from sizewise.ui import house
from sizewise.ui.kit.provenance import (
    checked_html,
    link_html,
    price_source_html,
    source_html,
    standing_html,
)
from sizewise.ui.kit.receipt import day_words

Group = tuple[str, str, list[tuple[str, str]]]
"""A heading, the stamp beside it, and pairs of a term and what it is, as HTML."""


def card_html(profile: ModelProfile, day: date) -> str:
    """The card of a model on a day."""
    file = profile.file
    return (
        f'<article class="card"><header><div><h3>{escape(profile.name)}</h3>'
        f'<p class="sub">{escape(file.maker)}, {file.size} model'
        f"{', thinks before it answers' if file.reasoning else ''}</p></div>"
        f"{standing_html(profile, day)}</header><p>{escape(file.summary)}</p>"
        f"{groups_html(profile, day)}{_more_html(profile)}</article>"
    )


def groups_html(profile: ModelProfile, day: date, level: int = 4) -> str:
    """Prices, limits, life and scores, each group with its date; `level` is that of its heading."""
    groups = "".join(_group_html(*group, level) for group in _groups(profile, day))
    return f'<div class="groups">{groups}</div>'


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
        return title, "", [("Price", escape(str(unknown)))]
    stamp = checked_html("price", price.checked_on, day)
    source = f"<small>{price_source_html(price.source)}</small>"
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
        above = f"above {price.long_context.above:,} tokens"
        known[f"Input, {above}"] = price.long_context.input
        known[f"Output, {above}"] = price.long_context.output
    return [(name, rate(value)) for name, value in known.items() if value is not None]


def _limits(profile: ModelProfile) -> list[tuple[str, str]]:
    limits = profile.file.limits
    longest = f"{limits.max_output:,}" if limits.max_output else "not published"
    return [("Context window", f"{limits.context_window:,}"), ("Longest reply", longest)]


def _life(profile: ModelProfile) -> list[tuple[str, str]]:
    life = profile.file.lifecycle
    heir = house.library().catalogue.profiles.get(life.replacement or "")
    return [
        ("Released", day_words(life.released)),
        ("Shut-down", day_words(life.shutdown) if life.shutdown else "no date announced"),
        ("Successor", escape(heir.name if heir else life.replacement or "none named")),
        ("Knowledge cut-off", escape(profile.file.knowledge_cutoff or "not published")),
    ]


def _score(benchmark: Benchmark) -> tuple[str, str]:
    who = "self-reported" if benchmark.self_reported else "measured by others"
    source = benchmark.source
    where = link_html(source.title, source.url)
    score = f"{benchmark.score.normalize():f}%"
    return (
        escape(benchmark.name),
        f"{score} <small>{who}, checked {day_words(source.checked_on)}: {where}</small>",
    )


def _group_html(title: str, stamp: str, pairs: list[tuple[str, str]], level: int) -> str:
    head = f"<h{level}>{title}</h{level}>"
    return f"<section>{head}{pairs_html(pairs)}{stamp}</section>"


def pairs_html(pairs: list[tuple[str, str]]) -> str:
    """Terms and what they are, as HTML."""
    rows = "".join(f"<div><dt>{term}</dt><dd>{fact}</dd></div>" for term, fact in pairs)
    return f"<dl>{rows}</dl>"


def _more_html(profile: ModelProfile) -> str:
    sources = [source_html(source) for source in profile.file.sources]
    questions = [escape(question) for question in profile.file.open_questions]
    return _folded("Sources", sources) + _folded("Where sources disagree", questions)


def _folded(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<details><summary>{title} ({len(lines)})</summary><ul>{items}</ul></details>"
