"""The receipt beside the headline: one job on three models."""

from contextlib import suppress

from markupsafe import Markup

from sizewise.ground.written import dollars, whole_percent
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import CostEstimate, estimate
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import checked_html
from sizewise.ui.kit.receipt import bar_html, line_html, receipt_html, rule_html

JOB = "Sort 50,000 emails into 3 labels"
CALLS = 50_000
EMAIL = Usage(input=180, output=4)
MODELS = ("small", "large-thinking", "large")
THINKS = "plus its hidden thinking"
"""Beside a reasoning model: its labels are as short, its bill is not."""


def draw() -> None:
    """Draw it, when at least two of the models have a price."""
    rows = _estimates()
    if len(rows) < 2:
        return
    dearest = max(rows, key=lambda row: row[1].total)
    body = Markup().join(
        line_html(model.name, dollars(each.total), note=THINKS if model.file.thinks_unasked else "")
        + bar_html(each.total / dearest[1].total, strong=index == 0)
        for index, (model, each) in enumerate(rows)
    )
    saved = 1 - rows[0][1].total / dearest[1].total
    checked = min(each.price.checked_on for _, each in rows)
    show_html(
        receipt_html(
            JOB,
            f"{EMAIL.input} tokens in, {EMAIL.output} tokens out, per email",
            body
            + rule_html()
            + line_html(f"vs {dearest[0].name}", f"−{whole_percent(saved)}", "tot"),
            Markup('<p class="sub">Is it good enough? You prove that on a sample.</p>')
            + checked_html("price", checked, house.today(), "prices checked"),
        )
    )


def _estimates() -> list[tuple[ModelProfile, CostEstimate]]:
    """The bill of whoever holds each role today."""
    catalogue, day = house.library().catalogue, house.today()
    found = {}
    for model_id in catalogue.players(MODELS):
        with suppress(PriceUnknown):
            profile = catalogue.model(model_id)
            bill = estimate(EMAIL, profile.price_on(day), calls=CALLS)
            found[profile.id] = (profile, bill)
    return list(found.values())
