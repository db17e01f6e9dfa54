"""What came of the six questions: the first choice as a receipt, the ranks with their reasons,
and where nothing fits what to change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from markupsafe import Markup

from sizewise.ground.written import (
    dollars,
    few_or_many,
    grouped,
    listed,
    noun_for,
    number_of,
    plainly,
    span_words,
    whole_percent,
)
from sizewise.sizing.choose.choose import Change, ExcludedModel, Recommendation, WayOut
from sizewise.sizing.plan.plan import Plan
from sizewise.ui.catalogue.machine import FORMULA, UNKNOWN, machine_lines, memory_words
from sizewise.ui.catalogue.words import kind_words
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.meter import meter_html, part_of
from sizewise.ui.kit.provenance import prices_html, source_html, standing_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.links import go_html

HERE = Path(__file__).parent
IN_FULL = 3
"""How many ranks are told in full."""
IN_TABLE = 12
"""How many more stand in the table below them."""


def first_html(first: Recommendation, day: date, answered: int) -> Markup:
    """The first choice, its workload and what it costs, or what it needs on one's own machine."""
    place = "first choice for your answers" if answered else "a place to start: nothing answered"
    draw = _machine_html if first.per_month is None else _bill_html
    body, foot = draw(first, day)
    return receipt_html(first.profile.name, place, body, foot)


def _bill_html(first: Recommendation, day: date) -> tuple[Markup, Markup]:
    plan, per_month = first.plan, first.per_month or Decimal(0)
    body = _workload_html(plan) + line_html("Per month", dollars(per_month), "tot")
    if plan.calls_per_month:
        body += line_html("Per call", dollars(per_month / plan.calls_per_month), "s")
    standing = Markup('<p class="from">{}</p>').format(standing_html(first.profile, day))
    return body, _notes_html(first) + standing + prices_html([first.profile.price_on(day)], day)


def _machine_html(first: Recommendation, _day: date) -> tuple[Markup, Markup]:
    body, hardware = _workload_html(first.plan), first.profile.file.hardware
    if hardware is None:
        return body + line_html("Memory", UNKNOWN, "s"), Markup()
    *sizes, (runs_on, machine) = machine_lines(hardware)
    body += Markup().join(line_html(name, words, "s") for name, words in sizes)
    source = Markup('<p class="from"><span>{}</span></p>').format(source_html(hardware.source))
    stays = " A host has set an end to it; weights that you have stay."
    ends = stays if first.profile.file.lifecycle.shutdown else ""
    notes = Markup('<p class="rc-note">{} {}.{}</p><p class="from"><span>{}</span></p>').format(
        runs_on, machine, ends, FORMULA
    )
    return body, _notes_html(first) + notes + source


def _notes_html(first: Recommendation) -> Markup:
    return Markup().join(Markup('<p class="rc-note">{}</p>').format(note) for note in _notes(first))


def _notes(first: Recommendation) -> Iterator[str]:
    """What the bill leaves out."""
    if not first.pictures_known:
        missing = "No source tells how many tokens a picture has here, so the pictures are missing"
        bill = " from this bill. Whether it keeps to a budget nobody can say."
        yield missing + (bill if first.per_month is not None else ".")
    if first.could_think and first.per_month is not None:
        yield "It thinks only when asked to. This bill leaves thinking out; with it you pay more."


def _workload_html(plan: Plan) -> Markup:
    lines = (line_html(name, value, "s") for name, value in _workload(plan).items())
    return Markup().join(lines) + rule_html()


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
        standing="" if each.per_month is None else standing_html(each.profile, day, short=True),
        burden=_burden_html(each),
        warning=_warning(each, day),
        reasons=[(reason.points, reason.because) for reason in reasons],
        total=f"{_signed(each.points)} {noun_for(abs(each.points), 'point')}",
        signed=_signed,
        changes=_changes_html(each, leads=number == 1),
    )


def _burden_html(each: Recommendation) -> Markup:
    """What it costs a month, and what that leaves out; on one's own machine the memory."""
    if each.per_month is None:
        known = " at 4 bit" if each.profile.file.hardware else ""
        return Markup("<b>{}</b>{}").format(memory_words(each.profile), known)
    left_out = ["the pictures"] * (not each.pictures_known) + ["thinking"] * each.could_think
    without = f", without {listed(left_out)}" if left_out else ""
    return Markup("<b>{}</b> a month{}").format(dollars(each.per_month), without)


def _warning(each: Recommendation, day: date) -> str:
    shutdown = each.profile.file.lifecycle.shutdown
    if not each.ends_soon or shutdown is None:
        return ""
    return (
        f"It ends in {span_words((shutdown - day).days)}, so it comes after all that last longer, "
        "whatever its points."
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
    hidden = fit - IN_FULL - len(rest)
    more = f", {hidden} more fit too" if hidden else ""
    heads = ("Model", "Points", "Memory" if rest[0].per_month is None else "Per month")
    rows = (_row(each, _most(rest)) for each in rest)
    return Markup('<details class="more"><summary>The next {}{}</summary>{}</details>').format(
        len(rest), more, stacked_html(heads, rows, css="mt")
    )


def _most(rest: Sequence[Recommendation]) -> Decimal:
    return max((each.per_month or Decimal(0) for each in rest), default=Decimal(0))


def _row(each: Recommendation, most: Decimal) -> Row:
    name = go_html(each.profile.name, "models", model=each.profile.id)
    bar = Markup() if each.per_month is None else meter_html(part_of(each.per_month, most))
    return Row(
        Markup("{}<small>{}</small>").format(name, kind_words(each.profile)),
        (_signed(each.points), _burden_html(each) + bar),
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


def way_words(way: WayOut) -> str:
    """What to change and what that brings: "“At most 10 dollars” (budget): 12 models fit"."""
    changes = [
        f"“{option.text}” ({question.topic.lower()})"
        if option
        else f"no answer on {question.topic.lower()}"
        for question, option in way.changes
    ]
    words = listed(changes)
    fit = noun_for(way.fitting, "fits", "fit")
    return f"{words[0].upper()}{words[1:]}: {number_of(way.fitting, 'model')} {fit}"


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
