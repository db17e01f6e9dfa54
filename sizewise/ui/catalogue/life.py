"""A model's life in words and as a small bar: when it came, where we are, when it goes."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import day_words, span_words
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.ui.catalogue.words import rates_words
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.lists import items_html
from sizewise.ui.links import go_html

HERE = Path(__file__).parent


def life_html(profile: ModelProfile, catalogue: Catalogue, day: date) -> Markup:
    """The bar, then a sentence for each turn of its life."""
    life = profile.file.lifecycle
    lines = [*_turns(life, day), *_heir(profile, catalogue), *_prices(profile, day)]
    items = items_html(lines)
    return Markup('{}<ul class="turns">{}</ul>').format(_bar_html(life, day), items)


def _turns(life: Lifecycle, day: date) -> Iterator[Markup]:
    if life.released > day:
        yield Markup("<b>Comes</b> on {}, in {}.").format(
            day_words(life.released), _until(day, life.released)
        )
    else:
        yield Markup("<b>Came</b> on {}, {} ago.").format(
            day_words(life.released), _until(life.released, day)
        )
    turned = life.redirect.since if life.redirect else None
    if turned and turned <= day:
        yield Markup("<b>Redirected</b> since {}: another model answers under its name.").format(
            day_words(turned)
        )
    if life.shutdown is None:
        yield Markup("<b>Goes</b>: no shut-down date is announced.")
    elif life.shutdown > day:
        then = "; from then on another model answers under its name"
        yield Markup("<b>Goes</b> on {}, in {}{}.").format(
            day_words(life.shutdown),
            _until(day, life.shutdown),
            then if turned == life.shutdown else "",
        )
    else:
        ago = f"{_until(life.shutdown, day)} ago" if life.shutdown < day else "today"
        fail = "" if life.status_on(day) == "redirected" else ": calls to it fail"
        yield Markup("<b>Went</b> on {}, {}{}.").format(day_words(life.shutdown), ago, fail)


def _until(start: date, end: date) -> str:
    return span_words((end - start).days)


def _heir(profile: ModelProfile, catalogue: Catalogue) -> Iterator[Markup]:
    heir = profile.file.lifecycle.replacement
    if heir is None:
        return
    known = catalogue.profiles.get(heir)
    name = go_html(known.name, "models", model=known.id) if known else heir
    yield Markup("<b>Successor</b>: {} names {}. Test it before you move.").format(
        profile.file.maker, name
    )


def _prices(profile: ModelProfile, day: date) -> Iterator[Markup]:
    """The steps of its price that are known, past and to come."""
    for before, after in pairwise(profile.prices):
        if after.starts and rates_words(before) != rates_words(after):
            when = "Price will change" if after.starts > day else "Price changed"
            yield (
                Markup("<b>{}</b> on {}: {} per million tokens in / out, before that {}.").format(
                    when, day_words(after.starts), rates_words(after), rates_words(before)
                )
            )


def _bar_html(life: Lifecycle, day: date) -> Markup:
    """From release to end; without an end the bar stays open to the right."""
    end = life.shutdown or day
    last = max(end, day)
    whole = max(1, (last - life.released).days)
    now = min(100, max(0, round(100 * (day - life.released).days / whole)))
    goes = round(100 * (end - life.released).days / whole)
    return filled(
        HERE / "life.html",
        lived=min(now, goes),
        now=now,
        released=day_words(life.released),
        ends=day_words(life.shutdown) if life.shutdown else None,
    )
