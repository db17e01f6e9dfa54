"""The cascade in words and in a table."""

from collections.abc import Iterator
from fractions import Fraction

from markupsafe import Markup

from sizewise.benchmark.cascade import Cascade
from sizewise.benchmark.summary import Proportion
from sizewise.ground.written import dollars, grouped, percent, whole_percent
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.cost.thinking_notes import unthought_note
from sizewise.ui.blocks.mails.climbed import Climbed
from sizewise.ui.blocks.mails.markup import MAILS
from sizewise.ui.blocks.mails.passed_on import PassedOn
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.table import table_html

ROWS = 10
"""About so many steps stand in the table."""


def assumption_html(found: PassedOn, large: ModelProfile) -> Markup:
    """What is assumed of the large model, and what was measured."""
    unthought = unthought_note([large])
    return Markup(
        '<p class="trust"><span class="pill now">Assumed</span><span>{} was not asked anything '
        "here. That it gets {} of the mails right, easy and hard ones alike, is your assumption. "
        "The small model’s answers and its confidence were measured.{}</span></p>"
    ).format(large.name, percent(found.large_right), f" {unthought}" if unthought else "")


def verdict_html(found: PassedOn, shown: Climbed, large: ModelProfile) -> Markup:
    """The cascade in words."""
    rules = shown.ways.get("rules")
    bar = rules.accuracy if rules else Proportion(0, 0)
    beats = found.now.accuracy > Fraction(bar.hits, bar.of or 1)
    css, sign = ("ok", "✓") if beats else ("", "→")
    word = f"{whole_percent(found.now.accuracy)} right, to be expected."
    return told_html(css, sign, word, " ".join(_sentences(found, bar, large, beats=beats)))


def _sentences(
    found: PassedOn, bar: Proportion, large: ModelProfile, *, beats: bool
) -> Iterator[str]:
    side = "above" if beats else "not above"
    yield f"That is {side} the keyword rules, {whole_percent(bar.share)}."
    if 0 < found.now.share < 1:
        chance = found.router.random(found.now.share)
        yield f"If chance passed on as many, {whole_percent(chance)} would be right."
    alone = found.large_cost * MAILS
    if found.cost(found.now.share, MAILS) > alone:
        yield f"It costs more than asking {large.name} at once, {dollars(alone)}."
    else:
        yield f"{large.name} alone would cost {dollars(alone)}."


def numbers(found: PassedOn) -> dict[str, str]:
    """The cascade in a few numbers."""
    recovered = found.router.recovered(found.now.accuracy)
    return {
        "Passed on": whole_percent(found.now.share),
        f"{grouped(MAILS)} mails a month": dollars(found.cost(found.now.share, MAILS)),
        "of it for the large model": dollars(
            found.cost(found.now.share, MAILS) - found.cost(Fraction(0), MAILS)
        ),
        "Of the gap between the two": "–" if recovered is None else whole_percent(recovered),
    }


def steps_html(found: PassedOn) -> Markup:
    """The chart in numbers, folded away."""
    every = max(1, len(found.steps) // ROWS)
    shown = [*found.steps[:-1:every], found.steps[-1]]
    heads = ("Passed on", "Below", "By confidence", "By chance", "At best", "Bill a month")
    table = table_html("The cascade in numbers", heads, [_step(found, each) for each in shown])
    return Markup(
        '<details class="more"><summary>The chart in numbers</summary>{}</details>'
    ).format(table)


def _step(found: PassedOn, each: Cascade) -> tuple[str, ...]:
    below = percent(each.threshold) if each.threshold <= 1 else "everything"
    shares = (each.accuracy, found.router.random(each.share), found.router.perfect(each.share))
    return (
        whole_percent(each.share),
        below,
        *map(percent, shares),
        dollars(found.cost(each.share, MAILS)),
    )
