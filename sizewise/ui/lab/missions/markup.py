"""Missions as HTML: cards, headings, the results table, what an answer is told."""

from datetime import date
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import dollars, grouped, rate
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.missions.computed import Computed
from sizewise.sizing.missions.mission import ImpossibleRows, MedianWait, Mission
from sizewise.sizing.missions.solve_report import Claim, claims
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.lab.missions.verdict import Verdict

HERE = Path(__file__).parent

REPORT = ("Row", "Model", "Rates, in / out", "Tokens in", "Tokens out", "Calls", "It says")
"""The results table's columns; rates are the list prices of the day, per million tokens."""


def intro_html(done: int, all_of_them: int) -> Markup:
    """What missions are, and how many are solved."""
    share = round(100 * done / all_of_them) if all_of_them else 0
    words = f"{done} of {all_of_them} solved"
    return Markup(
        '<p class="lede">'
        "Find something out with the lab. No answer is stored anywhere: each is computed "
        "from today’s catalogue, so the lab can give it to you.</p>"
        '<p class="mission-count">{}</p><div class="mission-bar" aria-hidden="true">'
        '<i style="width:{}%"></i></div>'
    ).format(words, share)


def card_html(mission: Mission, task: str, done: bool) -> Markup:
    """A mission in the list; its task comes with all facts filled in."""
    return filled(HERE / "card.html", mission=mission, task=task, done=done)


def head_html(mission: Mission, done: bool) -> Markup:
    """The heading of a mission."""
    pill = Markup('<span class="pill ok">✓ Solved</span>') if done else Markup()
    meta = Markup("<span>Mission {}</span><span>{} minutes</span>{}").format(
        mission.place, mission.minutes, pill
    )
    return Markup('<h2 class="mission-title">{}</h2><p class="meta">{}</p>').format(
        mission.title, meta
    )


def report_html(check: ImpossibleRows, catalogue: Catalogue, day: date) -> Markup:
    """The results table as the blog prints it, with the list prices beside it."""
    rows = map(_row, claims(check, catalogue, day))
    return stacked_html(REPORT, rows, "The results table", "report")


def _row(claim: Claim) -> Row:
    call, price = claim.row.call, claim.price
    cells = (
        claim.profile.name,
        f"{rate(price.input)} / {rate(price.output)}",
        f"{grouped(call.input)}",
        f"{grouped(call.output)}",
        f"{grouped(claim.row.calls)}",
        Markup("<b>{}</b>").format(dollars(claim.claimed)),
    )
    return Row(claim.row.id.upper(), cells)


def waits_html(check: MedianWait) -> Markup:
    """Measured waits in the order in which they came."""
    waits = items_html(f"{each} s" for each in check.waits)
    return Markup('<ol class="mission-waits" aria-label="Waits">{}</ol>').format(waits)


def verdict_html(told: Verdict, sums: str = "") -> Markup:
    """What an answer is told: a sign and a word, a line for each thing, then the arithmetic."""
    css, sign = ("ok", "✓") if told.right else ("other", "→")
    lines = items_html(told.lines)
    listed = Markup('<ul role="list">{}</ul>').format(lines) if lines else Markup()
    return Markup(
        '<div class="mission-told {}" role="status"><p><span aria-hidden="true">{}'
        "</span> {}</p>{}{}</div>"
    ).format(css, sign, told.headline, listed, sums)


def sums_html(computed: Computed) -> Markup:
    """The arithmetic below what each candidate is told; a number is told nothing else."""
    lines = items_html(computed.sums)
    return Markup('<ul class="mission-sums" role="list">{}</ul>').format(lines) if lines else lines
