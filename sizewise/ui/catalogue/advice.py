"""What came of the six questions: the first choice as a receipt, the ranks with their reasons."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sizewise.ground.written import dollars, few_or_many, grouped, listed, plainly, whole_percent
from sizewise.sizing.choose.choose import Change, ExcludedModel, Recommendation
from sizewise.sizing.plan.plan import Plan
from sizewise.ui.catalogue.words import kind_words
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.meter import meter_html, part_of
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.links import go_html

HERE = Path(__file__).parent
IN_FULL = 3
"""How many ranks are told in full."""
IN_TABLE = 12
"""How many more stand in the table below them."""


def first_html(first: Recommendation, day: date) -> Markup:
    """The first choice, its workload and what it costs."""
    plan = first.plan
    body = Markup().join(line_html(name, value, "s") for name, value in _workload(plan).items())
    total = dollars(first.per_month)
    body += rule_html() + line_html("Per month", total, "tot")
    if plan.calls_per_month:
        body += line_html("Per call", dollars(first.per_month / plan.calls_per_month), "s")
    note = Markup() if first.pictures_known else _pictures_note()
    foot = (
        note + standing_html(first.profile, day) + prices_html([first.profile.price_on(day)], day)
    )
    return receipt_html(first.profile.name, "first choice for your answers", body, foot)


def _pictures_note() -> Markup:
    return Markup(
        '<p class="rc-note">'
        "No source tells how many tokens a picture costs here, so the pictures are "
        "missing from this bill.</p>"
    )


def _workload(plan: Plan) -> dict[str, str]:
    shown = {
        "Calls a day": f"{few_or_many(plan.calls_per_day)}",
        "Tokens in": f"{grouped(plan.input)}",
        "Answer": f"{grouped(plan.answer)}",
    }
    if plan.reasoning:
        shown["Hidden thinking"] = f"{grouped(plan.reasoning)}"
    if plan.cached_share:
        shown["From a cache"] = whole_percent(plan.cached_share)
    if plan.batch_share:
        shown["Sent as a batch"] = whole_percent(plan.batch_share)
    return shown


def ranks_html(ranked: Sequence[Recommendation], day: date) -> Markup:
    """The first three with their reasons, then a table of the next."""
    full = Markup().join(
        _rank_html(number, each, day) for number, each in enumerate(ranked[:IN_FULL], start=1)
    )
    rest = ranked[IN_FULL : IN_FULL + IN_TABLE]
    return Markup('<ol class="ranks" role="list">{}</ol>{}').format(
        full, _rest_html(rest, len(ranked))
    )


def _rank_html(number: int, each: Recommendation, day: date) -> Markup:
    reasons = sorted(each.reasons, key=lambda reason: -reason.points)
    return filled(
        HERE / "rank.html",
        number=number,
        name=go_html(each.profile.name, "models", model=each.profile.id),
        kind=kind_words(each.profile),
        standing=standing_html(each.profile, day, short=True),
        bill=dollars(each.per_month),
        lacking="" if each.pictures_known else ", without the pictures",
        reasons=[(reason.points, reason.because) for reason in reasons],
        points=each.points,
        signed=_signed,
        changes=_changes_html(each, leads=number == 1),
    )


def _signed(points: Decimal) -> str:
    return f"+{points}" if points > 0 else f"−{abs(points)}" if points else "0"


def _changes_html(each: Recommendation, leads: bool) -> Markup:
    if not each.changes:
        return (
            Markup('<p class="fine">No single other answer puts another model first.</p>')
            if leads
            else Markup()
        )
    if not leads:
        answers = listed_answers(each.changes)
        return Markup('<p class="change"><b>Comes first</b> if you answer {}.</p>').format(answers)
    lines = Markup().join(
        Markup("<li>{}, if you answer {}</li>").format(name, listed_answers(changes))
        for name, changes in _by_model(each.changes).items()
    )
    return Markup(
        '<details class="more"><summary>What would change it ({})</summary><ul>{}</ul></details>'
    ).format(len(each.changes), lines)


def _by_model(changes: Sequence[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(change.first.name, []).append(change)
    return found


def listed_answers(changes: Sequence[Change]) -> str:
    """Other answers in words: "“Tomorrow is early enough” (waiting time)"."""
    return listed(
        [f"“{change.option.text}” ({change.question.topic.lower()})" for change in changes], "or"
    )


def _rest_html(rest: Sequence[Recommendation], fit: int) -> Markup:
    if not rest:
        return Markup()
    most = max(each.per_month for each in rest)
    hidden = fit - IN_FULL - len(rest)
    more = f", {hidden} more fit too" if hidden else ""
    rows = (_row(each, most) for each in rest)
    return Markup('<details class="more"><summary>The next {}{}</summary>{}</details>').format(
        len(rest), more, stacked_html(("Model", "Points", "Per month"), rows, css="mt")
    )


def _row(each: Recommendation, most: Decimal) -> Row:
    name = go_html(each.profile.name, "models", model=each.profile.id)
    bill, bar = dollars(each.per_month), meter_html(part_of(each.per_month, most))
    return Row(
        Markup("{}<small>{}</small>").format(name, kind_words(each.profile)),
        (_signed(each.points), Markup("<b>{}</b>{}").format(bill, bar)),
    )


def left_out_html(out: Sequence[ExcludedModel]) -> Markup:
    """Who cannot do the job, by reason."""
    if not out:
        return Markup()
    reasons: dict[str, list[str]] = {}
    for each in out:
        reasons.setdefault(each.because, []).append(each.profile.name)
    lines = Markup().join(
        Markup("<li><b>{}</b> {}</li>").format(because, listed(names))
        for because, names in reasons.items()
    )
    return Markup(
        '<details class="more"><summary>Left out ({})</summary><ul>{}</ul></details>'
    ).format(len(out), lines)


def plan_address(first: Recommendation) -> Mapping[str, Any]:
    """The lab's plan of that workload, as query parameters; texts, all of them."""
    plan = first.plan
    return {
        "view": "plan",
        "model": first.profile.id,
        "in": str(plan.input),
        "answer": str(plan.answer),
        "think": str(plan.reasoning),
        "daily": plainly(plan.calls_per_day),
        "cache": plainly(plan.cached_share * 100),
        "batched": plainly(plan.batch_share * 100),
        **dict.fromkeys(("grow", "retry", "up"), "0"),
    }
