"""The ladder as HTML: its rungs, what was taken for what, where the numbers come from."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sizewise.benchmark.classify.ladder import (
    CALIBRATION,
    EXAMPLES,
    FREE,
    GRAMMAR,
    CallSize,
    WayToSort,
)
from sizewise.benchmark.summary import Proportion
from sizewise.ground.written import dollars, grouped, number, number_of, whole_percent
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.blocks.mails.climbed import Climbed
from sizewise.ui.kit.html import css_share, filled
from sizewise.ui.kit.receipt import stamp_html
from sizewise.ui.kit.table import own_words, table_html

HERE = Path(__file__).parent
MAILS = 50_000
"""The job whose bill is shown: so many mails."""
WORDS: Mapping[str, tuple[str, str]] = {
    FREE: (
        "Free text",
        "Told to answer with one word: billing, technical or general. It may write anything.",
    ),
    GRAMMAR: (
        "A grammar",
        "The same question, and only the three labels can come out. Valid is not correct.",
    ),
    EXAMPLES: (
        "Twelve examples",
        "Twelve solved mails, four of each label, stand before every question.",
    ),
    CALIBRATION: (
        "Calibration",
        "Whatever it reads, it likes some labels better. That liking is measured and taken out.",
    ),
    "rules": ("Keyword rules", "A list of words for each label, written with these mails in view."),
    "bayes": ("Naive Bayes", "Counts words. Learns each time from all mails but the one it sorts."),
    "bayes-few": (
        "Naive Bayes, twelve examples",
        "The same, taught with nothing but the twelve mails that the model is shown.",
    ),
}
"""What each way is called, and what is done in it."""


def cost_of(size: CallSize, price: Price, mails: int = MAILS) -> Decimal:
    """US dollars for so many mails, with the average tokens of this run, at the list price."""
    sent, wrote = round(size.input * mails), round(size.output * mails)
    return estimate(Usage(sent, output=wrote), price).total


def rungs_html(
    run: Climbed, price: Price | None, priced: str, cascade: Mapping[str, Any]
) -> Markup:
    """The rungs from the first to the cascade, and below them what costs nothing."""
    rules = run.ways.get("rules")
    steps = [_row(rung, price, str(step)) for step, rung in enumerate(run.rungs, 1)]
    free = [_row(rung, price, "", "costs-nothing") for rung in run.free]
    return filled(
        HERE / "rungs.html",
        caption=_caption(run),
        heads=("How it is asked", "Right", f"{grouped(MAILS)} mails on {priced}"),
        groups=([*steps, {"step": str(len(steps) + 1), "css": "", **cascade}], free),
        bar=css_share(rules.accuracy.share) if rules else "",
    )


def _caption(run: Climbed) -> str:
    graded = max((len(rung.answers) for rung in run.rungs), default=0)
    kept = len(run.mails.kept_back)
    return (
        f"{number_of(graded, 'mail')} graded; the {kept} mails that serve as examples are never "
        "graded. The thin line is the 95 % interval (Wilson), the yellow mark what "
        "the keyword rules reach."
    )


def _row(rung: WayToSort, price: Price | None, step: str, css: str = "") -> dict[str, Any]:
    name, how = WORDS[rung.name]
    return {
        "step": step,
        "css": css,
        "name": name,
        "pill": "",
        "how": how,
        **share_cells(rung.accuracy if rung.answers else None),
        **_cost_cells(rung, price),
    }


def share_cells(found: Proportion | None) -> dict[str, str]:
    """A share with its bar, its interval and its counts, as the template names them."""
    if found is None:
        return {"share": ""}
    low, high = found.interval
    return {
        "share": whole_percent(found.share),
        "width": css_share(found.share),
        "low": css_share(low),
        "between": css_share(high - low),
        "counted": f"{found.hits} of {found.of} · {whole_percent(low)} to {whole_percent(high)}",
    }


def _cost_cells(rung: WayToSort, price: Price | None) -> dict[str, str]:
    if rung.size is None:
        return {
            "cost": "nothing" if rung.answers and rung.name not in _ASKED else "–",
            "tokens": "",
        }
    size = rung.size
    each = "a mail" if size.requests == 1 else f"a mail, in {size.requests} requests"
    tokens = f"{number(size.input, 0)} + {number(size.output, 0)} tokens {each}"
    return {"cost": dollars(cost_of(size, price)) if price else "–", "tokens": tokens}


_ASKED = (FREE, GRAMMAR, EXAMPLES, CALIBRATION)


def confusion_html(rung: WayToSort, labels: Sequence[str]) -> Markup:
    """What was taken for what; shades go with the counts, and what is right has a frame."""
    found = rung.confusion(labels)
    most = max(max(row) for row in found.counts) or 1
    rows = [
        {
            "label": label,
            "found": _part(found.recall(label)),
            "cells": [
                {
                    "count": count,
                    "heat": str(round(count / most, 2)),
                    "right": answer == label,
                    "css": "right" if answer == label else "wrong",
                }
                for answer, count in zip(found.answers, counts, strict=True)
            ],
        }
        for label, counts in zip(labels, found.counts, strict=True)
    ]
    says = [_part(found.precision(each)) if each in labels else "–" for each in found.answers]
    name = WORDS[rung.name][0]
    return filled(
        HERE / "confusion.html",
        name=f"What was taken for what: {name}",
        caption=f"{name}: a row for what each mail is, a column for what came out.",
        answers=found.answers,
        rows=rows,
        says=says,
        all=_part(found.accuracy),
    )


def _part(found: Proportion) -> str:
    return f"{found.hits} of {found.of}" if found.of else "never"


def replies_html(run: Climbed, rung: WayToSort, most: int) -> Markup:
    """Some mails with what came out, the wrong ones first."""
    shown = sorted(rung.answers, key=lambda each: (each.right, each.case))[:most]
    rows = [
        (
            own_words(
                run.mails.samples[each.case].ask.partition("\n")[0].removeprefix("Subject: ")
            ),
            each.label,
            own_words(each.reply or each.answer),
            "✓ right" if each.right else "✗ wrong",
        )
        for each in shown
    ]
    heads = ("Subject of the mail", "It is", "What came out", "Right?")
    return table_html("Mails and what came out", heads, rows, "ladder-replies")


def _subject(run: Climbed, case: int) -> str:
    return run.mails.samples[case].ask.partition("\n")[0].removeprefix("Subject: ")


def source_html(run: Climbed, own: bool) -> Markup:
    """Whose run this is: model, machine and day."""
    if run.day is None:
        return Markup('<p class="ladder-source">Nothing is measured yet.</p>')
    pill = ("ok", "Your run") if own else ("new", "Recorded run")
    return Markup(
        '<p class="ladder-source"><span class="pill {}">{}</span>{}<span>{}</span></p>'
    ).format(*pill, stamp_html("measured", run.day), f"{run.model} on {run.machine}")
