"""Missions as HTML: cards, headings, the results table, what an answer is told."""

from datetime import date
from html import escape

from sizewise.ground.money import (
    dollars,
    rate,
)
from sizewise.sizing.catalogue.catalog import Catalogue
from sizewise.sizing.missions.mission import (
    ImpossibleRows,
    Mission,
)
from sizewise.sizing.missions.solution import (
    Solution,
    Verdict,
)
from sizewise.sizing.missions.solve_report import (
    Claim,
    claims,
)
from sizewise.ui.lab.figures import table_html

REPORT = ("Row", "Model", "Rates, in / out", "Tokens in", "Tokens out", "Calls", "It says")
"""The results table's columns; rates are the list prices of the day, per million tokens."""


def intro_html(done: int, all_of_them: int) -> str:
    """What missions are, and how many are solved."""
    share = round(100 * done / all_of_them) if all_of_them else 0
    words = f"{done} of {all_of_them} solved"
    return (
        '<p class="lede">Find something out with the lab. No answer is stored anywhere: each is '
        "computed from today’s catalogue, so the lab can give it to you.</p>"
        f'<p class="mission-count">{words}</p>'
        f'<div class="mission-bar" aria-hidden="true"><i style="width:{share}%"></i></div>'
    )


def card_html(mission: Mission, task: str, done: bool) -> str:
    """A mission in the list; its task comes with all facts filled in."""
    pill = '<span class="pill ok">✓ Solved</span>' if done else ""
    return (
        f'<h2><span class="mission-no">{mission.place}</span>{escape(mission.title)}</h2>'
        f'<p class="meta"><span>{mission.minutes} minutes</span>{pill}</p>'
        f'<p class="fine">{escape(task)}</p>'
    )


def head_html(mission: Mission, done: bool) -> str:
    """The heading of a mission."""
    pill = '<span class="pill ok">✓ Solved</span>' if done else ""
    meta = f"<span>Mission {mission.place}</span><span>{mission.minutes} minutes</span>{pill}"
    return f'<h2 class="mission-title">{escape(mission.title)}</h2><p class="meta">{meta}</p>'


def report_html(check: ImpossibleRows, catalogue: Catalogue, day: date) -> str:
    """The results table as the blog prints it, with the list prices beside it."""
    rows = "".join(map(_claim_html, claims(check, catalogue, day)))
    return table_html("The results table", REPORT, rows, "report")


def _claim_html(claim: Claim) -> str:
    call, price = claim.row.call, claim.price
    cells = (
        escape(claim.profile.name),
        f"{rate(price.input)} / {rate(price.output)}",
        f"{call.input:,}",
        f"{call.output:,}",
        f"{claim.row.calls:,}",
        f"<b>{dollars(claim.claimed)}</b>",
    )
    body = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{claim.row.id.upper()}</th>{body}</tr>'


def verdict_html(told: Verdict, sums: str = "") -> str:
    """What an answer is told: a sign and a word, a line for each thing, then the arithmetic."""
    css, sign = ("ok", "✓") if told.right else ("other", "→")
    lines = "".join(f"<li>{escape(line)}</li>" for line in told.lines)
    listed = f'<ul role="list">{lines}</ul>' if lines else ""
    return (
        f'<div class="mission-told {css}" role="status"><p><span aria-hidden="true">{sign}</span> '
        f"{escape(told.headline)}</p>{listed}{sums}</div>"
    )


def sums_html(solution: Solution) -> str:
    """The arithmetic, once the mission is solved; a number has shown its own already."""
    if solution.kind == "number":
        return ""
    lines = "".join(f"<li>{escape(line)}</li>" for line in solution.sums)
    return f'<ul class="mission-sums" role="list">{lines}</ul>'
