"""A model's life in words and as a small bar: when it came, where we are, when it goes."""

from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import pairwise

from sizewise.sizing.catalogue.catalog import (
    Catalogue,
    Lifecycle,
    ModelProfile,
)
from sizewise.ui.catalogue.words import rates_words
from sizewise.ui.kit.receipt import day_words
from sizewise.ui.links import go_html

MONTH = 30.44
"""Days of a month, on average."""


def life_html(profile: ModelProfile, catalogue: Catalogue, day: date) -> str:
    """The bar, then a sentence for each turn of its life."""
    life = profile.file.lifecycle
    lines = [*_turns(life, day), *_heir(profile, catalogue), *_prices(profile, day)]
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f'{_bar_html(life, day)}<ul class="turns">{items}</ul>'


def span_words(days: int) -> str:
    """A span as people say it: "54 days", "9 months", "2 years and 4 months"."""
    months = round(days / MONTH)
    if days < 90:
        return _counted(days, "day")
    if months < 24:
        return _counted(months, "month")
    years, rest = divmod(months, 12)
    return _counted(years, "year") + (f" and {_counted(rest, 'month')}" if rest else "")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _turns(life: Lifecycle, day: date) -> Iterator[str]:
    if life.released > day:
        yield f"<b>Comes</b> on {day_words(life.released)}, in {_until(day, life.released)}."
    else:
        yield f"<b>Came</b> on {day_words(life.released)}, {_until(life.released, day)} ago."
    if life.shutdown is None:
        yield "<b>Goes</b>: no shut-down date is announced."
    elif life.shutdown > day:
        yield f"<b>Goes</b> on {day_words(life.shutdown)}, in {_until(day, life.shutdown)}."
    else:
        ago = f"{_until(life.shutdown, day)} ago" if life.shutdown < day else "today"
        yield f"<b>Went</b> on {day_words(life.shutdown)}, {ago}: calls to it fail."


def _until(start: date, end: date) -> str:
    return span_words((end - start).days)


def _heir(profile: ModelProfile, catalogue: Catalogue) -> Iterator[str]:
    heir = profile.file.lifecycle.replacement
    if heir is None:
        return
    known = catalogue.profiles.get(heir)
    name = go_html(known.name, "models", model=known.id) if known else escape(heir)
    yield f"<b>Successor</b>: {escape(profile.file.maker)} names {name}. Test it before you move."


def _prices(profile: ModelProfile, day: date) -> Iterator[str]:
    """The steps of its price that are known, past and to come."""
    for before, after in pairwise(profile.prices):
        if after.starts and rates_words(before) != rates_words(after):
            when = "Price will change" if after.starts > day else "Price changed"
            yield (
                f"<b>{when}</b> on {day_words(after.starts)}: {rates_words(after)} per million "
                f"tokens in / out, before that {rates_words(before)}."
            )


def _bar_html(life: Lifecycle, day: date) -> str:
    """From release to end; without an end the bar stays open to the right."""
    end = life.shutdown or day
    last = max(end, day)
    whole = max(1, (last - life.released).days)
    now = min(100, max(0, round(100 * (day - life.released).days / whole)))
    goes = round(100 * (end - life.released).days / whole)
    css = "life open" if life.shutdown is None else "life"
    right = day_words(life.shutdown) if life.shutdown else "no end announced"
    return (
        f'<div class="{css}" aria-hidden="true"><div class="track">'
        f'<i class="lived" style="width:{min(now, goes)}%"></i>'
        f'<i class="today" style="left:{now}%"><span{_side(now)}>today</span></i></div>'
        f"<p><span>{day_words(life.released)}</span><span>{right}</span></p></div>"
    )


def _side(now: int) -> str:
    return ' class="left"' if now > 80 else ""
